"""Events outside the events' own folder that this laptop made or opened: the first screen lists them too."""

from pathlib import Path

import msgspec

from data.files.atomic_file import write_over
from data.files.disk import make_folder
from data.session.folders.event_folder import has_event
from data.session.folders.home import home
from data.session.practice import is_practice

NAME = "elsewhere.json"
_MOST = 20


def remember(folder: Path) -> None:
    """Remember the event in ``folder``, the latest first, unless it lies where events are kept anyway.

    A disk that refuses is no reason to stop: the event can be opened by its path.
    """
    there = folder.resolve()
    if there.parent == home().resolve() or is_practice(there):
        return
    known = [str(there), *(path for path in _paths() if path != str(there))][:_MOST]
    if known == _paths():
        return
    try:
        make_folder(home())
        write_over(home() / NAME, lambda fresh: fresh.write_bytes(msgspec.json.encode(known)))
    except OSError:
        return


def elsewhere() -> list[Path]:
    """The folders that were remembered and hold an event now, the latest first."""
    return [folder for path in _paths() if has_event(folder := Path(path))]


def _paths() -> list[str]:
    try:
        return msgspec.json.decode((home() / NAME).read_bytes(), type=list[str])
    except (OSError, RecursionError, ValueError, msgspec.MsgspecError):
        return []
