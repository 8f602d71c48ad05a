"""A drawn list as a file: CSV, xlsx or xls, in the letters of its time."""

import csv
import unicodedata
from collections.abc import Sequence
from io import StringIO
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from tests.data.roster.build import tcvn3, vni


class Person(NamedTuple):
    """What a list says of one guest."""

    name: str
    year: int | None
    hamlet: str
    phone: str


class Sheet:
    """Rows under way, with who stands in which, what is merged and what is hidden."""

    def __init__(self) -> None:
        self.rows: list[list[Any]] = []
        self.people: dict[int, Person] = {}
        self.merged: list[int] = []
        self.hidden: list[int] = []

    def add(self, row: Sequence[Any]) -> int:
        self.rows.append(list(row))
        return len(self.rows)


def write_list(rnd: Random, sheet: Sheet, folder: Path, how: list[str]) -> Path:
    """The rows of ``sheet`` in a file of ``folder``; ``how`` is told in which kind and letters."""
    kind = rnd.choice(("csv", "csv", "xlsx", "xls"))
    coding = rnd.choice(("unicode", "unicode", "unicode", "tcvn3", "vni", "one row", "NFD"))
    how += [kind, coding]
    rows = _coded(rnd, sheet, coding)
    path = folder / f"ds.{kind}"
    if kind == "csv":
        path.write_bytes(_as_csv(rnd, rows, how))
    elif kind == "xlsx":
        _write_xlsx(path, rows, sheet)
    else:
        _write_xls(path, rows, sheet)
    return path


def _coded(rnd: Random, sheet: Sheet, coding: str) -> list[list[Any]]:
    if coding == "unicode":
        return sheet.rows
    if coding == "one row":
        encode, only = rnd.choice((tcvn3, vni)), rnd.choice(list(sheet.people))
    else:
        encode, only = {"tcvn3": tcvn3, "vni": vni, "NFD": _nfd}[coding], 0
    return [
        [encode(cell) if isinstance(cell, str) else cell for cell in row] if only in (0, number) else row
        for number, row in enumerate(sheet.rows, 1)
    ]


def _nfd(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def _as_csv(rnd: Random, rows: list[list[Any]], how: list[str]) -> bytes:
    out = StringIO()
    separator = rnd.choice(",;\t|")
    writer = csv.writer(out, delimiter=separator, quoting=rnd.choice((csv.QUOTE_MINIMAL, csv.QUOTE_ALL)))
    writer.writerows([["" if cell is None else cell for cell in row] for row in rows])
    codec = rnd.choice(("utf-8", "utf-8-sig", "utf-16"))
    how.append(f"{codec} {separator!r}")
    return out.getvalue().encode(codec)


def _write_xlsx(path: Path, rows: list[list[Any]], sheet: Sheet) -> None:
    from openpyxl import Workbook

    book = Workbook()
    frame = book.active
    assert frame is not None
    width = max(map(len, rows))
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            if value not in (None, ""):
                frame.cell(number, column, value)
    for number in sheet.merged:
        frame.merge_cells(start_row=number, end_row=number, start_column=1, end_column=width)
    for number in sheet.hidden:
        frame.row_dimensions[number].hidden = True
    book.save(path)


def _write_xls(path: Path, rows: list[list[Any]], sheet: Sheet) -> None:
    import xlwt

    book = xlwt.Workbook()
    frame = book.add_sheet("DS")
    width = max(map(len, rows))
    for number, row in enumerate(rows, 1):
        if number in sheet.merged:
            frame.write_merge(number - 1, number - 1, 0, width - 1, row[0])
            continue
        for column, value in enumerate(row):
            if value not in (None, ""):
                frame.write(number - 1, column, value)
    for number in sheet.hidden:
        frame.row(number - 1).hidden = True
    book.save(str(path))
