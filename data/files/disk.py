"""What every writer of files shares: patience with a file held for a moment, and the cause in words."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from time import sleep
from typing import TypeVar

from data.errors import CeremonyError
from data.language import _

Result = TypeVar("Result")

_TRIES = 20
_PAUSE = 0.05
_HELD = frozenset({5, 32, 33})
"""Windows: access denied, sharing violation, lock violation. A virus scanner or a sync program that looks
at a new file causes each of them for a moment."""
_FULL = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG})
_WINDOWS_GONE = frozenset({3, 15, 21, 53, 55, 64, 67, 121, 433, 1167})
"""Windows: no such path or drive, a device that is not ready or was pulled out, a share that is away."""
_WINDOWS_NAME = frozenset({123, 161, 206})
"""Windows: a name, a path that it does not allow, one that is too long."""
_GONE = frozenset({errno.ENOENT, errno.ENODEV, errno.ENXIO, getattr(errno, "ESTALE", errno.ENOENT)})
_BUSY = frozenset({errno.EBUSY, errno.ETXTBSY})
_WINDOWS_FULL = frozenset({39, 112})
_WINDOWS_READ_ONLY = 19


def patiently(action: Callable[[], Result], again: Callable[[], bool] = lambda: True) -> Result:
    """Do ``action``, again for about a second while another program holds the file; its result.

    ``again`` tells whether the action may be begun anew. Raises the OSError that stands after that, and
    any other at once.
    """
    for left in reversed(range(_TRIES)):
        try:
            return action()
        except OSError as error:
            if not left or not is_held(error) or not again():
                raise
        sleep(_PAUSE)
    raise AssertionError("the last try returns or raises")


def make_folder(folder: Path, mode: int = 0o777) -> None:
    """Have ``folder`` there, and what it lies in; ``mode`` is who may enter a new one. Raises OSError."""
    patiently(lambda: folder.mkdir(mode, parents=True, exist_ok=True))


def is_held(error: OSError) -> bool:
    """Whether another program may hold the file, so that it may go well a moment later."""
    number = getattr(error, "winerror", None)
    if number is not None:
        return number in _HELD
    # POSIX says EACCES for good, so that trying again costs a second before the same refusal; a file
    # server in between, or Windows without its own number, says it for a moment.
    return isinstance(error, PermissionError) or error.errno in _BUSY


def cause(error: OSError) -> str:
    """Why the disk refused, in a few words in the language of the screen, and as the system says it."""
    words, said = _words(error), error.strerror or str(error)
    return f"{words}: {said}" if words else said


def advice(error: OSError) -> str:
    """What helps against that cause, in one sentence."""
    number = getattr(error, "winerror", None)
    if error.errno in _FULL or number in _WINDOWS_FULL:
        return _("Free some space, or choose another folder.")
    if error.errno == errno.EROFS or number == _WINDOWS_READ_ONLY:
        return _("Choose another folder, or take the write protection off.")
    if _is_name(error):
        return _("Choose a shorter name, or a folder that lies less deep.")
    if is_held(error):
        return _("Close the program that has the file open, then try again.")
    if error.errno in _GONE or number in _WINDOWS_GONE:
        return _("Put the disk or the folder back, or choose another.")
    return _("Try another disk, or choose another folder.")


def _words(error: OSError) -> str:
    number = getattr(error, "winerror", None)
    if error.errno in _FULL or number in _WINDOWS_FULL:
        return _("the disk is full")
    if error.errno == errno.EROFS or number == _WINDOWS_READ_ONLY:
        return _("the disk can only be read")
    if _is_name(error):
        return _("the name is too long, or not allowed here")
    if error.errno in _GONE or number in _WINDOWS_GONE:
        return _("it is not there any more")
    if number in (32, 33) or error.errno in _BUSY:
        return _("another program holds the file")
    if isinstance(error, PermissionError):
        return _("another program holds the file, or it may not be written")
    if error.errno == errno.EIO:
        return _("the disk is failing")
    return ""


def _is_name(error: OSError) -> bool:
    return getattr(error, "winerror", None) in _WINDOWS_NAME or error.errno == errno.ENAMETOOLONG


def sync_folder(folder: Path) -> None:
    """Put a new file's name on disk too; Windows neither needs nor allows it."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        # Some file systems (network shares, FUSE) know no sync of a folder: then there is none to wait for.
        if error.errno not in (errno.EINVAL, errno.ENOTSUP, errno.EBADF):
            raise
    finally:
        os.close(handle)


def not_written(path: Path, error: OSError) -> CeremonyError:
    """The refusal for a file or folder that the disk did not take: what, why, and what helps."""
    return CeremonyError(
        _("{path} cannot be written ({reason}). {advice}").format(
            path=path, reason=cause(error), advice=advice(error)
        )
    )
