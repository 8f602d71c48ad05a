"""How long a list of 20,000 rows takes to read, beside the bare library that reads its cells.

Run with ``python -m tests.bench.list_times [ROWS]``. Processor time, the best of three, of one run. The
floors: openpyxl and Python's csv as they give values; xlrd with the fonts, without which old letters are not
known, and for comparison without. "xlsx, sized" is the same list with its size said at its beginning, which
spares openpyxl a whole look at it. .xlsx meets its goal, .xls and .csv do not: what comes behind the cells
(judging, headings, guests, doubts) takes some 30 µs a row whatever the format, 0.6 s for 20,000, while xlrd
needs 0.18 s for all cells with their fonts, and csv 0.015 s, making no cells of them. Without its
fonts xlrd is hardly faster, so that another reader of .xls would win nothing. What a text alone decides (its
cell, its letters, its place) is remembered; the rest are some two hundred small calls a row.
"""

import csv
import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from data.roster.reading import read_roster
from tests.bench.import_ui import table, write_lists
from tests.data.roster.conftest import make_event

_TIMES = 3
_GOAL = 1.5


def seconds(act: Callable[[], object]) -> float:
    """The least processor time of several runs of ``act``."""
    found = []
    for _run in range(_TIMES):
        begun = process_time()
        act()
        found.append(process_time() - begun)
    return min(found)


def bare_xlsx(path: Path) -> int:
    """The values of every cell, as openpyxl reads them in a row."""
    from openpyxl import load_workbook

    book = load_workbook(path, read_only=True)
    try:
        return sum(len(row) for sheet in book.worksheets for row in sheet.iter_rows(values_only=True))
    finally:
        book.close()


def bare_xls(path: Path, fonts: bool) -> int:
    """The values of every cell, as xlrd reads them, with their fonts or without."""
    import xlrd

    with Path(os.devnull).open("w") as silence:
        book = xlrd.open_workbook(path, formatting_info=fonts, logfile=silence)
        return sum(len(sheet.row_values(row)) for sheet in book.sheets() for row in range(sheet.nrows))


def bare_csv(path: Path) -> int:
    """The fields of every line, as Python's csv parts them."""
    with path.open(encoding="utf-8", newline="") as file:
        return sum(map(len, csv.reader(file)))


def sized(path: Path, rows: int) -> Path:
    """The list as a workbook that says its size at its beginning."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in table(rows):
        sheet.append(row)
    book.save(path)
    return path


def main(rows: int) -> None:
    """Print one line for each kind of list and floor."""
    event = make_event()
    with TemporaryDirectory() as name:
        folder = Path(name)
        xlsx, xls, text = write_lists(folder, rows)
        other = sized(folder / "sized.xlsx", rows)
        for what, path, floors in (
            ("xlsx", xlsx, {"openpyxl": partial(bare_xlsx, xlsx)}),
            ("xlsx, sized", other, {"openpyxl": partial(bare_xlsx, other)}),
            (
                "xls",
                xls,
                {"xlrd with fonts": partial(bare_xls, xls, True), "xlrd": partial(bare_xls, xls, False)},
            ),
            ("csv", text, {"csv": partial(bare_csv, text)}),
        ):
            own = seconds(partial(read_roster, path, event))
            for floor, act in floors.items():
                bare = seconds(act)
                ratio = own / bare
                met = "met" if ratio <= _GOAL else "not met"
                print(f"{what:13} {own:6.2f} s   {floor:16} {bare:6.3f} s   {ratio:6.2f}   {met}", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
