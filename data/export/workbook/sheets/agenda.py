"""The agenda as it was planned beside the agenda as it ran."""

from data.export.table.cells import Formula, Value
from data.export.table.columns import Column, Columns
from data.export.table.styles import CLOCK, MIDDLE, TEXT
from data.export.workbook.book import Book
from data.export.workbook.subject import Subject
from data.language import N_, _
from data.messages.names import item_state_name
from data.state.stage.agenda_progress import Row, table

_COLUMNS = {
    "number": Column(N_("No."), 6, MIDDLE),
    "item": Column(N_("Agenda item"), 60, TEXT),
    "planned": Column(N_("Planned start"), 11, CLOCK),
    "minutes": Column(N_("Planned minutes"), 11, MIDDLE),
    "started": Column(N_("Started"), 11, CLOCK),
    "ended": Column(N_("Ended"), 11, CLOCK),
    "real": Column(N_("Real minutes"), 11, MIDDLE),
    "longer": Column(N_("Longer by"), 11, MIDDLE),
    "state": Column(N_("State"), 13, MIDDLE),
}


def fill_agenda(book: Book, subject: Subject) -> None:
    """One row for each item that was on, with its minutes planned and real, and the totals below."""
    columns = Columns(_COLUMNS)
    rows = table(subject.state.event, subject.state.agenda_progress, subject.now)
    sheet = book.sheet(_("Agenda"), columns.widths)
    sheet.headings(columns.headings())
    begin = sheet.next
    values = (columns.row(_values(columns, row, begin + place)) for place, row in enumerate(rows))
    first, last = sheet.table(values, columns.looks)

    def total(column: str, value: float) -> Formula:
        return Formula(f"SUM({columns.cells(column, first, last)})", value)

    totals: dict[str, Value] = {
        "item": _("Total"),
        "minutes": total("minutes", sum(row.item.minutes for row in rows)),
        "real": total("real", sum(row.took for row in rows if row.took is not None)),
        "longer": total("longer", sum(row.took - row.item.minutes for row in rows if row.took is not None)),
    }
    sheet.total(columns.row(totals), [MIDDLE, TEXT, MIDDLE])
    sheet.set_up_page(subject.heading, repeated=1)


def _values(columns: Columns[Column], row: Row, number: int) -> dict[str, Value]:
    longer = f"{columns['real']}{number}-{columns['minutes']}{number}"
    return {
        "number": row.position,
        "item": row.item.title,
        "planned": row.planned,
        "minutes": row.item.minutes,
        "started": row.started,
        "ended": row.ended,
        "real": row.took,
        "longer": None if row.took is None else Formula(longer, row.took - row.item.minutes),
        "state": item_state_name(row.state),
    }
