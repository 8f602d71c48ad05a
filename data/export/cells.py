"""Putting things into a worksheet: text that stays text, tables that print well on A4."""

import re
from collections.abc import Iterable, Sequence
from math import ceil
from typing import Any

from data.export.rows import Value

_NOT_IN_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_RISKY = ("=", "+", "-", "@")
_NOT_IN_SHEET_NAMES = re.compile(r"[\[\]:*?/\\]")
_MOST_SHEET_NAME = 31

HEADING_FILL = "1F4E79"
HEADING_INK = "FFFFFF"
LINE = "D9D9D9"
BAND = "F3F7FB"
# On every Windows since the nineties, with every Vietnamese letter, and LibreOffice has its equal in width.
FONT = "Arial"
_SIZE = 10
_LINE_POINTS = 13.5
_MOST_POINTS = 400


def sheet_name(name: str) -> str:
    """``name`` as Excel allows it for a sheet."""
    return _NOT_IN_SHEET_NAMES.sub(" ", name)[:_MOST_SHEET_NAME]


def put(cell: Any, value: Value) -> None:
    """Set a cell. Text stays the text that was typed, whatever a spreadsheet could take it for.

    Characters that no XML file can hold are dropped.
    """
    if not isinstance(value, str):
        cell.value = value
        return
    text = _NOT_IN_XML.sub("", value)
    if not text:
        return
    cell.value = text
    # openpyxl takes "=1+1" for a formula and "#N/A" for an error by their looks.
    cell.data_type = "s"
    if text.startswith(_RISKY):
        cell.quotePrefix = True


def put_title(sheet: Any, row: int, text: str, size: int = 12) -> None:
    """A heading of its own above a table."""
    from openpyxl.styles import Font

    cell = sheet.cell(row=row, column=1)
    put(cell, text)
    cell.font = Font(name=FONT, bold=True, size=size, color=HEADING_FILL)
    sheet.row_dimensions[row].height = size * 1.5


def put_headings(sheet: Any, row: int, headings: Sequence[str]) -> None:
    """The bold row above a table."""
    from openpyxl.styles import Alignment, Font, PatternFill

    for column, heading in enumerate(headings, start=1):
        cell = sheet.cell(row=row, column=column)
        put(cell, heading)
        cell.font = Font(name=FONT, size=_SIZE, bold=True, color=HEADING_INK)
        cell.fill = PatternFill("solid", start_color=HEADING_FILL)
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    _set_height(sheet, row, headings, spare=6)


def put_rows(
    sheet: Any, row: int, rows: Iterable[Sequence[Value]], centred: Iterable[int] = (), bold: bool = False
) -> int:
    """Write ``rows`` from ``row`` on, ``centred`` columns (from 1) centred; the first row after them.

    The columns' widths must be set before.
    """
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    side = Side(style="thin", color=LINE)
    border = Border(bottom=side, left=side, right=side, top=side)
    band = PatternFill("solid", start_color=BAND)
    ink = Font(name=FONT, size=_SIZE, bold=bold)
    middle = Alignment(horizontal="center", vertical="center")
    left = Alignment(horizontal="left", vertical="center", wrap_text=True)
    centre = frozenset(centred)
    for values in rows:
        for column, value in enumerate(values, start=1):
            cell = sheet.cell(row=row, column=column)
            put(cell, value)
            cell.font = ink
            cell.border = border
            cell.alignment = middle if column in centre else left
            if row % 2:
                cell.fill = band
        _set_height(sheet, row, values)
        row += 1
    return row


def set_widths(sheet: Any, widths: Sequence[float]) -> None:
    """The columns' widths, in characters, from the first on."""
    from openpyxl.utils import get_column_letter

    for column, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width


def _set_height(sheet: Any, row: int, values: Iterable[Value], spare: float = 2) -> None:
    """Make room for wrapped text, because not every spreadsheet does when it opens a file."""
    from openpyxl.utils import get_column_letter

    lines = 1
    for column, value in enumerate(values, start=1):
        width = sheet.column_dimensions[get_column_letter(column)].width
        lines = max(lines, ceil(len(str(value or "")) / width))
    sheet.row_dimensions[row].height = min(lines * _LINE_POINTS + spare, _MOST_POINTS)


def set_up_page(sheet: Any, heading: str, repeated: int = 0, one_page: bool = False) -> None:
    """Landscape A4, as wide as the table; ``heading`` and page numbers on each page.

    The rows up to ``repeated`` stay in sight on screen and stand on every printed page.
    """
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 1 if one_page else 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_options.horizontalCentered = True
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top = sheet.page_margins.bottom = 0.7
    # In Excel's header language "&" begins a code; a header holds 255 characters at most.
    text = _NOT_IN_XML.sub("", heading).replace("&", "&&")[:200]
    sheet.oddHeader.left.text = text
    sheet.oddFooter.left.text = sheet.title.replace("&", "&&")
    sheet.oddFooter.right.text = "&P / &N"
    if repeated:
        sheet.freeze_panes = sheet.cell(row=repeated + 1, column=1)
        sheet.print_title_rows = f"1:{repeated}"
