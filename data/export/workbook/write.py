"""The whole event as an Excel workbook, or those of its sheets that were chosen."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from data.export.workbook.book import Book, Progress
from data.export.workbook.sheet_names import chosen_sheets
from data.export.workbook.sheets.agenda import fill_agenda
from data.export.workbook.sheets.arrivals import fill_arrivals
from data.export.workbook.sheets.attendance import fill_attendance
from data.export.workbook.sheets.gifts import fill_gifts
from data.export.workbook.sheets.log import fill_log
from data.export.workbook.sheets.registrations import fill_registrations
from data.export.workbook.sheets.summary import fill_summary
from data.export.workbook.subject import Subject
from data.state.stage.agenda_progress import Instant
from data.state.state import State

_FILL: Mapping[str, Callable[[Book, Subject], None]] = {
    "summary": fill_summary,
    "attendance": fill_attendance,
    "arrivals": fill_arrivals,
    "agenda": fill_agenda,
    "gifts": fill_gifts,
    "registrations": fill_registrations,
    "log": fill_log,
}


def write_workbook(
    state: State,
    now: Instant,
    path: Path,
    progress: Progress | None = None,
    *,
    sheets: Iterable[str] = (),
    phones: bool = False,
) -> None:
    """Write the workbook to ``path``; running items are measured up to ``now``.

    ``sheets`` are names of ``SHEETS`` (all when empty); telephone numbers are in it only with
    ``phones``. ``progress`` hears how many rows are done, and of about how many. Raises OSError, and
    Refused for a name that is no sheet's.
    """
    asked = tuple(sheets)
    names = chosen_sheets(asked)
    subject = Subject(state, now, frozenset(names), phones, log_asked=any(map(str.strip, asked)))
    rows = len(state.guests) * ("attendance" in names) + len(state.steps) * ("log" in names)
    book = Book(subject.heading, now.at, rows, progress)
    for name in names:
        _FILL[name](book, subject)
    book.save(path)
