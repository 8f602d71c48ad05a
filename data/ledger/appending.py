"""The end of a ledger file that is open to be written: it knows whether it still is the file of that name."""

import os
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Literal

from data.files.disk import patiently, sync_folder

Absence = Literal["gone", "replaced", "changed", ""]
"""Why what was written is not under its name: no file there, another file, other content. Empty: it is."""

Meanwhile = Callable[[], AbstractContextManager[None]]
"""What is entered while the disk is waited for, and left before anything else is done."""

_PIECE = 1 << 20


class AppendFile:
    """One open file, and where it was: ``path``.

    Made anew when it is missing and ``create`` says so. Raises OSError, also for a disk that refuses.
    """

    def __init__(self, path: Path, *, create: bool) -> None:
        self.path = path
        self._name = str(path)
        fresh = create and not path.exists()
        flags = os.O_RDWR | os.O_APPEND | getattr(os, "O_BINARY", 0) | (os.O_CREAT if create else 0)
        self._file = patiently(lambda: os.open(path, flags, 0o600))
        try:
            if fresh:
                sync_folder(path.parent)
            found = os.fstat(self._file)
        except OSError:
            os.close(self._file)
            raise
        self._identity = found.st_dev, found.st_ino
        self._written = found.st_mtime_ns

    def write(self, line: bytes, meanwhile: Meanwhile = nullcontext) -> None:
        """Append ``line`` and have it on disk. Raises OSError; then half of it may be there."""
        written = 0
        while written < len(line):
            written += os.write(self._file, line[written:])
        with meanwhile():
            os.fsync(self._file)

    def look(self, size: int) -> Absence:
        """Whether the file under the name is this one, and as long as what was written.

        Costs one look at the name, no reading. What was changed at the same length is seen by
        ``is_touched``.
        """
        try:
            found = os.stat(self._name)  # noqa: PTH116 - Path.stat costs twice as much, before every answer
        except OSError:
            return "gone"
        if (found.st_dev, found.st_ino) != self._identity:
            return "replaced"
        if found.st_size != size:
            return "changed"
        self._seen = found.st_mtime_ns
        return ""

    @property
    def is_touched(self) -> bool:
        """Whether somebody else wrote since the last ``signed``, as the last ``look`` saw it."""
        return self._seen != self._written

    def signed(self) -> None:
        """What the last ``look`` saw is known to be what was written."""
        self._written = self._seen

    def cut(self, size: int) -> None:
        """Cut off what stands after ``size`` bytes. Raises OSError."""
        os.ftruncate(self._file, size)

    def sync(self) -> None:
        """Have all of it on disk. Raises OSError."""
        os.fsync(self._file)

    def read_back(self) -> bytes:
        """What is in the file now, from the disk itself where the system can be told so. Raises OSError."""
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(self._file, 0, 0, os.POSIX_FADV_DONTNEED)
        os.lseek(self._file, 0, os.SEEK_SET)
        pieces = []
        while piece := os.read(self._file, _PIECE):
            pieces.append(piece)
        return b"".join(pieces)

    def close(self) -> None:
        """Let go of the file; a disk that refuses even that is no news any more."""
        try:
            os.close(self._file)
        except OSError:
            return

    _seen = 0
