"""The log: every entry of the ledger in words, undone ones too."""

from collections.abc import Iterator

from data.export.workbook.book import Book
from data.export.workbook.cells import Value
from data.export.workbook.styles import MIDDLE, MOMENT, TEXT
from data.export.workbook.subject import Subject
from data.language import _
from data.messages.log import channel_of, describe
from data.messages.names import channel_name
from data.state.state import State

_WIDTHS = (26, 16, 70, 18, 18, 15, 38, 10)
_LOOKS = (MOMENT, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, MIDDLE)


def fill_log(book: Book, subject: Subject) -> None:
    """One row for each entry, oldest first.

    It is long: who prints the whole workbook gets it only where it was asked for by its name.
    """
    sheet = book.sheet(_("Log"), _WIDTHS)
    sheet.headings(
        [
            _("Time"),
            _("Kind"),
            _("What happened"),
            _("Laptop"),
            _("On duty"),
            _("By"),
            _("Id"),
            _("Undone"),
        ]
    )
    _first, last = sheet.table(_rows(subject.state), _LOOKS)
    sheet.frame.auto_filter.ref = f"A1:{sheet.last_letter}{max(last, 1)}"
    sheet.set_up_page(subject.heading, repeated=1)
    if not subject.log_asked:
        sheet.frame.sheet_state = "hidden"


def _rows(state: State) -> Iterator[list[Value]]:
    for entry in state.entries:
        channel = channel_of(entry)
        yield [
            entry.at,
            _(entry.what.called),
            describe(entry, state),
            entry.device,
            entry.duty,
            channel_name(channel) if channel else "",
            entry.id,
            _("undone") if entry.id in state.undone else "",
        ]
