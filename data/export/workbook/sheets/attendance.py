"""The attendance list: every guest, whether they came, when, and who came in their place."""

from data.export.rows import attendance_headings, attendance_rows, attendance_values, came_word
from data.export.workbook.book import Book
from data.export.workbook.cells import Formula, Value, quoted
from data.export.workbook.styles import CLOCK, MIDDLE, TEXT
from data.export.workbook.subject import Subject, attendance_name
from data.language import _
from data.queries.people.counts import counts

_WIDTHS = (6, 9, 25, 18, 15, 18, 7, 7, 21, 8, 12, 14, 7, 11)
_LOOKS = (
    MIDDLE,
    MIDDLE,
    TEXT,
    TEXT,
    TEXT,
    TEXT,
    MIDDLE,
    CLOCK,
    TEXT,
    MIDDLE,
    TEXT,
    TEXT,
    CLOCK,
    MIDDLE,
    TEXT,
)
_PHONE_WIDTH = 14


def fill_attendance(book: Book, subject: Subject) -> None:
    """One row for each guest on the list, and the totals below."""
    phones = subject.phones
    sheet = book.sheet(attendance_name(), (*_WIDTHS, _PHONE_WIDTH) if phones else _WIDTHS)
    sheet.headings(attendance_headings(phones))
    rows = attendance_rows(subject.state)
    first, last = sheet.table((attendance_values(row, phones) for row in rows), _LOOKS)
    sheet.frame.auto_filter.ref = f"A1:{sheet.last_letter}{max(last, 1)}"
    if rows:
        n = counts(subject.state)
        came = Formula(
            f"COUNTIF(G{first}:G{last},{quoted(came_word())})", n.households_present + n.delegates_present
        )
        total: list[Value] = [Formula(f"COUNTA(A{first}:A{last})", len(rows)), "", _("Total")]
        total += ["", "", "", came, "", "", Formula(f"SUM(J{first}:J{last})", n.people), "", "", "", ""]
        sheet.total([*total, ""] if phones else total, _LOOKS)
    sheet.set_up_page(subject.heading, repeated=1)
