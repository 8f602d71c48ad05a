"""The program's own files among those of people: nobody means them when a file is asked for."""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from data.session.folders.elsewhere import NAME as ELSEWHERE
from data.session.folders.home import event_folders, home
from data.session.laptop.settings import SETTINGS_NAME
from data.session.outside_copies import all_noted

_BROUGHT_BACK = (".zip", ".json")
"""What was written so that an event can be brought back is asked for wherever it lies."""


def own() -> Callable[[Path], bool]:
    """Whether a file is one that the program keeps beside the events, or wrote there to be looked at.

    What it wrote anywhere else, on a stick or into Downloads, somebody may have filled in since.
    """
    events, noted = home().resolve(), all_noted()
    kept = {events / SETTINGS_NAME, events / ELSEWHERE}

    @lru_cache
    def holds_events(folder: Path) -> bool:
        return folder == events or bool(event_folders(folder))

    def is_own(file: Path) -> bool:
        path = file.resolve()
        if path in kept:
            return True
        return path in noted and path.suffix.lower() not in _BROUGHT_BACK and holds_events(path.parent)

    return is_own
