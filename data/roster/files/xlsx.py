"""Excel workbooks since 2007 (.xlsx, .xlsm), streamed row by row."""

import re
import warnings
from collections.abc import Callable
from datetime import date, datetime, time
from functools import partial
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from data.errors import RosterInvalid
from data.language import _
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
from data.roster.files.word.strict import as_usual
from data.roster.files.xlsx_cells import WorksheetCells
from data.roster.files.xlsx_package import Package, SheetPart, open_package
from data.text.cleaning.clean import clean

# A list of 20,000 rows unpacks to about 15 MB; a zip bomb to gigabytes.
_MOST_BYTES = 300_000_000
_ROW = re.compile(rb"<(?:\w+:)?row[\s>]")
_HIDDEN_ROW = re.compile(
    rb"<(?:\w+:)?row\s(?=[^>]*?(?:\bhidden=[\"'](?:1|true)|\bht=[\"']0(?:\.0+)?[\"']))[^>]*?\br=[\"'](\d+)"
)
_COLUMN = re.compile(rb"<(?:\w+:)?col\s([^>]*)>")
_ATTRIBUTE = re.compile(rb"\b(min|max|hidden|width)=[\"']([^\"']*)")
_MERGE = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?\bref=[\"']([A-Z]+)(\d+):([A-Z]+)(\d+)[\"']")
_UNCOUNTED = re.compile(
    rb"<((?:\w+:)?)c\s[^>]*?\br=[\"']([A-Z]+)(\d+)[\"'][^>]*>\s*<\1f\b(?:[^>]*/>|[^>]*>[^<]*</\1f>)\s*"
    rb"(?:<\1v\s*/>|<\1v></\1v>)?\s*</\1c>"
)


def read_xlsx(content: bytes, progress: Progress, letters: str = "") -> list[Sheet]:
    """The sheets of a workbook, hidden ones too. ``letters`` is what a person said of its old letters.

    ``progress`` gets rows read and rows there are. Raises RosterInvalid when the workbook unpacks to
    more than a list can be; whatever openpyxl raises on a damaged file is left to the caller.
    """
    with ZipFile(BytesIO(content)) as archive:
        if sum(part.file_size for part in archive.infolist()) > _MOST_BYTES:
            raise RosterInvalid(_("This file is far too large for a list of guests."))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        package = open_package(as_usual(content))
        sizes = [min(len(_ROW.findall(sheet.xml)), MOST_ROWS) for sheet in package.sheets]
        return [
            _read_sheet(package, sheet, letters, partial(_count, progress, sum(sizes[:place]), sum(sizes)))
            for place, sheet in enumerate(package.sheets)
        ]


def _count(progress: Progress, before: int, total: int, rows: int) -> None:
    progress(min(before + rows, total), total)


def _read_sheet(package: Package, sheet: SheetPart, letters: str, count: Callable[[int], None]) -> Sheet:
    cells: dict[int, list[Cell]] = {}
    legacy = LegacyCells(letters)
    scripts = _Scripts(package.book)
    known: dict[str, Cell] = {}
    rows = WorksheetCells(package.book).rows(sheet.xml, package.strings, MOST_ROWS, MOST_COLUMNS)
    for done, (number, row) in enumerate(rows):
        if done % 500 == 0:
            count(done)
        if not row:
            continue
        values = [EMPTY] * (row[-1].column + 1)
        for column, value, style, is_error in row:
            if type(value) is str and not is_error:
                values[column] = known.get(value) or known.setdefault(value, text_cell(value))
                script = scripts.of(style)
                if script is not None or not value.isascii():
                    legacy.add(number, column, [(value, script)])
                continue
            values[column] = _cell(value, is_error)
            if isinstance(value, list):
                legacy.add(number, column, _runs(value, scripts.of(style)))
        while values and values[-1] == EMPTY:
            values.pop()
        if values:
            cells[number] = values
    legacy.resolve(cells)
    return build(clean(sheet.title), cells, _look_at_xml(sheet.xml, cells), _unseen(sheet.xml, sheet.hidden))


def _unseen(xml: bytes, hidden: bool) -> Unseen:
    """Rows and columns that were hidden, filtered out, folded away or made nothing wide."""
    rows = frozenset(int(found[1]) - 1 for found in _HIDDEN_ROW.finditer(xml))
    columns: set[int] = set()
    for found in _COLUMN.finditer(xml):
        told = dict(_ATTRIBUTE.findall(found[1]))
        width = told.get(b"width", b"1")
        if told.get(b"hidden") in (b"1", b"true") or not width.strip(b"0."):
            last = min(int(told.get(b"max", b"0")), MOST_COLUMNS)
            columns.update(range(int(told.get(b"min", b"1")) - 1, last))
    return Unseen(rows, frozenset(columns), hidden)


def _cell(value: Any, is_error: bool) -> Cell:
    if is_error:
        return Cell(str(value), "error")
    if isinstance(value, bool):
        return Cell(str(value))
    if isinstance(value, int | float):
        return Cell(number_text(value), "number")
    if isinstance(value, datetime):
        return Cell(value.date().isoformat(), "date")
    if isinstance(value, date | time):
        return Cell(value.isoformat(), "date")
    return text_cell(str(value))


class _Scripts:
    """What the fonts of a workbook's styles say of their letters."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._known: dict[int, Script | None] = {}

    def of(self, style: int) -> Script | None:
        if style not in self._known:
            styles, fonts = self._book._cell_styles, self._book._fonts
            font = fonts[styles[style].fontId] if style < len(styles) else None
            self._known[style] = script_of(font.name) if font is not None else None
        return self._known[style]


def _runs(value: Any, whole: Script | None) -> Runs:
    return [
        (run, whole) if isinstance(run, str) else (run.text, script_of(run.font.rFont) if run.font else whole)
        for run in value
    ]


def _look_at_xml(xml: bytes, cells: dict[int, list[Cell]]) -> list[Merge]:
    """What streaming leaves out: merged ranges, and formulas whose results were never stored."""
    from openpyxl.utils import column_index_from_string

    for found in _UNCOUNTED.finditer(xml) if b"<f" in xml or b":f" in xml else ():
        row, column = int(found[3]) - 1, column_index_from_string(found[2].decode()) - 1
        if row < MOST_ROWS and column < MOST_COLUMNS:
            values = cells.setdefault(row, [])
            values.extend([EMPTY] * (column + 1 - len(values)))
            if not values[column].text:
                values[column] = Cell(kind="formula")
    return [
        Merge(
            int(found[2]) - 1,
            column_index_from_string(found[1].decode()) - 1,
            int(found[4]) - 1,
            column_index_from_string(found[3].decode()) - 1,
        )
        for found in _MERGE.finditer(xml)
    ]
