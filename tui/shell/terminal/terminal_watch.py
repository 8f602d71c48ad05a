"""Leaving with the terminal: when it is closed, when the system asks, and when nobody tells.

A window that is closed hangs up (SIGHUP) or, on Windows, sends a close event; ``nohup`` and a broken ssh do
neither, and the program would live on without a screen and keep the event from everybody else. So a thread
of its own looks twice a second whether there still is a terminal. It asks the program to leave, which puts
the terminal back as it was and closes the event; where that does not come about, because what is drawn goes
nowhere any more, it does both itself.
"""

import contextlib
import os
import signal
import sys
import threading
from collections.abc import Callable
from functools import partial
from types import FrameType, TracebackType
from typing import Any

from textual.app import App

LOOK_SECONDS = 0.5
GRACE_SECONDS = 2.0
"""How long the program has to leave by itself. Windows gives a closed console five seconds in all."""
_CLOSE_EVENT, _LOGOFF_EVENT, _SHUTDOWN_EVENT = 2, 5, 6
_AS_IT_WAS = (
    b"\x1b[?2004l\x1b[?7h\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1016l\x1b[?2048l\x1b[?1004l"
    b"\x1b[<u\x1b[?1049l\x1b[?25h"
)
"""Pasting, wrapping, mouse, sizes, focus, keys, the other screen and the cursor, as a shell has them."""


class TerminalWatch:
    """While it is entered, ``app`` leaves with its terminal; ``close`` lets go of what it holds.

    The exit status is 128 and the signal's number, as shells count it; 129 where the terminal is gone.
    """

    def __init__(self, app: App[Any], close: Callable[[], None] = lambda: None) -> None:
        self._app = app
        self._close = close
        self._asked = threading.Event()
        self._left = threading.Event()
        self._status = 128 + 1
        self._thread = threading.Thread(target=self._run, name="terminal", daemon=True)
        self._before: dict[int, Any] = {}
        self._modes = _modes()
        self._console_handler: object = None

    def __enter__(self) -> "TerminalWatch":
        for name in ("SIGTERM", "SIGHUP", "SIGINT", "SIGBREAK"):
            number = getattr(signal, name, None)
            # What nohup ignores stays ignored: then only the terminal itself counts.
            if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
                self._before[number] = signal.signal(number, self._signalled)
        self._console_handler = _on_console_close(self._closed_console)
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._left.set()
        self._asked.set()
        self._thread.join(GRACE_SECONDS)
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def _signalled(self, number: int, _frame: FrameType | None) -> None:
        self._status = 128 + number
        self._asked.set()

    def _closed_console(self, event: int) -> bool:
        """Windows ends the program when this returns, or after five seconds."""
        if event not in (_CLOSE_EVENT, _LOGOFF_EVENT, _SHUTDOWN_EVENT):
            return False
        self._asked.set()
        self._left.wait(GRACE_SECONDS * 2)
        return True

    def _run(self) -> None:
        while not self._asked.wait(LOOK_SECONDS) and not terminal_is_gone():
            pass
        if self._left.is_set():
            return
        with contextlib.suppress(Exception):
            # A program that has not begun, or has no room for another message, is left by force.
            self._app.call_later(partial(self._app.exit, return_code=self._status))
        if not self._left.wait(GRACE_SECONDS):
            self._leave_by_force()

    def _leave_by_force(self) -> None:
        with contextlib.suppress(Exception):
            self._close()
        _put_back(self._modes)
        os._exit(self._status)


def terminal_is_gone() -> bool:
    """Whether the terminal that the program was started in is no more. Windows tells by an event instead."""
    if sys.platform == "win32":
        return False
    import termios

    try:
        termios.tcgetattr(sys.__stdin__.fileno() if sys.__stdin__ else 0)
    except (termios.error, OSError, ValueError):
        return True
    return False


def _modes() -> Any:
    """How the terminal takes keys now, to be put back; None where that cannot be known."""
    if sys.platform == "win32":
        return None
    import termios

    with contextlib.suppress(termios.error, OSError, ValueError, AttributeError):
        return termios.tcgetattr(sys.__stdin__.fileno())  # type: ignore[union-attr]
    return None


def _put_back(modes: Any) -> None:
    """The terminal as a shell has it, without ever waiting for one that takes nothing."""
    if sys.platform == "win32":
        return
    import termios

    with contextlib.suppress(Exception):
        output = sys.__stdout__.fileno()  # type: ignore[union-attr]
        os.set_blocking(output, False)
        os.write(output, _AS_IT_WAS)
        os.set_blocking(output, True)
    if modes is not None:
        with contextlib.suppress(Exception):
            termios.tcsetattr(sys.__stdin__.fileno(), termios.TCSANOW, modes)  # type: ignore[union-attr]


def _on_console_close(handler: Callable[[int], bool]) -> object:
    """Have Windows call ``handler`` when the console's window is closed; what must be kept for it."""
    if sys.platform != "win32":
        return None
    import ctypes

    kept = ctypes.WINFUNCTYPE(ctypes.c_int, ctypes.c_uint)(lambda event: int(handler(event)))
    ctypes.windll.kernel32.SetConsoleCtrlHandler(kept, True)
    return kept
