"""What happens to papers once they are files: recorded, printed, come back signed."""

import re
import shutil
from collections.abc import Iterable
from functools import partial
from hashlib import sha256
from pathlib import Path

from data.documents.papers.files import MadePaper
from data.errors import Refused
from data.files.atomic_file import write_new
from data.files.disk import make_folder, not_written
from data.language import _
from data.model.entries.papers import PaperMade, PaperPrinted, PaperSigned
from data.model.entry import Entry
from data.queries.kept_paper import kept_edition
from data.session.session import Session
from data.state.papers import Edition

SCANS = "scans"


LARGEST_SCAN = 200_000_000
"""Bytes; a paper of ten pages scanned in colour has some 30 million."""
_SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,8}")


def can_record(session: Session) -> bool:
    """Whether what is made can be written down: the event is neither open elsewhere nor closed."""
    return session.writes and session.closed is None


def record_made(session: Session, made: Iterable[MadePaper]) -> list[Entry]:
    """Write that these papers were made, one entry each."""
    return [
        session.record(
            PaperMade(paper=one.paper.id, edition=one.edition, file=one.file.name, digest=one.digest)
        )
        for one in made
    ]


def mark_paper_printed(session: Session, paper: str) -> Entry:
    """Write that the paper's last edition was printed. Refused when it was never made."""
    return session.record(PaperPrinted(paper=paper, edition=_latest(session, paper).number))


def take_signed(session: Session, paper: str, scan: Path | None) -> Entry:
    """Write that the paper's last edition came back signed, and keep its ``scan`` in the event's folder.

    Refused when the paper was never made or the scan cannot be read; nothing is written then.
    """
    edition = _latest(session, paper)
    if scan is None:
        return session.record(PaperSigned(paper=paper, edition=edition.number))
    kept, checksum = _keep(scan, session.folder / SCANS, Path(edition.file).stem)
    return session.record(PaperSigned(paper=paper, edition=edition.number, file=kept.name, sha256=checksum))


def _latest(session: Session, paper: str) -> Edition:
    edition = kept_edition(session.state, paper)
    if edition is None:
        raise Refused(_("This paper has not been made yet."))
    return edition


def _keep(scan: Path, folder: Path, stem: str) -> tuple[Path, str]:
    """Copy the scan under a free name; the copy and its SHA-256."""
    try:
        if not scan.is_file():
            raise Refused(_("There is no file {path}.").format(path=scan))
        if scan.stat().st_size > LARGEST_SCAN:
            raise Refused(
                _("The scan {name} is larger than {most} MB. Save a smaller copy of it.").format(
                    name=scan.name, most=LARGEST_SCAN // 1_000_000
                )
            )
    except (OSError, ValueError) as error:
        raise Refused(_("There is no file {path}.").format(path=scan)) from error
    suffix = scan.suffix.lower() if _SUFFIX.fullmatch(scan.suffix) else ""
    try:
        make_folder(folder)
        kept = write_new(folder, f"{stem}-da-ky", suffix, partial(shutil.copyfile, scan))
        return kept, sha256(kept.read_bytes()).hexdigest()
    except OSError as error:
        raise not_written(folder, error) from error
