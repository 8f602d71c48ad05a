"""Binary workbooks of Excel (.xlsb). Fonts and hidden rows of these cannot be read; hidden sheets can."""

from datetime import date, datetime, time
from io import BytesIO
from itertools import islice
from typing import Any

from data.roster.cells.decoding import LegacyCells
from data.roster.cells.grid import (
    EMPTY,
    MOST_COLUMNS,
    MOST_ROWS,
    Cell,
    Merge,
    Progress,
    Sheet,
    Unseen,
    build,
    number_text,
    text_cell,
)
from data.text.cleaning.clean import clean


def read_xlsb(content: bytes, progress: Progress, letters: str = "") -> list[Sheet]:
    """The sheets of a binary workbook. What python-calamine raises on a damaged file is left to the caller.

    ``letters`` is what a person said of its old letters.
    """
    from python_calamine import CalamineWorkbook, SheetVisibleEnum

    book = CalamineWorkbook.from_filelike(BytesIO(content))
    sheets: list[Sheet] = []
    shown = {told.name: told.visible == SheetVisibleEnum.Visible for told in book.sheets_metadata}
    for place, name in enumerate(book.sheet_names, start=1):
        sheets.append(_read_sheet(book.get_sheet_by_name(name), name, letters, not shown.get(name, True)))
        progress(place, len(book.sheet_names))
    return sheets


def _read_sheet(sheet: Any, name: str, letters: str, hidden: bool) -> Sheet:
    cells: dict[int, list[Cell]] = {}
    legacy = LegacyCells(letters)
    for number, row in enumerate(islice(sheet.to_python(skip_empty_area=False), MOST_ROWS)):
        cells[number] = [_cell(value) for value in row[:MOST_COLUMNS]]
        for column, value in enumerate(row[:MOST_COLUMNS]):
            if isinstance(value, str) and not value.isascii():
                legacy.add(number, column, [(value, None)])
    legacy.resolve(cells)
    merges = [Merge(*start, *end) for start, end in sheet.merged_cell_ranges or ()]
    return build(clean(name), cells, merges, Unseen(sheet=hidden))


def _cell(value: object) -> Cell:
    if value == "" or value is None:
        return EMPTY
    if isinstance(value, bool):
        return Cell(str(value))
    if isinstance(value, int | float):
        return Cell(number_text(value), "number")
    if isinstance(value, datetime):
        return Cell(value.date().isoformat(), "date")
    if isinstance(value, date | time):
        return Cell(value.isoformat(), "date")
    return text_cell(str(value))
