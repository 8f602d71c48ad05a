"""What stands above, in place of "nt", or of nothing where a hamlet is written once for all its rows."""

from collections.abc import Sequence

from data.roster.cells.grid import Cell, Row
from data.roster.columns.columns import Header
from data.roster.columns.wording import Meaning
from data.roster.words.typed_text import is_ditto, is_nothing

_DITTOED: frozenset[Meaning] = frozenset({"hamlet", "group", "delegation", "organisation", "title"})


class Dittos:
    """Remembers what the rows of one sheet said last in each column where lists write dittos."""

    def __init__(self, header: Header, below: Sequence[Row], names: Sequence[int]) -> None:
        self._places = [(meaning, header.of(meaning)[0]) for meaning in _DITTOED if header.of(meaning)]
        self.blocks = _written_once(header, below, names)
        self._above: dict[Meaning, str] = {}

    def filled(self, row: Row) -> Row:
        """``row`` with its dittos filled in."""
        changed: dict[int, Cell] = {}
        for meaning, index in self._places:
            if index < len(row.cells):
                text = row.cells[index].text
                if is_ditto(text) or (index == self.blocks and is_nothing(text)):
                    text = self._above.get(meaning, "")
                    changed[index] = Cell(text)
                if not is_nothing(text):
                    self._above[meaning] = text
        if not changed:
            return row
        cells = tuple(changed.get(index, cell) for index, cell in enumerate(row.cells))
        return Row(row.number, cells, row.hidden, row.torn)


def _written_once(header: Header, below: Sequence[Row], names: Sequence[int]) -> int | None:
    """The column of hamlets, where each hamlet stands only in the first of its rows; else None."""
    index = next(iter(header.of("hamlet")), None)
    if index is None:
        return None
    cells = [
        row.at(index)
        for row in below
        if any(row.at(place).text and not row.at(place).spill for place in names)
    ]
    written = [cell.text for cell in cells if not is_nothing(cell.text)]
    once = len(set(written)) == len(written) < len(cells)
    first = bool(cells) and not is_nothing(cells[0].text)
    plain = not any(cell.spill or is_ditto(cell.text) for cell in cells)
    return index if once and first and plain else None
