"""Papers: made, printed, come back signed."""

from typing import ClassVar

from data.language import N_
from data.model.entries.base import Area, Happening


class PaperHappening(Happening, frozen=True, kw_only=True):
    """The root of what happens to papers. ``paper`` is its id, ``edition`` which time it was made."""

    area: ClassVar[Area] = "event"

    paper: str
    edition: int


class PaperMade(PaperHappening, tag="paper-made", frozen=True, kw_only=True):
    """A paper was written as ``file``. ``digest`` changes with what it says.

    ``pages`` is 0 where nobody has counted them: only the program that lays a .docx out knows.
    """

    called = N_("paper made")
    apart = "both"
    kept_texts = frozenset({"paper"})

    file: str
    digest: str = ""
    pages: int = 0


class PaperPrinted(PaperHappening, tag="paper-printed", frozen=True, kw_only=True):
    """This edition of the paper came out of the printer."""

    called = N_("paper printed")
    apart = "last"
    kept_texts = frozenset({"paper"})


class PaperSigned(PaperHappening, tag="paper-signed", frozen=True, kw_only=True):
    """The signed copy came back. Its scan was copied to ``scans/`` as ``file``; ``sha256`` is of its
    bytes; both are empty where there is no scan."""

    called = N_("paper signed")
    apart = "last"
    kept_texts = frozenset({"paper"})

    file: str = ""
    sha256: str = ""


AnyPaperHappening = PaperMade | PaperPrinted | PaperSigned
"""Every kind of them."""
