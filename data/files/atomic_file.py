"""Files that are whole or not there: on disk before their name is, and never an empty one under it.

Each is written under a hidden name that says which process writes it, ``.name.<pid>.tmp``. What a killed
process left behind under such a name is cleared away when something is written into that folder next.
"""

import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

from data.files.disk import patiently, sync_folder

Write = Callable[[Path], object]

_OURS = re.compile(r"\..+\.(\d+)\.(?:tmp|part)|\..+-\d{8}-\d{4}(?:-\d+)?\.zip\.tmp")
_HIDDEN = re.compile(r"\..+\.(?:tmp|part)")
_LEDGER = "ledger.jsonl"
"""Beside it lie the folders that only this program fills."""


def write_new(folder: Path, stem: str, suffix: str, write: Write) -> Path:
    """Let ``write`` make a file in ``folder`` under a name that is free; returns its path.

    The file is whole and synced before it is there. Raises OSError and what ``write`` raises; then
    nothing is left behind. A file that another program holds is waited for, about a second.
    """
    names = (folder / (f"{stem}{suffix}" if n == 1 else f"{stem}-{n}{suffix}") for n in count(1))
    return _write(folder / f"{stem}{suffix}", write, names)


def newest(folder: Path, stem: str, suffix: str) -> Path | None:
    """The file that ``write_new`` made last under this name; None when there is none."""
    found = [
        path for path in (folder / f"{stem}{suffix}", *folder.glob(f"{stem}-*{suffix}")) if path.is_file()
    ]
    return max(found, key=lambda path: path.stat().st_mtime_ns, default=None)


def write_to(path: Path, write: Write) -> Path:
    """The same for a file whose name was chosen. Raises FileExistsError when it is there already."""
    if path.exists():
        raise FileExistsError(17, os.strerror(17), str(path))
    return _write(path, write, iter([path]))


def write_over(path: Path, write: Write) -> Path:
    """The same, in the place of whatever stands under that name: all of it, or the file as it was."""
    with many_over(path.parent) as put:
        put(path, write)
    return path


@contextmanager
def many_over(folder: Path) -> Iterator[Callable[[Path, Write], None]]:
    """``write_over`` for many files of one folder, by calling what this yields for each.

    Each is whole under its name, or as it was, from its call on; the names are on disk when this ends.
    """
    clear_left(folder)
    try:
        yield _put_over
    except BaseException:
        # What was put before is there all the same.
        with suppress(OSError):
            sync_folder(folder)
        raise
    sync_folder(folder)


def _put_over(path: Path, write: Write) -> None:
    unfinished = unfinished_name(path)
    try:
        _begin(write, unfinished)
        sync(unfinished)
        patiently(lambda: unfinished.replace(path))
    except BaseException:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise


def unfinished_name(target: Path) -> Path:
    """Where ``target`` is written before it has its name."""
    return target.with_name(f".{target.name}.{os.getpid()}.tmp")


def clear_left(folder: Path) -> None:
    """Delete what killed processes left unfinished in ``folder``; what a live one writes stays, and so does
    every file that is not ours."""
    with suppress(OSError):
        is_own = (folder.parent / _LEDGER).exists()
        for path in folder.iterdir():
            found = _OURS.fullmatch(path.name)
            if found is None and not (is_own and _HIDDEN.fullmatch(path.name)):
                continue
            if (found and found[1] and is_alive(int(found[1]))) or not path.is_file():
                continue
            # On Windows a file that is being written cannot be deleted, which is right.
            with suppress(OSError):
                path.unlink(missing_ok=True)


def sync(path: Path) -> None:
    """Have a file's content on disk. Raises OSError."""
    # An export is copied to a stick and carried away at once: it has to be on disk before its name is.
    with patiently(lambda: path.open("rb+")) as file:
        os.fsync(file.fileno())


def _write(named: Path, write: Write, names: Iterator[Path]) -> Path:
    clear_left(named.parent)
    unfinished = unfinished_name(named)
    try:
        _begin(write, unfinished)
        sync(unfinished)
        with _alone_in(named.parent):
            target = next(name for name in names if not name.exists())
            patiently(lambda: unfinished.replace(target))
        sync_folder(target.parent)
    except StopIteration:
        raise FileExistsError(17, os.strerror(17), str(named)) from None
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
    return target


def _begin(write: Write, unfinished: Path) -> None:
    """Write, again where not even the file could be made; what was begun is not written twice."""
    patiently(lambda: write(unfinished), again=lambda: not unfinished.exists())


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """While this lasts no other process of this program gives a name in ``folder``.

    Without locks on folders (Windows, some network shares) two processes would have to look for a free
    name in the same millisecond to take it from each other.
    """
    if os.name == "nt":
        yield
        return
    import fcntl

    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def is_alive(process: int) -> bool:
    """Whether a process of this number runs on this machine; on Windows its open file answers that."""
    if os.name == "nt" or process == os.getpid():
        return process == os.getpid()
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True
