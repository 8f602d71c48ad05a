"""Excel workbooks from before 2007 (.xls), with the font of every cell."""

import os
from collections.abc import Callable
from functools import partial
from typing import Any

from data.roster.cells.decoding import LegacyCells, Runs
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
from data.roster.cells.legacy import Script, script_of
from data.text.cleaning.clean import clean


def read_xls(content: bytes, progress: Progress, letters: str = "") -> list[Sheet]:
    """The sheets of a workbook, hidden ones too. ``letters`` is what a person said of its old letters.

    Whatever xlrd raises on a damaged file is left to the caller.
    """
    import xlrd

    with open(os.devnull, "w") as silence:  # noqa: PTH123 - os.devnull is no path to build on
        book = xlrd.open_workbook(file_contents=content, formatting_info=True, logfile=silence)
        shown = book.sheets()
        scripts = {number: script_of(font.name) for number, font in enumerate(book.font_list)}
        total = sum(sheet.nrows for sheet in shown)
        sheets: list[Sheet] = []
        done = 0
        for sheet in shown:
            sheets.append(_read_sheet(book, sheet, scripts, letters, partial(_count, progress, done, total)))
            done += sheet.nrows
        return sheets


def _count(progress: Progress, before: int, total: int, rows: int) -> None:
    progress(before + rows, total)


def _read_sheet(
    book: Any, sheet: Any, scripts: dict[int, Script | None], letters: str, count: Callable[[int], None]
) -> Sheet:
    import xlrd

    cells: dict[int, list[Cell]] = {}
    legacy = LegacyCells(letters)
    known: dict[tuple[int, Any], Cell] = {}
    # Fonts are looked up cell by cell only where one of the workbook's shows an old code.
    has_old_fonts = any(script is not None for script in scripts.values())
    for number in range(min(sheet.nrows, MOST_ROWS)):
        if number % 500 == 0:
            count(number)
        width = min(sheet.row_len(number), MOST_COLUMNS)
        kinds, values = sheet.row_types(number, 0, width), sheet.row_values(number, 0, width)
        row = cells[number] = []
        for column, (kind, value) in enumerate(zip(kinds, values, strict=True)):
            cell = known.get((kind, value))
            if cell is None:
                cell = known[kind, value] = _cell(book, kind, value)
            row.append(cell)
            if kind != xlrd.XL_CELL_TEXT or not cell.text:
                continue
            if has_old_fonts:
                legacy.add(number, column, _runs(book, sheet, number, column, scripts))
            elif not value.isascii():
                legacy.add(number, column, [(value, None)])
    legacy.resolve(cells)
    merges = [Merge(top, left, bottom - 1, right - 1) for top, bottom, left, right in sheet.merged_cells]
    rows = frozenset(number for number, told in sheet.rowinfo_map.items() if told.hidden or not told.height)
    columns = frozenset(column for column, told in sheet.colinfo_map.items() if told.hidden or not told.width)
    return build(clean(sheet.name), cells, merges, Unseen(rows, columns, bool(sheet.visibility)))


def _cell(book: Any, kind: int, value: Any) -> Cell:
    import xlrd

    if kind == xlrd.XL_CELL_TEXT:
        return text_cell(value)
    if kind == xlrd.XL_CELL_NUMBER:
        return Cell(number_text(value), "number")
    if kind == xlrd.XL_CELL_DATE:
        try:
            return Cell(xlrd.xldate_as_datetime(value, book.datemode).date().isoformat(), "date")
        except (ValueError, OverflowError):
            return Cell(number_text(value), "number")
    if kind == xlrd.XL_CELL_BOOLEAN:
        return Cell(str(bool(value)))
    if kind == xlrd.XL_CELL_ERROR:
        return Cell(xlrd.error_text_from_code.get(value, "#N/A"), "error")
    return EMPTY


def _runs(book: Any, sheet: Any, row: int, column: int, scripts: dict[int, Script | None]) -> Runs:
    """The cell's text in pieces of one font each; a name's first letter often has a capitals font."""
    text = sheet.cell_value(row, column)
    font = book.xf_list[sheet.cell_xf_index(row, column)].font_index
    runs: Runs = []
    start = 0
    for offset, next_font in sheet.rich_text_runlist_map.get((row, column), ()):
        runs.append((text[start:offset], scripts.get(font)))
        start, font = offset, next_font
    runs.append((text[start:], scripts.get(font)))
    return [(piece, script) for piece, script in runs if piece]
