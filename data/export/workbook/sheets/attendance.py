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

        def below(function: str, column: str, condition: str = "") -> str:
            return f"{function}({columns[column]}{first}:{columns[column]}{last}{condition})"

        n = counts(subject.state)
        here = n.households_present + n.delegates_present
        totals: dict[str, Value] = {
            "number": Formula(below("COUNTA", "number"), last - first + 1),
            "name": _("Total"),
            "came": Formula(below("COUNTIF", "came", f",{quoted(came_word())}"), here),
            "people": Formula(below("SUM", "people"), n.people),
        }
        sheet.total(columns.row(totals), columns.looks)
    sheet.set_up_page(subject.heading, repeated=1)
