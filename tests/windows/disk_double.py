"""A disk that refuses as Windows does, over the real one, on every system.

Only what changes something is refused, and only under one folder; what Windows' own refusals carry
(``errno``, ``winerror``, the class of the error) is as CPython makes it there.
"""

import builtins
import errno
import io
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

FOREVER = 10**9
SAID = {
    3: (errno.ENOENT, "The system cannot find the path specified"),
    5: (errno.EACCES, "Access is denied"),
    21: (errno.EACCES, "The device is not ready"),
    32: (errno.EACCES, "The process cannot access the file because it is being used by another process"),
    33: (
        errno.EACCES,
        "The process cannot access the file another process has locked a portion of it",
    ),
    123: (errno.EINVAL, "The filename, directory name, or volume label syntax is incorrect"),
    206: (errno.ENOENT, "The filename or extension is too long"),
}
"""What Windows says, by its number, and which ``errno`` CPython makes of it."""


def windows_error(number: int, path: object) -> OSError:
    """The error that Windows' refusal of this number is in Python."""
    code, text = SAID[number]
    error = OSError(code, text, str(path))
    error.winerror = number  # type: ignore[attr-defined]
    return error


class DiskDouble:
    """Refuses changes under ``place`` from ``refuse`` until ``relent``; ``refused`` counts."""

    def __init__(self, place: Path, patch: pytest.MonkeyPatch) -> None:
        self._place = place.resolve()
        self._number = 0
        self._left = 0
        self._only_names = False
        self.refused = 0
        for name in ("replace", "rename", "link"):
            patch.setattr(os, name, self._over_two(getattr(os, name)))
        for name in ("unlink", "remove", "rmdir"):
            patch.setattr(os, name, self._over_one(getattr(os, name), makes=False))
        patch.setattr(os, "mkdir", self._over_one(os.mkdir, makes=True))
        patch.setattr(os, "open", self._over_os_open(os.open))
        opened = self._over_open(builtins.open)
        patch.setattr(builtins, "open", opened)
        patch.setattr(io, "open", opened)

    def refuse(self, number: int, times: int = FOREVER) -> None:
        """Refuse the next ``times`` changes with Windows' error of this number."""
        self._number, self._left, self.refused = number, times, 0
        # A name that Windows cannot hold stops what makes it, not what takes something else away.
        self._only_names = number in (123, 206)

    def relent(self) -> None:
        """Refuse nothing more."""
        self._left = 0

    def _ask(self, path: object, *, makes: bool) -> None:
        if not self._left or not isinstance(path, str | bytes | os.PathLike):
            return
        if self._only_names and not makes:
            return
        whole = Path.cwd() / os.fsdecode(path)
        if whole.is_relative_to(self._place):
            self._left -= 1
            self.refused += 1
            raise windows_error(self._number, path)

    def _over_one(self, real: Callable[..., Any], *, makes: bool) -> Callable[..., Any]:
        def call(path: Any, *more: Any, **named: Any) -> Any:
            if not (makes and Path(path).is_dir()):
                self._ask(path, makes=makes)
            return real(path, *more, **named)

        return call

    def _over_two(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(source: Any, target: Any, **named: Any) -> Any:
            self._ask(target, makes=True)
            return real(source, target, **named)

        return call

    def _over_os_open(self, real: Callable[..., int]) -> Callable[..., int]:
        def call(path: Any, flags: int, *more: Any, **named: Any) -> int:
            if flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
                self._ask(path, makes=not Path(path).exists())
            return real(path, flags, *more, **named)

        return call

    def _over_open(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(file: Any, mode: str = "r", *more: Any, **named: Any) -> Any:
            if set(mode) & set("wax+"):
                self._ask(file, makes=not isinstance(file, int) and not Path(file).exists())
            return real(file, mode, *more, **named)

        return call
