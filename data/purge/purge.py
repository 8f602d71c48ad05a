"""The purge itself: the ledger written anew, everything else in the folder deleted."""

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from data.archive.contents import is_unfinished
from data.companion import FOLDER
from data.documents.papers.pending import to_make, to_sign
from data.errors import LedgerUnwritable, Refused
from data.language import _
from data.ledger.lock import PURGING_NAME
from data.model.entries.event import PersonalDataPurged
from data.model.event import Event
from data.purge.copies import delete_copies, find_copies, other_folders
from data.queries.laptops.writers import name_of
from data.repair.mending import DAMAGED_STEM
from data.session.copies.copy_places import COPIES
from data.session.folders.several import SEVERAL
from data.session.purging.finish import begin, end, files_that_go, guests_named
from data.session.purging.scrub import scrub
from data.session.session import Session
from data.text.cleaning.clean import clean
from data.text.fold import fold

OWN_FOLDERS = ("cards", "papers", "exports", "photos", "scans", FOLDER, SEVERAL, COPIES)
"""The folders that the program itself fills."""


class Purge(Struct, frozen=True, kw_only=True):
    """What a purge takes out: the data of so many ``guests``, and every one of ``files``.

    ``foreign`` are those of the files that the program did not make. ``unsigned`` are the titles of papers
    whose signed copy has not come back. ``copies`` lie elsewhere and go only where that is asked for;
    ``other_folders`` hold the same event and stay.
    """

    guests: int
    files: tuple[Path, ...]
    foreign: tuple[Path, ...]
    unsigned: tuple[str, ...] = ()
    copies: tuple[Path, ...] = ()
    other_folders: tuple[Path, ...] = ()


def to_purge(session: Session) -> Purge:
    """What a purge would take out of the event now.

    Raises Refused where another event lies in this one's folder, which must not be lost with it.
    """
    folder = session.folder
    files = files_that_go(folder)
    foreign = tuple(path for path in files if not _is_own(path, folder))
    return Purge(
        guests=guests_named(session.state.steps),
        files=files,
        foreign=foreign,
        unsigned=tuple(paper.title for paper in (*to_make(session.state), *to_sign(session.state))),
        copies=find_copies(session),
        other_folders=other_folders(session),
    )


def _is_own(path: Path, folder: Path) -> bool:
    is_kept_ledger = path.parent == folder and path.name.startswith(DAMAGED_STEM)
    return path.relative_to(folder).parts[0] in OWN_FOLDERS or is_unfinished(path) or is_kept_ledger


def confirmation(event: Event) -> str:
    """What a person has to type before personal data are deleted: the village."""
    return event.site.village


def purge(session: Session, confirmed: str, copies: Iterable[Path] = ()) -> Purge:
    """Take personal data out of the ledger and delete every other file of the event; says what went.

    Counts, times and ids stay. ``confirmed`` is what was typed, and has to be ``confirmation(event)``.
    The new ledger is whole on disk before it takes the old one's place; files are deleted after that. A
    purge that a power cut stopped goes on when the event is opened next. The ledger's copies in the second
    place and in the user's own folder go too. ``copies`` are those of ``to_purge`` elsewhere that are to be
    deleted with it; all others stay. Refused when the event is not closed, the confirmation is wrong, or
    nothing is left to take out; LedgerUnwritable when the disk refuses (then nothing was changed),
    CeremonyError when a file could not be deleted.
    """
    if session.closed is not None and session.state.rest.missing:
        names = ", ".join(name_of(session.state, id) for id in sorted(session.state.rest.missing))
        raise Refused(
            _(
                "Entries of other laptops may be missing: {names}. Close the event there, merge their copies "
                "(main.py merge), then delete. If they will not come back: F6, F8, C "
                "(main.py close … --anyway)."
            ).format(names=names)
        )
    if session.state.rest.closed is None:
        raise Refused(_("Close the event first; personal data are deleted when nothing more is recorded."))
    if session.is_together:
        raise Refused(
            _("Leave the other laptops first (^P “laptops”, X): what goes between them still holds names.")
        )
    expected = confirmation(session.state.event)
    if fold(clean(confirmed)) != fold(expected):
        raise Refused(_("Nothing was deleted. To delete, type: {text}").format(text=expected))
    found = to_purge(session)
    steps = scrub(session.state.steps)
    chosen = set(copies)
    going = tuple(path for path in found.copies if path in chosen)
    is_clean = steps == session.state.steps and not found.files
    if is_clean and not going:
        raise Refused(_("There are no personal data left to delete."))
    if not is_clean:
        with session.meanwhile():
            begin(session.folder)
        try:
            what = PersonalDataPurged(guests=found.guests, files=len(found.files), copies=len(going))
            session.rewrite(steps, what)
        except LedgerUnwritable:
            (session.folder / PURGING_NAME).unlink(missing_ok=True)
            raise
        end(session, found.files)
    delete_copies(going)
    return replace(found, copies=going)
