"""The way in to the pages, as it is on older releases of Python."""

import asyncio

from tui.companion.network.connection_limiter import _abort


class ClosedTwice(asyncio.Transport):
    """A TLS transport of Python 3.11.2 after its end."""

    def abort(self) -> None:
        raise AttributeError("'NoneType' object has no attribute '_abort'")


def test_a_connection_that_is_already_over_is_ended_without_a_traceback() -> None:
    _abort(ClosedTwice())
