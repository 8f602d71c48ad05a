"""The log: every entry of the ledger in words, undone ones too."""

from collections.abc import Iterator

from data.export.table.cells import Value
from data.export.table.columns import Column, Columns
from data.export.table.styles import MIDDLE, MOMENT, TEXT
from data.export.workbook.book import Book
from data.export.workbook.subject import Subject
from data.language import N_, _
from data.messages.log import channel_of, describe
from data.messages.names import channel_name
from data.queries.laptops.writers import writer_name
from data.state.state import State

_COLUMNS = {
    "time": Column(N_("Time"), 26, MOMENT),
    "kind": Column(N_("Kind"), 16, TEXT),
    "what": Column(N_("What happened"), 70, TEXT),
    "device": Column(N_("Laptop"), 18, TEXT),
    "duty": Column(N_("On duty"), 18, TEXT),
    "channel": Column(N_("By"), 15, TEXT),
    "id": Column(N_("Id"), 38, TEXT),
    "undone": Column(N_("Undone"), 10, MIDDLE),
}


def fill_log(book: Book, subject: Subject) -> None:
    """One row for each entry, oldest first.

    It is long: who prints the whole workbook gets it only where it was asked for by its name.
    """
    columns = Columns(_COLUMNS)
    sheet = book.sheet(_("Log"), columns.widths)
    sheet.headings(columns.headings())
    _first, last = sheet.table(map(columns.row, _rows(subject.state)), columns.looks)
    sheet.frame.auto_filter.ref = f"A1:{sheet.last_letter}{max(last, 1)}"
    sheet.set_up_page(subject.heading, repeated=1)
    if not subject.log_asked:
        sheet.frame.sheet_state = "hidden"


def _rows(state: State) -> Iterator[dict[str, Value]]:
    for entry in state.entries:
        channel = channel_of(entry)
        yield {
            "time": entry.at,
            "kind": _(entry.what.called),
            "what": describe(entry, state),
            "device": writer_name(state, entry),
            "duty": entry.duty,
            "channel": channel_name(channel) if channel else "",
            "id": entry.id,
            "undone": _("undone") if entry.id in state.undone else "",
        }
