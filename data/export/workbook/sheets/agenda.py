"""The agenda as it was planned beside the agenda as it ran."""

from data.export.workbook.book import Book
from data.export.workbook.cells import Formula, Value
from data.export.workbook.styles import CLOCK, MIDDLE, TEXT
from data.export.workbook.subject import Subject
from data.language import _
from data.messages.names import item_state_name
from data.state.stage.agenda_progress import Row, table

_WIDTHS = (6, 60, 11, 11, 11, 11, 11, 11, 13)
_LOOKS = (MIDDLE, TEXT, CLOCK, MIDDLE, CLOCK, CLOCK, MIDDLE, MIDDLE)


def fill_agenda(book: Book, subject: Subject) -> None:
    """One row for each item that was on, with its minutes planned and real, and the totals below."""
    rows = table(subject.state.event, subject.state.agenda_progress, subject.now)
    sheet = book.sheet(_("Agenda"), _WIDTHS)
    sheet.headings(
        [
            _("No."),
            _("Agenda item"),
            _("Planned start"),
            _("Planned minutes"),
            _("Started"),
            _("Ended"),
            _("Real minutes"),
            _("Longer by"),
            _("State"),
        ]
    )
    begin = sheet.next
    first, last = sheet.table((_values(row, begin + place) for place, row in enumerate(rows)), _LOOKS)
    planned = sum(row.item.minutes for row in rows)
    real = sum(row.took for row in rows if row.took is not None)
    longer = sum(row.took - row.item.minutes for row in rows if row.took is not None)
    sheet.total(
        [
            "",
            _("Total"),
            "",
            Formula(f"SUM(D{first}:D{last})", planned),
            "",
            "",
            Formula(f"SUM(G{first}:G{last})", real),
            Formula(f"SUM(H{first}:H{last})", longer),
            "",
        ],
        [MIDDLE, TEXT, MIDDLE],
    )
    sheet.set_up_page(subject.heading, repeated=1)


def _values(row: Row, number: int) -> list[Value]:
    return [
        row.position,
        row.item.title,
        row.planned,
        row.item.minutes,
        row.started,
        row.ended,
        row.took,
        None if row.took is None else Formula(f"G{number}-D{number}", row.took - row.item.minutes),
        item_state_name(row.state),
    ]
