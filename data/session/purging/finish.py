"""The part of a purge that goes on when the event is opened next, if a power cut stopped it."""

import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from data.errors import CeremonyError, Refused
from data.files.disk import cause, patiently, sync_folder
from data.language import _
from data.ledger.lines.record import Step
from data.ledger.lock import PASSING_NAMES, PURGING_NAME
from data.ledger.refusals import unwritable
from data.model.entries.base import GONE
from data.model.entries.event import PersonalDataPurged
from data.model.entry import AnyHappening, Entry
from data.session.copies.copy_places import places_of
from data.session.copies.rescue import drop, rescues
from data.session.folders.event_folder import LEDGER_NAME
from data.session.purging.scrub import scrub
from data.state.state import State

_KEPT = (LEDGER_NAME, *PASSING_NAMES)


class Purgeable(Protocol):
    """What a purge needs of the open event."""

    @property
    def folder(self) -> Path:
        """Its folder."""
        ...

    @property
    def state(self) -> State:
        """What its entries add up to."""
        ...

    def rewrite(self, before: Iterable[Step], what: AnyHappening) -> Entry:
        """Put a new ledger in the old one's place."""
        ...


def files_that_go(folder: Path) -> tuple[Path, ...]:
    """Every file in the event's folder but its ledger and what stands there only while it is open, by path.

    Raises Refused where another event lies in the folder, which must not be lost with it.
    """
    files = tuple(path for path in sorted(folder.rglob("*")) if _goes(path, folder))
    for path in files:
        if path.name == LEDGER_NAME:
            raise Refused(
                _("Another event lies in this one's folder: {path}. Move it elsewhere first.").format(
                    path=path.parent
                )
            )
    return files


def guests_named(steps: Iterable[Step]) -> int:
    """Of how many guests the steps still say the name."""
    return len({guest.number for step in steps for guest in step.guests if guest.name != GONE})


def _goes(path: Path, folder: Path) -> bool:
    is_file = path.is_symlink() or not path.is_dir()
    return is_file and path.relative_to(folder).as_posix() not in _KEPT


def finish_purge(session: Purgeable) -> None:
    """Bring a purge that was stopped in the middle to its end.

    Raises LedgerUnwritable when the disk refuses, CeremonyError when a file could not be deleted.
    """
    files = files_that_go(session.folder)
    before = session.state.steps
    steps = scrub(before)
    if steps != before:
        session.rewrite(steps, PersonalDataPurged(guests=guests_named(before), files=len(files)))
    end(session, files)


def begin(folder: Path) -> None:
    """Leave word that personal data are being deleted, on disk before anything is."""
    try:
        with (folder / PURGING_NAME).open("wb") as file:
            os.fsync(file.fileno())
        sync_folder(folder)
    except OSError as error:
        with suppress(OSError):
            (folder / PURGING_NAME).unlink(missing_ok=True)
        raise unwritable(folder / PURGING_NAME, error) from error


def end(session: Purgeable, files: tuple[Path, ...]) -> None:
    """Delete ``files`` of the event, and its ledger's copies that lie elsewhere; then the purge is done.

    Raises CeremonyError for a file that could not be deleted, once all others are gone.
    """
    event = session.state.event.id
    for rescue in rescues(event):
        drop(rescue)
    for place in places_of(session.folder, event)[1:]:
        shutil.rmtree(place, ignore_errors=True)
    _delete(session.folder, files)
    with suppress(OSError):
        (session.folder / PURGING_NAME).unlink(missing_ok=True)


def _delete(folder: Path, files: tuple[Path, ...]) -> None:
    failed: OSError | None = None
    for path in files:
        try:
            patiently(lambda path=path: path.unlink(missing_ok=True))  # type: ignore[misc]
        except OSError as error:
            failed = failed or error
    for path in folder.iterdir():
        if path.is_dir() and not path.is_symlink():
            with suppress(OSError):
                shutil.rmtree(path)
    if failed is not None:
        raise _left(Path(failed.filename or folder), failed)


def _left(path: Path, error: OSError) -> CeremonyError:
    return CeremonyError(
        _(
            "Personal data are out of the ledger, but {path} could not be deleted ({reason}). "
            "Close whatever has it open, and delete personal data again."
        ).format(path=path, reason=cause(error))
    )
