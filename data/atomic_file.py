"""New files: whole or not there, on disk before their name is, and never in place of another."""

import os
from collections.abc import Callable
from itertools import count
from pathlib import Path


def write_new(folder: Path, stem: str, suffix: str, write: Callable[[Path], object]) -> Path:
    """Let ``write`` make a file in ``folder`` under a name that is free; returns its path.

    The file is whole and synced before it is there. Raises OSError and what ``write`` raises; then
    nothing is left behind.
    """
    return _write(_reserve(folder, stem, suffix), write)


def newest(folder: Path, stem: str, suffix: str) -> Path | None:
    """The file that ``write_new`` made last under this name; None when there is none."""
    found = [
        path for path in (folder / f"{stem}{suffix}", *folder.glob(f"{stem}-*{suffix}")) if path.is_file()
    ]
    return max(found, key=lambda path: path.stat().st_mtime_ns, default=None)


def write_to(path: Path, write: Callable[[Path], object]) -> Path:
    """The same for a file whose name was chosen. Raises FileExistsError when it is there already."""
    path.touch(exist_ok=False)
    return _write(path, write)


def _write(target: Path, write: Callable[[Path], object]) -> Path:
    unfinished = target.with_name(f".{target.name}.tmp")
    try:
        write(unfinished)
        _sync(unfinished)
        unfinished.replace(target)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        target.unlink(missing_ok=True)
        raise
    return target


def _reserve(folder: Path, stem: str, suffix: str) -> Path:
    """Make an empty file under a free name, so that no other program can take it meanwhile."""
    for number in count(1):
        target = folder / (f"{stem}{suffix}" if number == 1 else f"{stem}-{number}{suffix}")
        try:
            target.touch(exist_ok=False)
        except FileExistsError:
            continue
        return target
    raise AssertionError("counting never ends")


def _sync(path: Path) -> None:
    # An export is copied to a stick and carried away at once: it has to be on disk before its name is.
    with path.open("rb+") as file:
        os.fsync(file.fileno())
