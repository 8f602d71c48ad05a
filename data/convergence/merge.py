"""Two copies of one event become one: in any order, any number of times, with the same result."""

import shutil
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from data.archive.restore import Progress
from data.commands.gifts.photos import PHOTOS
from data.commands.paper_status import SCANS
from data.convergence.other import Other, open_other
from data.convergence.take_in import Taken, take_in
from data.errors import Refused
from data.files.atomic_file import write_to
from data.files.disk import make_folder, not_written
from data.language import _
from data.ledger.lines.record import Step
from data.model.entries.event import PersonalDataPurged
from data.model.entries.gifts import PhotoAttached
from data.model.entries.papers import PaperSigned
from data.session.session import Session

_PIECE = 1 << 20


class Merged(Struct, frozen=True, kw_only=True):
    """What came of a merge: the steps, how many lines of the other copy could not be read, and how many
    ``files`` (photos of handovers, scans of signed papers) came along."""

    taken: Taken
    unread: int = 0
    files: int = 0


def merge(session: Session, path: Path, progress: Progress | None = None) -> Merged:
    """Take everything that the copy of the same event at ``path`` has, and this one lacks, into this one.

    The other copy is only read: merge it the other way round to have all on both. Photos and scans come
    first, then the steps, all synced when this returns, so that what a kill leaves is a sound event, and
    merging again completes it. Raises as ``open_other`` and ``take_in`` do, and Refused where personal data
    were deleted in the other copy but not in this one: what was deleted there on purpose stands here still.
    """
    with open_other(path, session.state.event.id, progress) as other:
        return take_over(session, other, bring_files(session, other))


def bring_files(session: Session, other: Other) -> int:
    """Copy the photos and scans of the other copy's steps that are missing here; how many. None where
    personal data were deleted. Writes files alone, so it may run in any thread. Raises as ``merge`` does."""
    _refuse_purged(session, other)
    if session.state.rest.purged is not None:
        return 0
    return sum(_bring(session.folder, other.folder, step) for step in other.steps)


def take_over(session: Session, other: Other, files: int = 0) -> Merged:
    """Take the other copy's steps in; ``files`` is how many files were brought. Raises as ``merge`` does."""
    _refuse_purged(session, other)
    taken = take_in(session, other.steps, event=other.event)
    return Merged(taken=taken, unread=other.unread, files=files)


def _refuse_purged(session: Session, other: Other) -> None:
    purged = any(isinstance(step.entry.what, PersonalDataPurged) for step in other.steps)
    if purged and session.state.rest.purged is None:
        raise Refused(
            _(
                "Personal data were deleted in the other copy, and not in this one. Delete them here as well "
                "(F6, F8), then merge."
            )
        )


def _bring(folder: Path, source: Path, step: Step) -> bool:
    match step.entry.what:
        case PhotoAttached(file=file, sha256=digest):
            return _copy(source / PHOTOS, folder / PHOTOS, file, digest)
        case PaperSigned(file=file, sha256=digest) if file:
            return _copy(source / SCANS, folder / SCANS, file, digest)
    return False


def _copy(source: Path, target: Path, file: str, digest: str) -> bool:
    """Copy a file under its name, or where that is another's with its checksum behind; whether it was."""
    if Path(file).name != file or not (source / file).is_file() or _digest(source / file) != digest:
        # Deleted there since, or not what the entry says it is.
        return False
    place = target / file
    if place.exists():
        if _digest(place) == digest:
            return False
        place = place.with_name(f"{place.stem}-{digest[:8]}{place.suffix}")
        if place.exists():
            return False
    try:
        make_folder(target)
        write_to(place, lambda fresh: Path(shutil.copyfile(source / file, fresh)))
    except OSError as error:
        raise not_written(place, error) from error
    return True


def _digest(path: Path) -> str:
    found = sha256()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            found.update(piece)
    return found.hexdigest()
