"""With the companion off nothing of it is there."""

from pathlib import Path

import pytest

from tests.tui.companion.phones.served import listed

pytestmark = pytest.mark.real_time


def test_with_the_companion_off_nothing_of_it_is_loaded_and_nothing_listens(tmp_path: Path) -> None:
    import subprocess
    import sys

    with listed(tmp_path / "event"):
        pass
    probe = """
import asyncio, socket, sys
from pathlib import Path
listening = []
bind = socket.socket.bind

def noted(self, address):
    # On Windows the loop wakes itself through a pair of sockets that it binds and closes at once.
    if sys._getframe(1).f_code.co_name != "_fallback_socketpair":
        listening.append(address)
    return bind(self, address)

socket.socket.bind = noted
from data.session.session import Session
from tui.shell.app import CeremonyApp

async def day():
    async with CeremonyApp(Session(Path(sys.argv[1]))).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("f3")
        await pilot.pause()

asyncio.run(day())
ours = [name for name in sys.modules if name.startswith(("tui.companion", "data.companion.frames"))]
theirs = [name for name in ("aiohttp", "cryptography", "qrcode") if name in sys.modules]
print(ours, theirs, listening)
"""
    told = subprocess.run(
        [sys.executable, "-c", probe, str(tmp_path / "event")],
        cwd=Path(__file__).resolve().parents[5],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert told.splitlines()[-1] == "[] [] []"
