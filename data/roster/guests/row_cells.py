"""What stands in a row under the heading of each meaning."""

from data.roster.cells.grid import EMPTY, Cell, Row
from data.roster.columns.columns import Header
from data.roster.columns.wording import Meaning
from data.roster.guests.person.years import read_order
from data.roster.words.typed_text import is_nothing


class RowCells:
    """Reads the cells of rows that stand under one ``header``."""

    def __init__(self, header: Header) -> None:
        self._header = header
        self._first = {column.meaning: column.index for column in reversed(header.columns)}

    def has(self, meaning: Meaning) -> bool:
        """Whether there is a column with this meaning."""
        return meaning in self._first

    def text(self, row: Row, meaning: Meaning) -> str:
        """The text of the first column with this meaning; empty where there is none."""
        return self.cell(row, meaning)[1].text if meaning in self._first else ""

    def cell(self, row: Row, meaning: Meaning) -> tuple[int, Cell]:
        """The place and the cell of the first column with this meaning; place -1 when there is none."""
        index = self._first.get(meaning, -1)
        if index < 0:
            return -1, EMPTY
        cell = row.at(index)
        blank = cell.spill == "left" or cell.kind == "error" or is_nothing(cell.text)
        return index, EMPTY if blank else cell

    def number(self, row: Row, meaning: Meaning) -> int | None:
        """The first number in the columns with this meaning; None where there is none."""
        return next((n for i in self._header.of(meaning) if (n := read_order(row.at(i))) is not None), None)


def plain(row: Row, index: int) -> str:
    """The text of one cell; empty where it holds a mistake, or only what spilt into it."""
    cell = row.at(index)
    return "" if cell.spill or cell.kind == "error" else cell.text
