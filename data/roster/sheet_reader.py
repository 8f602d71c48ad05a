"""Walking down one sheet: which rows are guests, and what they inherit from the headings above them."""

from collections.abc import Callable

from data.roster.columns import Header, is_header_again, is_numbering
from data.roster.guest_row import GuestRows, Surroundings
from data.roster.row_classifier import counts_households, furniture, hamlet_of, is_about_delegates
from data.roster.table import Cell, Row, Sheet
from data.roster.years import read_order
from data.text.fold import fold


class SheetReader:
    """Reads the rows of ``sheet`` into ``guests``, and knows which section it is in."""

    def __init__(self, sheet: Sheet, header: Header, guests: GuestRows, delegates: bool = False) -> None:
        self._sheet = sheet
        self._header = header
        self._guests = guests
        above = [row.texts() for row in sheet.rows if row.number < header.first]
        # "Xóm 3" may stand alone above the header as well as on the sheet's tab.
        hamlets = [hamlet_of(texts[0]) for texts in above if len(texts) == 1]
        titles = [sheet.name, *(text for texts in above for text in texts)]
        self._about = Surroundings(
            hamlet=next(filter(None, reversed(hamlets)), hamlet_of(sheet.name)),
            delegates=delegates or any(map(is_about_delegates, titles)),
        )
        self._after_foot = False
        self._guests_here = 0

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
            elif not (row.number == self._header.last + 1 and is_numbering(row)):
                self._read_row(row)

    def _read_row(self, row: Row) -> None:
        numbered = any(read_order(row.at(index)) is not None for index in self._header.of("order"))
        facts = [*self._header.of("birth_year"), *self._header.of("phone")]
        has_facts = any(_is_mostly_digits(row.at(index)) for index in facts)
        what = furniture(row, self._name_in(row), has_facts, numbered)
        if what.kind == "foot":
            self._after_foot = True
        elif what.kind == "total":
            self._guests_here = 0
        elif what.kind == "section" or (what.kind == "remark" and not self._is_lone_name(row)):
            self._enter(what.text)
        elif not self._after_foot or numbered or (has_facts and not self._header.of("order")):
            self._guests_here += 1
            self._guests.read(row, self._about)

    def _name_in(self, row: Row) -> str:
        cells = [row.at(index) for index in self._guests.name_columns]
        return " ".join(cell.text for cell in cells if cell.text and not cell.spill)

    def _is_lone_name(self, row: Row) -> bool:
        """A row with nothing but a name is a guest, unless it names a delegation or speaks of guests."""
        name = self._name_in(row)
        return bool(name) and not is_about_delegates(name) and self._guests.delegation_named(name) is None

    def _enter(self, text: str) -> None:
        """Begin the section with this heading; a count below its households ends one instead."""
        hamlet = hamlet_of(text)
        here = self._about.hamlet
        ends = self._guests_here > 0 and (not here or fold(here) == fold(hamlet))
        self._guests_here = 0
        if ends and counts_households(text):
            return
        delegation = None if hamlet else self._guests.delegation_named(text)
        if hamlet or delegation or is_about_delegates(text):
            self._about = self._about.with_section(hamlet, delegation, is_about_delegates(text))


def _is_mostly_digits(cell: Cell) -> bool:
    """Whether a cell is a phone or a year, not "ngày 5 tháng 6 năm 2022" above the signatures."""
    digits = sum(char.isdecimal() for char in cell.text)
    return not cell.spill and 0 < sum(char.isalnum() for char in cell.text) <= 2 * digits
