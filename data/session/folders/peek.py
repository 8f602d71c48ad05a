"""An event as it was made, read without opening it."""

from pathlib import Path

import msgspec

from data.ledger.lines.line import FIRST_LINK, LineBroken, decode
from data.ledger.table import EVENT
from data.model.event import Event
from data.session.folders.event_folder import LEDGER_NAME
from data.session.folders.home import event_folders
from data.text.cleaning.harmless import harmless


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
