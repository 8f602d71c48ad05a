"""What a roster holds once it is read: rows of guests, and problems that name their place."""

from typing import Literal

from msgspec import Struct

from data.language import _
from data.model.guest import Facts, Guest
from data.roster.columns.columns import Column
from data.text.places.places_alike import Alike

Severity = Literal["refused", "warning"]


class RosterRow(Struct, frozen=True, gc=False):
    """One guest of the list, with the sheet and the row number as the person sees them.

    ``card`` is the number of the card, and ``written`` the name with what stands in brackets behind it, in
    lists that this program wrote: they may be of the name or a name in daily use. ``doubts`` are the kinds of
    doubt about the row (see ``doubts.KINDS``): why the reading may be wrong. ``typed_hamlet`` is the hamlet
    as it was typed, where letters of it only look like those that it is read with ("Ð" for "Đ").
    """

    sheet: str
    row: int
    facts: Facts
    card: int | None = None
    doubts: tuple[str, ...] = ()
    written: str = ""
    typed_hamlet: str = ""

    @property
    def sure(self) -> bool:
        """Whether nothing about the row is in doubt."""
        return not self.doubts


class Problem(Struct, frozen=True, gc=False):
    """Something about one row; ``column`` is its letter, or "" when it is about the whole row.

    A "refused" row is not imported; a "warning" is about a row that is. ``kind`` is one of
    ``doubts.KINDS``; ``other`` the letter of the column that might be meant instead; ``twin`` the row that
    this one looks like, with its sheet where that is another; ``alike`` the hamlet that its own looks like.
    """

    sheet: str
    row: int
    column: str
    sentence: str
    severity: Severity
    kind: str = ""
    other: str = ""
    twin: str = ""
    alike: Alike | None = None


class Respelt(Struct, frozen=True):
    """A hamlet that is ``read`` in so many ``rows`` although they have it ``written`` otherwise.

    ``only_letters``: what is written differs in capitals or in letters that look the same.
    """

    read: str
    written: tuple[str, ...]
    rows: int
    only_letters: bool = False


class SheetReading(Struct, frozen=True):
    """What was made of one sheet: its header's last row (0: none) and columns, and its guest rows.

    ``in_doubt`` of them were taken for households although a title or an organisation stands there;
    ``nowhere`` rows have an office that fits no delegation. ``unused`` are the columns in which something
    stands and that nothing is taken from.
    """

    name: str
    header_row: int
    columns: tuple[Column, ...]
    guests: int
    in_doubt: int = 0
    nowhere: int = 0
    unused: tuple[Column, ...] = ()


class RosterReading(Struct, frozen=True):
    """A whole list, read; nothing of it has been compared or written. ``respelt`` are hamlets that the list
    writes in several ways."""

    source: str
    sheets: tuple[SheetReading, ...]
    rows: tuple[RosterRow, ...]
    problems: tuple[Problem, ...]
    respelt: tuple[Respelt, ...] = ()


FACTS = Facts.__struct_fields__


def facts_of(guest: Guest) -> Facts:
    """The part of ``guest`` that a list speaks of."""
    return Facts(**{field: getattr(guest, field) for field in FACTS})


def row_sentence(row: int, what: str) -> str:
    """``what`` as a sentence about ``row``."""
    return _("Row {row}: {what}.").format(row=row, what=what)
