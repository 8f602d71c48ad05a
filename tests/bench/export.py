"""How long an export takes beside openpyxl writing the same cells bare: ``python -m tests.bench.export``.

The floor is what somebody would write who only wants the cells in a file: ``Workbook()``, ``append`` of
every row, ``save``, without fonts, lines, widths or charts. It is given the very rows that our workbook
holds (read back from it), and is measured in openpyxl's write-only mode too, which is its fastest. The
whole export (workbook, CSV and JSON) is measured beside the workbook alone.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from openpyxl import Workbook, load_workbook

from data.export.files import export_event
from data.export.workbook.write import write_workbook
from data.session.session import Session
from tests.bench.table import Figure, attended, fastest

ROUNDS = 3
COUNT = 10_000

Rows = dict[str, list[list[object]]]


def bare(rows: Rows, path: Path, *, write_only: bool) -> None:
    """The cells of every sheet, as a person would write them who wants nothing but the cells."""
    book = Workbook(write_only=write_only)
    for name, table in rows.items():
        sheet = book.create_sheet(name)
        for row in table:
            sheet.append(row)
    book.save(path)


def cells_of(path: Path) -> Rows:
    """Every cell of a workbook, formulas as they are."""
    book = load_workbook(path)
    return {sheet.title: [list(row) for row in sheet.iter_rows(values_only=True)] for sheet in book}


def measure(place: Path, count: int, rounds: int) -> dict[str, float]:
    """Processor seconds of each way for an event of ``count`` guests who all came, and how many cells."""
    with Session(attended(place / "event", count, count)) as session:
        state, now = session.state, session.now()
        ours, theirs = place / "ours.xlsx", place / "bare.xlsx"
        taken = {
            "workbook": fastest(lambda: write_workbook(state, now, ours), rounds),
            "workbook, CSV and JSON": fastest(lambda: export_event(session), rounds),
        }
        rows = cells_of(ours)
    taken["bare, Workbook()"] = fastest(lambda: bare(rows, theirs, write_only=False), rounds)
    taken["bare, write_only"] = fastest(lambda: bare(rows, theirs, write_only=True), rounds)
    taken["cells"] = sum(value is not None for table in rows.values() for row in table for value in row)
    return taken


def figures(place: Path) -> Iterator[Figure]:
    """Rows for the workbook alone and for the whole export."""
    taken = measure(place, COUNT, 2)
    floor = taken["bare, Workbook()"]
    yield Figure("g", f"workbook of {COUNT:,}, to openpyxl", "s*", taken["workbook"], floor, 0.27)
    yield Figure("g", "  with CSV and JSON", "s*", taken["workbook, CSV and JSON"], floor)


def main(count: int) -> None:
    """Print the seconds and the ratios for an event of ``count`` guests who all came."""
    with TemporaryDirectory() as place:
        taken = measure(Path(place), count, ROUNDS)
    normal, streamed = taken["bare, Workbook()"], taken["bare, write_only"]
    print(f"{count} guests, {taken['cells']} cells")
    print(f"bare, Workbook()            {normal:6.2f} s")
    print(f"bare, write_only            {streamed:6.2f} s")
    for name in ("workbook", "workbook, CSV and JSON"):
        whole = taken[name]
        print(f"{name:<27} {whole:6.2f} s   {whole / normal:.2f} and {whole / streamed:.2f} of these")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else COUNT)
