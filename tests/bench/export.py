"""How long an export takes beside openpyxl writing the same cells bare: ``python -m tests.bench.export``.

The floor is what somebody would write who only wants the cells in a file: ``Workbook()``, ``append`` of
every row, ``save``, without fonts, lines, widths or charts. It is given the very rows that our workbook
holds (read back from it), and is measured in openpyxl's write-only mode too, which is its fastest. The
whole export (workbook, CSV and JSON) is measured beside the workbook alone.
"""

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from openpyxl import Workbook, load_workbook

from data.clock import SetClock
from data.export.files import export_event
from data.export.workbook.write import write_workbook
from data.model.entries.door import CheckedIn
from data.session.session import Session
from tests.conftest import found, list_guests, many_households

ROUNDS = 3
MORNING = datetime(2022, 6, 15, 0, 15, tzinfo=UTC)

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


def seconds(work: Callable[[], object]) -> float:
    """Processor seconds of the fastest of some rounds."""
    taken = []
    for _round in range(ROUNDS):
        start = process_time()
        work()
        taken.append(process_time() - start)
    return min(taken)


def main(count: int = 10_000) -> None:
    """Print the seconds and the ratios for an event of ``count`` guests who all came."""
    clock = SetClock(MORNING)
    with TemporaryDirectory() as place:
        folder = found(Path(place) / "event", clock)
        with Session(folder, clock=clock) as session:
            list_guests(session, many_households(session.state.event.number, count))
            for number in range(1, count + 1):
                clock.pass_time(0.5)
                session.record(CheckedIn(guest=number, channel="scanner"))
            state, now = session.state, session.now()
            ours, theirs = Path(place) / "ours.xlsx", Path(place) / "bare.xlsx"
            workbook = seconds(lambda: write_workbook(state, now, ours))
            whole = seconds(lambda: export_event(session))
            rows = cells_of(ours)
            cells = sum(value is not None for table in rows.values() for row in table for value in row)
            normal = seconds(lambda: bare(rows, theirs, write_only=False))
            streamed = seconds(lambda: bare(rows, theirs, write_only=True))
    print(f"{count} guests, {cells} cells")
    print(f"bare, Workbook()            {normal:6.2f} s")
    print(f"bare, write_only            {streamed:6.2f} s")
    for name, time in (("workbook", workbook), ("workbook, CSV and JSON", whole)):
        print(f"{name:<27} {time:6.2f} s   {time / normal:.2f} and {time / streamed:.2f} of these")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
