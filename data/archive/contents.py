"""Which files in an event's folder belong to the event."""

from pathlib import Path

from data.companion import FOLDER
from data.ledger.lock import PASSING_NAMES
from data.session.copies.copy_places import COPIES
from data.session.folders.event_folder import LEDGER_NAME
from data.session.folders.several import SEVERAL


def event_files(folder: Path) -> list[Path]:
    """Every file of the event, the ledger first, the others by path.

    Locks, unfinished files, links, the ledger's own copies, this laptop's certificate and what it needs to be
    together with others are no part of it. Raises OSError.
    """
    left_out = {folder / COPIES, folder / FOLDER, folder / SEVERAL}
    found = (path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink())
    kept = [
        path
        for path in found
        if path.name not in PASSING_NAMES and not is_unfinished(path) and left_out.isdisjoint(path.parents)
    ]
    return sorted(kept, key=lambda path: path != folder / LEDGER_NAME)


def is_unfinished(path: Path) -> bool:
    """Whether this is a file that was being written when the program ended."""
    return path.name.startswith(".") and path.name.endswith(".tmp")
