"""The program leaves with its terminal, however that goes, and puts it back as it was."""

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from data.session.session import Session
from tests.terminal.program import ROOT
from tui.shell.terminal.terminal_watch import TerminalWatch

LONG = 60.0
"""How long a loaded machine may take for what takes a moment."""
_ON_AND_OFF = (b"1049", b"1000", b"1003", b"1006", b"2004", b"1004")
"""The other screen, three ways of mouse, pasting, focus: each is switched on with h and off with l."""


def _signals(nohup: bool) -> None:
    """In the child: as a shell that waits for its program starts it, whatever the tests were started by."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.signal(signal.SIGHUP, signal.SIG_IGN if nohup else signal.SIG_DFL)


class Window:
    """A terminal with ``main.py EVENT`` in it, whose other end a test may close."""

    def __init__(self, event: Path, *, nohup: bool = False, hall: bool = False) -> None:
        self.master, self.slave = pty.openpty()
        fcntl.ioctl(self.slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.before = termios.tcgetattr(self.slave)
        self.seen = b""
        arguments = ["hall", str(event)] if hall else [str(event)]
        self.process = subprocess.Popen(
            [sys.executable, str(ROOT / "main.py"), *arguments],
            stdin=self.slave,
            stdout=self.slave,
            stderr=self.slave,
            start_new_session=True,
            env={**os.environ, "TERM": "xterm-256color"},
            preexec_fn=lambda: _signals(nohup),
        )

    def read(self, until: bytes = b"", seconds: float = LONG) -> bool:
        end = time.monotonic() + seconds
        while time.monotonic() < end and not (until and until in self.seen):
            if select.select([self.master], [], [], 0.05)[0]:
                try:
                    self.seen += os.read(self.master, 65536)
                except OSError:
                    break
            elif self.process.poll() is not None:
                break
        return until in self.seen

    def close(self) -> None:
        """Close the window; the program holds its own end."""
        os.close(self.slave)
        os.close(self.master)
        self.slave = self.master = -1

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
        if self.master >= 0:
            self.close()


@pytest.fixture
def window(event_folder: Path) -> Iterator[Any]:
    opened: list[Window] = []

    def open_one(**how: bool) -> Window:
        opened.append(Window(event_folder, **how))
        assert opened[-1].read(b"\x1b[?1049h")
        # Drawn, and listening; the hall draws its letters of blocks.
        assert opened[-1].read(b"\x1b[?2004h")
        assert how.get("hall") or opened[-1].read("Khả Tân".encode())
        return opened[-1]

    yield open_one
    for one in opened:
        one.end()


def is_free(event_folder: Path) -> bool:
    with Session(event_folder) as session:
        return session.writes and not (event_folder / ".writer").read_text().endswith("somebody else")


@pytest.mark.quick_once("hall")
@pytest.mark.parametrize("hall", [False, True], ids=["door", "hall"])
@pytest.mark.parametrize("nohup", [False, True], ids=["window closed", "nohup"])
def test_a_program_whose_terminal_is_gone_leaves_and_lets_go_of_the_event(
    window: Any, event_folder: Path, nohup: bool, hall: bool
) -> None:
    one = window(nohup=nohup, hall=hall)
    one.close()
    assert one.process.wait(timeout=LONG) != 0
    assert not (event_folder / ".writer").exists()
    assert is_free(event_folder)


@pytest.mark.quick_once("hall")
@pytest.mark.parametrize("hall", [False, True], ids=["door", "hall"])
@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_program_that_is_told_to_leave_puts_the_terminal_back(
    window: Any, event_folder: Path, sent: signal.Signals, hall: bool
) -> None:
    one = window(hall=hall)
    one.process.send_signal(sent)
    one.read()
    assert one.process.wait(timeout=LONG) == 128 + sent
    assert termios.tcgetattr(one.slave) == one.before
    for what in _ON_AND_OFF:
        assert one.seen.rfind(b"\x1b[?" + what + b"l") > one.seen.rfind(b"\x1b[?" + what + b"h"), what
    assert one.seen.rfind(b"\x1b[?25h") > one.seen.rfind(b"\x1b[?25l"), "the cursor is there again"
    assert is_free(event_folder)


def test_a_program_that_cannot_leave_by_itself_is_left_by_force(
    event_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = (
        "import sys, threading; sys.path.insert(0, sys.argv[1])\n"
        "from tui.shell.terminal.terminal_watch import TerminalWatch\n"
        "from textual.app import App\n"
        "with TerminalWatch(App(), lambda: print('closed', flush=True)):\n"
        "    print('ready', flush=True); threading.Event().wait()\n"
    )
    stuck = subprocess.Popen(
        [sys.executable, "-c", script, str(ROOT)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert stuck.stdout is not None
    assert stuck.stdout.readline() == b"ready\n"
    # Its standard input is no terminal at all, which is as good as gone.
    assert stuck.stdout.readline() == b"closed\n"
    assert stuck.wait(timeout=LONG) == 129
    stuck.communicate()


@pytest.mark.parametrize(("event", "leaves"), [(0, False), (1, False), (2, True), (5, True), (6, True)])
def test_a_windows_console_that_is_closed_waits_until_the_program_has_left(event: int, leaves: bool) -> None:
    watch = TerminalWatch(None)  # type: ignore[arg-type]
    watch._left.set()
    assert watch._closed_console(event) == leaves
    assert watch._asked.is_set() == leaves
