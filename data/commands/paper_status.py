"""What happens to papers once they are files: recorded, printed, come back signed."""

import shutil
from collections.abc import Iterable
from functools import partial
from hashlib import sha256
from pathlib import Path

from data.ceremony import Ceremony
from data.errors import CeremonyError, Refused
from data.language import _
from data.model.entry import Entry
from data.model.happenings.papers import PaperMade, PaperPrinted, PaperSigned
from data.new_file import write_new
from data.papers.files import MadePaper
from data.state.papers import Edition

SCANS = "scans"


def can_record(ceremony: Ceremony) -> bool:
    """Whether what is made can be written down: the event is neither open elsewhere nor closed."""
    return ceremony.writes and ceremony.state.rest.closed is None


def record_made(ceremony: Ceremony, made: Iterable[MadePaper]) -> list[Entry]:
    """Write that these papers were made, one entry each."""
    return [
        ceremony.record(
            PaperMade(paper=one.paper.id, edition=one.edition, file=one.file.name, digest=one.digest)
        )
        for one in made
    ]


def mark_paper_printed(ceremony: Ceremony, paper: str) -> Entry:
    """Write that the paper's last edition was printed. Refused when it was never made."""
    return ceremony.record(PaperPrinted(paper=paper, edition=_latest(ceremony, paper).number))


def take_signed(ceremony: Ceremony, paper: str, scan: Path | None) -> Entry:
    """Write that the paper's last edition came back signed, and keep its ``scan`` in the event's folder.

    Refused when the paper was never made or the scan cannot be read; nothing is written then.
    """
    edition = _latest(ceremony, paper)
    if scan is None:
        return ceremony.record(PaperSigned(paper=paper, edition=edition.number))
    kept, checksum = _keep(scan, ceremony.folder / SCANS, Path(edition.file).stem)
    return ceremony.record(PaperSigned(paper=paper, edition=edition.number, file=kept.name, sha256=checksum))


def _latest(ceremony: Ceremony, paper: str) -> Edition:
    edition = ceremony.state.papers.latest(paper)
    if edition is None:
        raise Refused(_("This paper has not been made yet."))
    return edition


def _keep(scan: Path, folder: Path, stem: str) -> tuple[Path, str]:
    """Copy the scan under a free name; the copy and its SHA-256."""
    if not scan.is_file():
        raise Refused(_("There is no file {path}.").format(path=scan))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        kept = write_new(folder, f"{stem}-da-ky", scan.suffix.lower(), partial(shutil.copyfile, scan))
        return kept, sha256(kept.read_bytes()).hexdigest()
    except OSError as error:
        raise CeremonyError(
            _("The scan could not be copied to {path} ({reason}).").format(
                path=folder, reason=error.strerror or error
            )
        ) from error
