"""When keys came: told by the thread that reads the terminal, not by when the program had time for them.

Textual stamps a key when it is made of the bytes that were read. On a busy machine that thread stands still
now and then: between two keys of one read, which had come at once, and before a read of what had been
waiting. Here all keys of one read carry one time, and the reader's own standing still is not taken for a
silence of the keyboard.
"""

import sys
from collections.abc import Iterable, Iterator
from math import inf

from textual import _time, events
from textual._xterm_parser import XTermParser
from textual.driver import Driver
from textual.message import Message

WAIT_SECONDS = 0.15
"""Textual's reader waits a tenth of a second for a key, then again; a wait that took longer stood still."""
_WINDOWS_READER = "textual.drivers.win32"


class KeyReader:
    """The times of one terminal's keys. ``newest`` is that of the last key that was read."""

    def __init__(self) -> None:
        self.newest = -inf
        self._came = -inf
        self._waited_since = inf

    @property
    def stands_still(self) -> bool:
        """Whether keys may have come that nobody has read."""
        return _time.get_time() - self._waited_since > WAIT_SECONDS

    def wait(self) -> None:
        """All that came is read; the reader waits for more."""
        self._waited_since = _time.get_time()

    def stamp(self, messages: Iterable[Message]) -> Iterator[Message]:
        """What one read gave, each with the time at which it came."""
        self._came = min(_time.get_time(), self._waited_since + WAIT_SECONDS)
        return self._stamped(messages)

    def stamp_late(self, messages: Iterable[Message]) -> Iterator[Message]:
        """What the last read gave, known only now: Esc begins the codes of other keys too, and waits for
        them. It came when it was read, else a key pressed soon after it would seem to come at once."""
        return self._stamped(messages)

    def _stamped(self, messages: Iterable[Message]) -> Iterator[Message]:
        at = self._came
        for message in messages:
            message.time = at
            if isinstance(message, events.Key):
                self.newest = at
            yield message


READER = KeyReader()
"""That of the program's terminal; there is but one."""


class _Parser(XTermParser):
    """Textual's own, whose keys are stamped by ``READER``."""

    def feed(self, data: str) -> Iterable[Message]:
        return READER.stamp(super().feed(data))

    def tick(self) -> Iterable[Message]:
        READER.wait()
        return READER.stamp_late(super().tick())


def read_by_arrival(driver: type[Driver]) -> type[Driver]:
    """Have ``driver`` read its keys so; it is given back. One that reads no terminal stays as it is."""
    for name in (driver.__module__, _WINDOWS_READER):
        module = sys.modules.get(name)
        if hasattr(module, "XTermParser"):
            setattr(module, "XTermParser", _Parser)  # noqa: B010
    return driver
