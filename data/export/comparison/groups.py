"""Attendance by hamlet and by delegation, event by event."""

from collections.abc import Iterator, Sequence

from data.export.comparison.compared import Compared
from data.export.table.cells import Formula, Value
from data.export.table.columns import Column, Columns
from data.export.table.styles import MIDDLE, SHARE, TEXT
from data.export.workbook.book import Book
from data.export.workbook.sheet import sheet_name
from data.language import N_, _
from data.queries.people.counts import GroupCount, by_delegation, by_hamlet


def group_columns(heading: str) -> Columns[Column]:
    """The columns of a sheet of groups; ``heading`` says what they are, marked for the catalogues."""
    return Columns(
        {
            "number": Column(N_("No."), 5, MIDDLE),
            "event": Column(N_("Event"), 40, TEXT),
            "group": Column(heading, 30, TEXT),
            "listed": Column(N_("Listed"), 12, MIDDLE),
            "came": Column(N_("Came"), 12, MIDDLE),
            "off": Column(N_("Off the list"), 12, MIDDLE),
            "share": Column(N_("Share"), 12, SHARE),
        }
    )


def groups_name() -> str:
    """The name of the sheet that holds the hamlets of all events."""
    return sheet_name(_("By hamlet"))


def fill_hamlets(book: Book, events: Sequence[Compared], heading: str) -> None:
    """A row for each hamlet of each event."""
    _fill(
        book, groups_name(), N_("Hamlet"), _grouped(events, [by_hamlet(one.state) for one in events]), heading
    )


def fill_delegations(book: Book, events: Sequence[Compared], heading: str) -> None:
    """A row for each delegation of each event."""
    groups = [by_delegation(one.state) for one in events]
    _fill(book, _("By delegation"), N_("Delegation"), _grouped(events, groups), heading)


def _fill(
    book: Book, name: str, heading: str, groups: Iterator[tuple[int, str, GroupCount]], page: str
) -> None:
    columns = group_columns(heading)
    sheet = book.sheet(name, columns.widths)
    sheet.headings(columns.headings())
    begin = sheet.next
    rows = [
        columns.row(_values(columns, row, number, event, group))
        for row, (number, event, group) in enumerate(groups, start=begin)
    ]
    _first, last = sheet.table(rows, columns.looks)
    sheet.frame.auto_filter.ref = f"A1:{sheet.last_letter}{max(last, 1)}"
    sheet.set_up_page(page, repeated=1, portrait=True)


def _values(
    columns: Columns[Column], row: int, number: int, event: str, group: GroupCount
) -> dict[str, Value]:
    listed, came = (f"{columns[name]}{row}" for name in ("listed", "came"))
    share = group.invited_present / group.listed if group.listed else 0
    return {
        "number": number,
        "event": event,
        "group": group.name or _("not stated"),
        "listed": group.listed,
        "came": group.invited_present,
        "off": group.walk_ins,
        "share": Formula(f"IF({listed}=0,0,{came}/{listed})", share),
    }


def _grouped(
    events: Sequence[Compared], groups: Sequence[Sequence[GroupCount]]
) -> Iterator[tuple[int, str, GroupCount]]:
    for number, (one, of_event) in enumerate(zip(events, groups, strict=True), start=1):
        for group in of_event:
            yield number, one.name, group
