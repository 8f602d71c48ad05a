"""Copies of an event outside its folder that the program itself made: they hold names, too."""

from collections.abc import Callable, Iterable
from pathlib import Path
from zipfile import BadZipFile, ZipFile

import msgspec

from data.archive.manifest import MANIFEST
from data.errors import CeremonyError
from data.language import _
from data.ledger.lines.line import FIRST_LINK, LineBroken, decode
from data.ledger.table import EVENT
from data.model.event import Event
from data.session.folders.event_folder import LEDGER_NAME
from data.session.folders.home import event_folders, home
from data.session.folders.peek import peek
from data.session.outside_copies import forget_copies, noted_copies
from data.session.session import Session

Finder = Callable[[Session], Iterable[Path]]


def find_copies(session: Session) -> tuple[Path, ...]:
    """Every copy of the event that can be found, each once, by path.

    What is a copy of it, ``FINDERS`` know; one that cannot look (a stick was taken out) finds nothing.
    """
    found: set[Path] = set()
    for finder in FINDERS:
        try:
            found.update(path.resolve() for path in finder(session))
        except OSError:
            continue
    return tuple(sorted(found))


def other_folders(session: Session) -> tuple[Path, ...]:
    """Whole folders of the same event elsewhere in reach, as bringing an archive back makes them.

    They are events to be opened and purged themselves.
    """
    folder, event = session.folder.resolve(), session.state.event.id
    found = {
        other.resolve()
        for parent in _places(session)
        for other in event_folders(parent)
        if other.resolve() != folder and (known := peek(other)) is not None and known.id == event
    }
    return tuple(sorted(found))


def delete_copies(paths: Iterable[Path]) -> None:
    """Delete these copies. Raises CeremonyError for the first that could not be, once all others are gone."""
    failed: OSError | None = None
    gone = []
    for path in paths:
        try:
            path.unlink(missing_ok=True)
            gone.append(path)
        except OSError as error:
            failed = failed or error
    forget_copies(gone)
    if failed is not None:
        raise CeremonyError(
            _("{path} could not be deleted ({reason}). Delete it yourself: it holds names.").format(
                path=failed.filename, reason=failed.strerror or failed
            )
        )


def archives_in_reach(session: Session) -> list[Path]:
    """The archives of the event beside its folder and in the folder of events, noted or not."""
    event = session.state.event.id
    zips = [path for place in _places(session) for path in place.glob("*.zip") if path.is_file()]
    return [path for path in zips if _event_in(path) == event]


FINDERS: tuple[Finder, ...] = (noted_copies, archives_in_reach)
"""What finds copies of an event; whatever makes another kind of copy adds its own."""


def _places(session: Session) -> tuple[Path, ...]:
    return tuple(dict.fromkeys((session.folder.resolve().parent, home().resolve())))


def _event_in(archive: Path) -> str:
    """The id of the event in an archive of ours; empty for any other zip, also a damaged one."""
    try:
        with ZipFile(archive) as zipped:
            names = zipped.namelist()
            ledger = next((name for name in names if name.endswith(f"/{LEDGER_NAME}")), "")
            if MANIFEST not in names or not ledger:
                return ""
            with zipped.open(ledger) as file:
                changes, _link = decode(file.readline().rstrip(b"\n"), FIRST_LINK)
        return msgspec.convert(next(iter((changes[EVENT] or {}).values())), Event).id
    except (OSError, BadZipFile, LineBroken, KeyError, StopIteration, RuntimeError, ValueError):
        # RuntimeError: a zip with a password, or packed in a way that is not known here.
        return ""
