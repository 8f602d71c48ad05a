"""The attendance list: every guest, whether they came, when, and who came in their place."""

from data.export.table.cells import Formula, Value, quoted
from data.export.table.rows import attendance_rows, came_word
from data.export.workbook.book import Book
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
        came, invited = (columns.cells(column, first, last) for column in ("came", "invited"))
        yes = quoted(came_word())
        here = n.households.came + n.delegates.came
        more = n.households.more + n.delegates.more
        totals: dict[str, Value] = {
            "number": Formula(f"COUNTA({columns.cells('number', first, last)})", last - first + 1),
            "name": _("Total; off the list besides: {count}").format(count=more) if more else _("Total"),
            "came": Formula(f"COUNTIFS({came},{yes},{invited},{yes})", here),
            "people": Formula(f"SUM({columns.cells('people', first, last)})", n.people),
        }
        sheet.total(columns.row(totals), columns.looks)
    sheet.set_up_page(subject.heading, repeated=1)
