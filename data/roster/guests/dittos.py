"""What stands above, in place of "nt" and the like."""

from data.roster.cells.grid import Cell, Row
from data.roster.columns.columns import Header
from data.roster.columns.wording import Meaning
from data.roster.guests.person.typed_text import is_ditto, is_nothing

_DITTOED: frozenset[Meaning] = frozenset({"hamlet", "group", "delegation", "organisation", "title"})


class Dittos:
    """Remembers what the rows of one sheet said last in each column where lists write dittos."""

    def __init__(self, header: Header) -> None:
        self._header = header
        self._above: dict[Meaning, str] = {}

    def filled(self, row: Row) -> Row:
        """``row`` with its dittos filled in."""
        cells = list(row.cells)
        for meaning in _DITTOED:
            index = next(iter(self._header.of(meaning)), -1)
            if 0 <= index < len(cells):
                if is_ditto(cells[index].text):
                    cells[index] = Cell(self._above.get(meaning, ""))
                if not is_nothing(cells[index].text):
                    self._above[meaning] = cells[index].text
        return Row(row.number, tuple(cells), row.hidden, row.torn)
