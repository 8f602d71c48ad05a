"""The other copy of an event, wherever it lies: a folder, a stick, an archive. It is only read."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct

from data.archive.restore import Progress, restore
from data.errors import CeremonyError, LedgerNewer, Refused
from data.files.disk import cause
from data.language import _
from data.ledger.lines.line import Changes
from data.ledger.lines.reading import Reading, Tables, apply, read_bytes
from data.ledger.lines.record import Step
from data.ledger.lock import PURGING_NAME
from data.repair.damage.readable_lines import understood
from data.repair.damage.salvage import salvage
from data.session.folders.event_folder import LEDGER_NAME, has_event
from data.session.folders.home import event_folders, locate
from data.session.folders.peek import peek
from data.state.laptops.order import placed
from data.state.reading.soundness import Unsound, sound_steps


class Other(Struct, frozen=True, kw_only=True):
    """What another copy holds: the ``event``'s id, its ``steps`` with their places, and how many lines of it
    are ``unread`` because they are damaged or make no sense. ``folder`` is where its photos and scans lie."""

    folder: Path
    event: str
    steps: tuple[Step, ...]
    unread: int = 0


@contextmanager
def open_other(path: Path, event: str, progress: Progress | None = None) -> Iterator[Other]:
    """Read the copy at ``path`` of the event with this id; while this lasts, its folder can be read, too.

    ``path`` is an event's folder, a folder or stick with such a folder in it, a ledger file, or an archive
    (.zip), which is checked as a whole first. Raises Refused where no event is, or another one, CeremonyError
    where the disk cannot be read, LedgerNewer for one of a newer version of the program.
    """
    path = path.expanduser()
    if not path.exists():
        path = locate(path)
    try:
        if path.is_file() and path.suffix.lower() == ".zip":
            # Only its owner may enter it: there are names in it.
            with TemporaryDirectory(prefix="le-ra-mat-gop-") as place:
                yield _read(restore(path, Path(place) / "event", progress), path, event)
            return
        yield _read(_folder(path, event), path, event)
    except OSError as error:
        if isinstance(error, CeremonyError):
            raise
        raise CeremonyError(
            _("The folder {path} cannot be read ({reason}).").format(path=path, reason=cause(error))
        ) from error


def _folder(path: Path, event: str) -> Path:
    """The folder of the event that ``path`` means: itself, or the one in it that is of the same event."""
    if path.name == LEDGER_NAME and path.is_file():
        return path.parent
    if has_event(path):
        return path
    inner = [folder for folder in event_folders(path) if (known := peek(folder)) and known.id == event]
    if not inner:
        raise Refused(
            _("There is no copy of this event in {path}. Choose its folder, or its archive (.zip).").format(
                path=path.resolve()
            )
        )
    return inner[0]


def _read(folder: Path, named: Path, event: str) -> Other:
    if (folder / PURGING_NAME).exists():
        raise Refused(
            _("Personal data are just being deleted from {path}. Open that copy once, then merge.").format(
                path=named
            )
        )
    text = (folder / LEDGER_NAME).read_bytes()
    reading = read_bytes(text, Reading())
    changes, unread = reading.changes, 0
    if reading.damaged:
        rows = salvage(text)
        changes = [row.changes for row in rows if row.changes is not None]
        unread = len(rows) - len(changes)
    try:
        steps = sound_steps(_tables(changes))
    except Unsound as fault:
        if fault.is_newer:
            raise LedgerNewer(
                _("The ledger was written by a newer version of the program. Open it with that version.")
            ) from fault
        kept, unclear = understood(changes)
        unread += len(unclear)
        steps = sound_steps(_tables(kept))
    found = next((step.event.id for step in steps if step.event is not None), "")
    if found != event:
        raise Refused(_("That is another event. Only copies of one and the same event can be made one."))
    return Other(folder=folder, event=found, steps=tuple(placed(steps)), unread=unread)


def _tables(lines: list[Changes]) -> Tables:
    tables: Tables = {}
    for changes in lines:
        apply(tables, changes)
    return tables
