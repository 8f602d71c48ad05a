"""Writes lists as villages keep them: three file formats, two old codes, merged cells."""

import csv
from collections.abc import Mapping, Sequence
from io import StringIO
from pathlib import Path
from typing import Any

from data.roster.cells.legacy import TCVN3, VNI
from data.roster.facts import RosterReading

Table = list[list[Any]]

_TO_TCVN3 = {letter: code for code, letter in TCVN3.items()}
_TO_VNI = {letter: code for code, letter in VNI.items() if code.islower() or code.isupper()}


def tcvn3(text: str) -> str:
    """``text`` as .VnTime shows it; capitals with a tone become small letters, as typing them does."""
    return "".join(_TO_TCVN3.get(c, _TO_TCVN3.get(c.lower(), c)) for c in text)


def tcvn3_h(text: str) -> str:
    """Capitals as .VnTimeH shows them: small letters."""
    return tcvn3(text.lower())


def vni(text: str) -> str:
    """``text`` as VNI-Times shows it."""
    return "".join(_TO_VNI.get(c, c) for c in text)


def write_xlsx(
    path: Path,
    sheets: Mapping[str, Table],
    merges: Sequence[str] = (),
    fonts: Mapping[str, str] | None = None,
) -> Path:
    """An .xlsx; ``merges`` are ranges on every sheet or on one ("DS!A1:B1");
    ``fonts`` give cells ("B3") a font."""
    from openpyxl import Workbook
    from openpyxl.styles import Font

    book = Workbook()
    book.remove(book.active)
    for name, table in sheets.items():
        sheet = book.create_sheet(name)
        for number, row in enumerate(table, 1):
            for column, value in enumerate(row, 1):
                if value is None:
                    continue
                cell = sheet.cell(number, column)
                cell.value = value
                if isinstance(value, str) and not value.startswith("=FORMULA"):
                    cell.data_type = "s"
                elif isinstance(value, str):
                    cell.value = value.replace("=FORMULA", "=")
        for merge in merges:
            where, _, cells = merge.rpartition("!")
            if where in ("", name):
                sheet.merge_cells(cells)
        for place, font in (fonts or {}).items():
            sheet[place].font = Font(name=font)
    book.save(path)
    return path


def write_xls(
    path: Path,
    table: Table,
    font: str,
    fonts: Mapping[tuple[int, int], str] | None = None,
    merges: Sequence[tuple[int, int, int, int]] = (),
    sheet_name: str = "DS",
) -> Path:
    """An .xls whose cells are in ``font`` but for ``fonts`` (row, column from 0). Lists are rich text:
    pairs of a text and its font."""
    import xlwt

    def style(name: str) -> Any:
        return xlwt.easyxf(f"font: name {name}")

    book = xlwt.Workbook()
    sheet = book.add_sheet(sheet_name)
    corners = {(top, left): (top, bottom, left, right) for top, bottom, left, right in merges}
    for number, row in enumerate(table):
        for column, value in enumerate(row):
            if value is None:
                continue
            look = style((fonts or {}).get((number, column), font))
            if (number, column) in corners:
                sheet.write_merge(*corners[number, column], value, look)
            elif isinstance(value, list):
                pieces = [(text, style(name).font) for text, name in value]
                sheet.write_rich_text(number, column, pieces, look)
            else:
                sheet.write(number, column, value, look)
    book.save(str(path))
    return path


def csv_text(table: Table, separator: str = ",") -> str:
    """The table as a spreadsheet would export it."""
    out = StringIO()
    writer = csv.writer(out, delimiter=separator)
    writer.writerows([["" if value is None else value for value in row] for row in table])
    return out.getvalue()


def names(reading: RosterReading) -> list[str]:
    """The names that were read, in order."""
    return [row.facts.name for row in reading.rows]


def refusals(reading: RosterReading) -> list[tuple[str, int]]:
    """Sheet and row of everything refused."""
    return [(p.sheet, p.row) for p in reading.problems if p.severity == "refused"]
