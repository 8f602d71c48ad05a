"""The attendance list: every guest, whether they came, when, and who came in their place."""

from data.export.rows import attendance_rows, came_word
from data.export.workbook.book import Book
from data.export.workbook.cells import Formula, Value, quoted
from data.export.workbook.subject import Subject, attendance_name
from data.language import _
from data.queries.people.counts import counts


def fill_attendance(book: Book, subject: Subject) -> None:
    """One row for each guest on the list, and the totals below."""
    columns = subject.columns
    sheet = book.sheet(attendance_name(), columns.widths)
    sheet.headings(columns.headings())
    first, last = sheet.table(attendance_rows(subject.state, columns), columns.looks)
    sheet.frame.auto_filter.ref = f"A1:{sheet.last_letter}{max(last, 1)}"
    if last >= first:
        n = counts(subject.state)
        here = n.households_present + n.delegates_present
        totals: dict[str, Value] = {
            "number": Formula(f"COUNTA({columns.cells('number', first, last)})", last - first + 1),
            "name": _("Total"),
            "came": Formula(f"COUNTIF({columns.cells('came', first, last)},{quoted(came_word())})", here),
            "people": Formula(f"SUM({columns.cells('people', first, last)})", n.people),
        }
        sheet.total(columns.row(totals), columns.looks)
    sheet.set_up_page(subject.heading, repeated=1)
