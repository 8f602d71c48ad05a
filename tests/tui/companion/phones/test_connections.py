"""The way in to the pages: on older releases of Python, and where others hold a port."""

import asyncio
import socket
from pathlib import Path

import pytest

from tests.tui.companion.phones.served import KEPT, LOCAL, listed, serving
from tui.companion.network.connection_limiter import _abort


class ClosedTwice(asyncio.Transport):
    """A TLS transport of Python 3.11.2 after its end."""

    def abort(self) -> None:
        raise AttributeError("'NoneType' object has no attribute '_abort'")


def test_a_connection_that_is_already_over_is_ended_without_a_traceback() -> None:
    _abort(ClosedTwice())


@pytest.mark.real_time
async def test_where_another_program_holds_one_of_two_ports_the_next_two_are_taken(tmp_path: Path) -> None:
    with listed(tmp_path / "event") as session:
        async with serving(session, KEPT) as first:
            port = first.port
        with socket.socket() as other:
            other.bind((LOCAL, port + 1))
            other.listen()
            # What was opened of the pair and not closed would be told as a warning, which fails.
            async with serving(session, range(port, port + 200, 2)) as second:
                assert second.port > port
                assert second.plain_port == second.port + 1
