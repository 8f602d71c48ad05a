"""Where events are kept, and which there are."""

import os
from pathlib import Path

from platformdirs import user_documents_path

from data.session.folders.event_folder import has_event

HOME_VARIABLE = "LE_RA_MAT_HOME"
HOME_NAME = "Le ra mat"


def home() -> Path:
    """The folder that holds the events: ``$LE_RA_MAT_HOME``, else one in the user's Documents."""
    chosen = os.environ.get(HOME_VARIABLE)
    return Path(chosen) if chosen else user_documents_path() / HOME_NAME


def locate(name: str | Path) -> Path:
    """The event folder that a person means: a path as it stands, or the name of one in ``home()``."""
    path = Path(name).expanduser()
    if not path.is_absolute() and not has_event(path) and has_event(home() / path):
        return home() / path
    return path.resolve()


def event_folders(parent: Path) -> list[Path]:
    """The folders in ``parent`` that hold an event, by name. Empty when it cannot be read."""
    try:
        return sorted(folder for folder in parent.iterdir() if folder.is_dir() and has_event(folder))
    except OSError:
        return []
