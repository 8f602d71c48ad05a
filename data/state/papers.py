"""What became of the papers: which were made, printed, and came back signed."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, assert_never

from msgspec import Struct
from msgspec.structs import replace

from data.model.entries.papers import AnyPaperHappening, PaperHappening, PaperMade, PaperPrinted, PaperSigned
from data.model.entry import Entry

PaperPhase = Literal["none", "made", "printed", "signed"]


class Edition(Struct, frozen=True, kw_only=True):
    """One time that a paper was made. Times are UTC; ``scan`` is a file in the event's ``scans``."""

    number: int
    file: str
    digest: str
    at: datetime
    printed: datetime | None = None
    signed: datetime | None = None
    scan: str = ""

    @property
    def phase(self) -> PaperPhase:
        """How far this edition has come."""
        return "signed" if self.signed else "printed" if self.printed else "made"


@dataclass
class Papers:
    """The fold of everything that happened to papers: editions by paper id, the latest last."""

    by_id: dict[str, list[Edition]] = field(default_factory=dict)

    def apply(self, entry: Entry, what: AnyPaperHappening) -> None:
        """Fold a happening in. One of an edition whose making was undone says nothing any more."""
        match what:
            case PaperMade():
                edition = Edition(number=what.edition, file=what.file, digest=what.digest, at=entry.at)
                self.by_id.setdefault(what.paper, []).append(edition)
            case PaperPrinted():
                self._change(what, printed=entry.at)
            case PaperSigned():
                self._change(what, signed=entry.at, scan=what.file)
            case _:
                assert_never(what)

    def latest(self, paper: str) -> Edition | None:
        """The edition made last, or None."""
        editions = self.by_id.get(paper)
        return editions[-1] if editions else None

    def editions(self, paper: str) -> int:
        """The number of the last edition, 0 when the paper was never made."""
        return max((edition.number for edition in self.by_id.get(paper, ())), default=0)

    def _change(self, what: PaperHappening, **facts: object) -> None:
        self.by_id[what.paper] = [
            replace(edition, **facts) if edition.number == what.edition else edition
            for edition in self.by_id.get(what.paper, ())
        ]
