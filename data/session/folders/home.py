"""Where events are kept, and which there are."""

import os
from pathlib import Path

import msgspec
from platformdirs import user_documents_path

from data.ledger.line import FIRST_LINK, LineBroken, decode
from data.ledger.table import EVENT
from data.model.event import Event
from data.session.session import LEDGER_NAME, has_event
from data.text.cleaning.harmless import harmless

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


def peek(folder: Path) -> Event | None:
    """The event as it was made, from the ledger's first line alone; None when that cannot be read."""
    try:
        with (folder / LEDGER_NAME).open("rb") as file:
            changes, _link = decode(file.readline().rstrip(b"\n"), FIRST_LINK)
        return msgspec.convert(harmless(next(iter((changes[EVENT] or {}).values()))), Event)
    except (OSError, LineBroken, KeyError, StopIteration, msgspec.ValidationError):
        return None


def sibling_events(folder: Path) -> list[Event]:
    """The other events beside ``folder``, as they were made."""
    beside = (peek(other) for other in event_folders(folder.parent) if other != folder)
    return [event for event in beside if event is not None]
