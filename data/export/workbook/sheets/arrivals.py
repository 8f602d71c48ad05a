"""When they came: a row for every five minutes and a chart, to plan the next ceremony's door."""

from datetime import timedelta

from data.export.workbook.book import Book
from data.export.workbook.cells import Formula, Value
from data.export.workbook.charts import column_chart
from data.export.workbook.styles import CLOCK, MIDDLE
from data.export.workbook.subject import Subject
from data.language import _
from data.queries.people.arrivals import MINUTES, Stretch, arrivals

_CHART_ROWS = 18
_CHART_COLUMNS = 15


def fill_arrivals(book: Book, subject: Subject) -> None:
    """How many guests came in each stretch, and how many were there by then."""
    sheet = book.sheet(_("Arrivals"), (14, 14, 14, 14))
    sheet.headings([_("From"), _("To"), _("Came"), _("So far")])
    stretches = arrivals(subject.state)
    if not stretches:
        sheet.plain([_("Nobody has come yet.")])
        sheet.set_up_page(subject.heading, repeated=1, portrait=True)
        return
    begin = sheet.next
    first, last = sheet.table(_rows(subject, stretches, begin), [CLOCK, CLOCK, MIDDLE, MIDDLE])
    came = sum(stretch.came for stretch in stretches)
    sheet.total(["", _("Total"), Formula(f"SUM(C{first}:C{last})", came), ""], [MIDDLE])
    title = _("Arrivals in every {minutes} minutes").format(minutes=MINUTES)
    chart = column_chart(sheet, title, (first, last), labels=1, values=3)
    chart.x_axis.number_format = "hh:mm"
    sheet.frame.add_chart(chart, "F2")
    sheet.set_up_page(subject.heading, repeated=1, last=_CHART_ROWS, columns=_CHART_COLUMNS)


def _rows(subject: Subject, stretches: list[Stretch], begin: int) -> list[list[Value]]:
    times = subject.attendance("arrived")
    rows: list[list[Value]] = []
    so_far = 0
    for row, stretch in enumerate(stretches, start=begin):
        so_far += stretch.came
        came: Value = stretch.came
        if times is not None:
            came = Formula(f"SUMPRODUCT(({times}>=A{row})*({times}<B{row}))", stretch.came)
        rows.append(
            [
                stretch.begin,
                stretch.begin + timedelta(minutes=MINUTES),
                came,
                Formula(f"SUM(C${begin}:C{row})", so_far),
            ]
        )
    return rows
