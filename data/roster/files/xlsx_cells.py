"""The cells of one worksheet, out of its XML: ECMA-376 part 1, 18.3.1.4 (c), 18.18.11 (ST_CellType).

openpyxl makes an object of every cell; of a long list only the values and the numbers of their styles matter.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import Any, NamedTuple

from data.language import _
from data.roster.files.xlsx_package import text_of
from data.roster.limits.limits import refuse

_LONGEST_NUMBER = 7
"""Digits of the last row that a worksheet can have."""


class RawCell(NamedTuple):
    """A cell that holds something: its column from 0, its value, its style, and whether it is a mistake.

    ``value`` is a str, a number, a bool, a date or time, or openpyxl's rich text.
    """

    column: int
    value: Any
    style: int
    is_error: bool = False


class WorksheetCells:
    """Reads the rows of worksheets of ``book``, which openpyxl opened to read only."""

    def __init__(self, book: Any) -> None:
        self._dates: set[int] = book._date_formats
        self._spans: set[int] = book._timedelta_formats
        self._epoch = book.epoch
        self._columns: dict[str, int] = {}

    def rows(
        self, xml: bytes, strings: Any, most_rows: int, most_columns: int
    ) -> Iterator[tuple[int, list[RawCell]]]:
        """The rows of one sheet with their numbers from 0; ``strings`` are the shared ones of the book.

        What lxml or openpyxl raise on damage is left to the caller. Refused by RosterInvalid where something
        stands below the last row that a list can have.
        """
        from lxml import etree

        number = -1
        for _event, row in etree.iterparse(
            BytesIO(xml), tag="{*}row", huge_tree=True, resolve_entities=False
        ):
            said = row.get("r")
            number = int(said) - 1 if said else number + 1
            cells = self._row(row, strings, most_columns)
            row.clear()
            if number < most_rows:
                yield number, cells
            elif cells or len(said or "") > _LONGEST_NUMBER:
                # Somebody may stand there; a row that was only coloured goes unread.
                refuse(_("it has more than {most} rows"), most_rows)

    def _row(self, row: Any, strings: Any, most_columns: int) -> list[RawCell]:
        found: list[RawCell] = []
        column = -1
        for cell in row:
            place = cell.get("r")
            column = self._column(place) if place else column + 1
            if column >= most_columns:
                break
            style = int(cell.get("s") or 0)
            kind = cell.get("t")
            value = self._value(cell, kind, style, strings)
            if value is not None:
                found.append(RawCell(column, value, style, kind == "e"))
        return found

    def _column(self, place: str) -> int:
        letters = place.rstrip("0123456789")
        column = self._columns.get(letters)
        if column is None:
            from openpyxl.utils import column_index_from_string

            column = self._columns[letters] = column_index_from_string(letters) - 1
        return column

    def _value(self, cell: Any, kind: str | None, style: int, strings: Any) -> Any:
        text = None
        for part in cell:
            name = part.tag.rpartition("}")[2] if isinstance(part.tag, str) else ""
            if name == "v":
                text = part.text
            elif name == "is" and kind == "inlineStr":
                return text_of(part)
        if not text:
            return None
        match kind:
            case "s":
                return strings[int(text)]
            case "str" | "e":
                return text
            case "b":
                return bool(int(text))
            case "d":
                from openpyxl.utils.datetime import from_ISO8601

                return from_ISO8601(text)
        number = float(text) if any(sign in text for sign in ".eE") else int(text)
        return self._dated(number, style) if style in self._dates else number

    def _dated(self, number: float, style: int) -> Any:
        from openpyxl.utils.datetime import from_excel

        try:
            return from_excel(number, self._epoch, timedelta=style in self._spans)
        except (OverflowError, ValueError):
            return number
