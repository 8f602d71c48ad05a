"""When they came: a row for every five minutes and a chart, to plan the next ceremony's door."""

from collections.abc import Iterator
from datetime import timedelta

from data.export.table.cells import Formula, Value
from data.export.table.columns import Column, Columns
from data.export.table.styles import CLOCK, MIDDLE
from data.export.workbook.book import Book
from data.export.workbook.charts import column_chart
from data.export.workbook.subject import Subject
from data.language import N_, _
from data.queries.people.arrivals import MINUTES, Stretch, arrivals

_CHART_ROWS = 18
_CHART_COLUMNS = 15


_COLUMNS = {
    "from": Column(N_("From"), 14, CLOCK),
    "to": Column(N_("To"), 14, CLOCK),
    "came": Column(N_("Came"), 14, MIDDLE),
    "so far": Column(N_("So far"), 14, MIDDLE),
}


def fill_arrivals(book: Book, subject: Subject) -> None:
    """How many guests came in each stretch, and how many were there by then."""
    columns = Columns(_COLUMNS)
    sheet = book.sheet(_("Arrivals"), columns.widths)
    sheet.headings(columns.headings())
    stretches = arrivals(subject.state)
    if not stretches:
        sheet.plain([_("Nobody has come yet.")])
        sheet.set_up_page(subject.heading, repeated=1, portrait=True)
        return
    rows = _rows(subject, columns, stretches, sheet.next)
    first, last = sheet.table(map(columns.row, rows), columns.looks)
    came = Formula(f"SUM({columns.cells('came', first, last)})", sum(stretch.came for stretch in stretches))
    sheet.total(columns.row({"to": _("Total"), "came": came}), [MIDDLE])
    title = _("Arrivals in every {minutes} minutes").format(minutes=MINUTES)
    labels, values = map(columns.place, ("from", "came"))
    chart = column_chart(sheet, title, (first, last), labels=labels, values=values)
    chart.x_axis.number_format = "hh:mm"
    sheet.frame.add_chart(chart, "F2")
    sheet.set_up_page(subject.heading, repeated=1, last=_CHART_ROWS, columns=_CHART_COLUMNS)


def _rows(
    subject: Subject, columns: Columns[Column], stretches: list[Stretch], begin: int
) -> Iterator[dict[str, Value]]:
    times = subject.attendance("arrived")
    total = 0
    for row, stretch in enumerate(stretches, start=begin):
        total += stretch.came
        came: Value = stretch.came
        if times is not None:
            after, before = f"{times}>={columns['from']}{row}", f"{times}<{columns['to']}{row}"
            came = Formula(f"SUMPRODUCT(({after})*({before}))", stretch.came)
        yield {
            "from": stretch.begin,
            "to": stretch.begin + timedelta(minutes=MINUTES),
            "came": came,
            "so far": Formula(f"SUM({columns['came']}${begin}:{columns['came']}{row})", total),
        }
