"""Walking down one sheet: which rows are guests, and what they inherit from the headings above them."""

import re
from collections.abc import Callable, Iterable
from functools import cached_property

from data.language import _
from data.model.plan import Delegation
from data.roster.cells.grid import Cell, Row, Sheet
from data.roster.columns.columns import Header
from data.roster.columns.values import are_names
from data.roster.guests.guest_row import GuestRows
from data.roster.guests.households import Households
from data.roster.guests.person.years import read_order
from data.roster.guests.surroundings import Surroundings
from data.roster.table.header import is_header_again
from data.roster.table.numbering import alphabetic, is_numbering, roman
from data.roster.table.row_kinds import (
    GUEST,
    counts_households,
    furniture,
    hamlet_in_title,
    hamlet_of,
    is_a_count,
    is_about_delegates,
    may_name_a_hamlet,
)
from data.text.fold import fold
from data.text.places.places import place_key

_LONGEST_SECTION = 5
_CATEGORY = re.compile(r"(?:(?:cac|nhom|dien|doi tuong|loai) )?(?:ho|nguoi)\b|dien\b|doi tuong\b")
"""How a heading begins that says which kind of households follows: "Hộ nghèo" is no hamlet."""


class SheetReader:
    """Reads the rows of ``sheet`` into ``guests``, and knows which section it is in."""

    def __init__(
        self, sheet: Sheet, header: Header, guests: GuestRows, households: Households, delegates: bool = False
    ) -> None:
        self._sheet = sheet
        self._header = header
        self._guests = guests
        self._households = households
        self._orders = header.of("order")
        self._facts = [*header.of("birth_year"), *header.of("phone")]
        self._read_number = _numbers_of(sheet.rows, header)
        above = [row.texts() for row in sheet.rows if row.number < header.first]
        # "Xóm 3" may stand alone above the header as well as on the sheet's tab.
        hamlets = [hamlet_of(texts[0]) for texts in above if len(texts) == 1]
        hamlets = [*map(hamlet_of, sheet.above), *hamlets]
        titles = [sheet.name, *sheet.above, *(text for texts in above for text in texts)]
        self._about = Surroundings(
            hamlet=next(filter(None, reversed(hamlets)), hamlet_of(sheet.name)),
            delegates=delegates or any(map(is_about_delegates, titles)),
        )
        self._after_foot = False
        self._guests_here = 0
        self._begun = False
        self._ask_the_title([row for row in sheet.rows if row.number < header.first])

    def read(self, row_read: Callable[[], None]) -> None:
        """Give every row below the header to the guests, except those that are none.

        ``row_read`` is called for each row of the sheet.
        """
        for row in self._sheet.rows:
            row_read()
            if row.number <= self._header.last:
                continue
            if self._header.first and is_header_again(row, self._header):
                self._after_foot = False
                self._begun = False
            elif not self._begun and is_numbering(row):
                self._begun = True
            else:
                self._read_row(row)

    def _ask_the_title(self, above: list[Row]) -> None:
        """Where nothing else says the hamlet, the list's title may; that is told."""
        if self._about.hamlet or self._about.delegates or self._header.of("hamlet"):
            return
        for row in above:
            texts = row.texts()
            if hamlet := hamlet_in_title(texts[0]) if len(texts) == 1 else "":
                self._take_for_hamlet(row, hamlet)

    def _take_for_hamlet(self, row: Row, text: str) -> None:
        self._about = self._about.with_section(text, None)
        what = _("“{text}” was taken for the hamlet of the rows below it").format(text=text)
        self._guests.doubt(row, what, "sections")

    def _read_row(self, row: Row) -> None:
        number = None
        for index in self._orders:
            number = self._read_number(row.at(index).text)
            if number is not None:
                break
        numbered = number is not None
        has_facts = any(_is_mostly_digits(row.at(index)) for index in self._facts)
        name = self._name_in(row)
        if numbered and name and self._guests.is_own_paper:
            # Its rows are guests, whatever they are called.
            what = GUEST
        else:
            what = furniture(row, name, has_facts, numbered, self._read_number is not _arabic)
        if what.kind == "foot":
            self._after_foot = True
        elif what.kind == "total":
            self._guests_here = 0
        elif what.kind == "section" or (what.kind == "remark" and not self._is_lone_name(row)):
            self._enter(row, what.text, what.kind == "section")
        elif not self._after_foot or numbered or (has_facts and not self._header.of("order")):
            self._begun = True
            self._guests_here += 1
            if self._households.takes(row):
                self._guests.read(row, self._about, number)
        elif are_names([Cell(name)]):
            self._guests.doubt(
                row, _("{name} stands below the end of the list and was not read").format(name=name), "foot"
            )

    def _name_in(self, row: Row) -> str:
        cells = [row.at(index) for index in self._guests.name_columns]
        return " ".join(cell.text for cell in cells if cell.text and not cell.spill)

    def _is_lone_name(self, row: Row) -> bool:
        """A row with nothing but a name is a guest, unless it names a delegation, speaks of guests, or lies
        over the whole width of a list."""
        name = self._name_in(row)
        spread = sum(bool(cell.spill) for cell in row.cells) > 1
        return (
            bool(name)
            and not (spread and not are_names([Cell(name)]))
            and not is_about_delegates(name)
            and self._delegation_named(name) is None
        )

    def _delegation_named(self, text: str) -> Delegation | None:
        """The delegation that a heading names; "Đình" alone is no "hộ gia đình"."""
        found = self._guests.delegations.named(text)
        if found is not None and found.kind == "household" and "ho" not in fold(text).split():
            return None
        return found

    def _enter(self, row: Row, text: str, sure: bool) -> None:
        """Begin the section with this heading; a count below its households ends one instead."""
        hamlet = hamlet_of(text)
        here = self._about.hamlet
        ends = self._guests_here > 0 and (not here or place_key(here) == place_key(hamlet))
        self._guests_here = 0
        if ends and counts_households(text):
            return
        delegation = None if hamlet else self._delegation_named(text)
        if hamlet or delegation or is_about_delegates(text):
            self._about = self._about.with_section(hamlet, delegation, is_about_delegates(text))
        elif self._could_be_hamlet(text):
            self._take_for_hamlet(row, text)
        elif may_name_a_hamlet(text) and self._needs_hamlets:
            what = _("“{text}” looks like the heading of a hamlet, but was not understood").format(text=text)
            self._guests.doubt(row, what, "sections")

    def _could_be_hamlet(self, text: str) -> bool:
        """Whether an unknown heading may name a hamlet: a few words over guests that have no other."""
        if len(text.split()) > _LONGEST_SECTION or any(map(str.isdigit, text)):
            return False
        if self._about.delegates or self._about.delegation or text.endswith((";", ".", ",")):
            return False
        return self._needs_hamlets and not _CATEGORY.match(fold(text))

    @property
    def _needs_hamlets(self) -> bool:
        """Whether the rows here are those of a list in which no hamlet of their own stands."""
        return bool(self._header.first) and not self._after_foot and not self._has_hamlets

    @cached_property
    def _has_hamlets(self) -> bool:
        """Whether rows below the header have a hamlet of their own."""
        columns = self._header.of("hamlet")
        return any(
            row.at(index).text and not row.at(index).spill and row.number > self._header.last
            for row in self._sheet.rows
            for index in columns
        )


def _arabic(text: str) -> int | None:
    if text.isdecimal() and len(text) < 7:
        return int(text)
    return read_order(Cell(text))


def _numbers_of(rows: Iterable[Row], header: Header) -> Callable[[str], int | None]:
    """How the rows of a list are numbered: 1, 2, 3; or I, II, III or a, b, c when every row is."""
    indexes = header.of("order")
    if not indexes:
        return _arabic
    below = [row for row in rows if row.number > header.last]
    cells = [row.at(index).text for row in below for index in indexes if not row.at(index).spill]
    texts = [text for text in cells if text]
    digits = sum(_arabic(text) is not None for text in texts)
    unnumbered = sum(not text for text in cells)
    for read in (roman, alphabetic):
        values = [value for text in texts if (value := read(text)) is not None]
        counts_up = values == sorted(set(values)) and values[:1] == [1]
        if len(values) > max(1, digits) and counts_up and unnumbered <= len(values):
            return read
    return _arabic


def _is_mostly_digits(cell: Cell) -> bool:
    """Whether a cell is a phone or a year, not "ngày 5 tháng 6 năm 2022" above the signatures."""
    if cell.text.isdecimal():
        return not cell.spill
    digits = sum(char.isdecimal() for char in cell.text)
    return not cell.spill and 0 < sum(map(str.isalnum, cell.text)) <= 2 * digits and not is_a_count(cell.text)
