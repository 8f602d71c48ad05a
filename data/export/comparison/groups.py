"""Attendance by hamlet and by delegation, event by event."""

from collections.abc import Iterator, Sequence

from data.export.comparison.compared import Compared
from data.export.workbook.book import Book
from data.export.workbook.cells import Formula, Value
from data.export.workbook.sheet import sheet_name
from data.export.workbook.styles import MIDDLE, SHARE, TEXT
from data.language import _
from data.queries.people.counts import GroupCount, by_delegation, by_hamlet

_LOOKS = (MIDDLE, TEXT, TEXT, MIDDLE, MIDDLE, MIDDLE, SHARE)
_WIDTHS = (5, 40, 30, 12, 12, 12, 12)


def groups_name() -> str:
    """The name of the sheet that holds the hamlets of all events."""
    return sheet_name(_("By hamlet"))


def fill_hamlets(book: Book, events: Sequence[Compared], heading: str) -> None:
    """A row for each hamlet of each event."""
    _fill(
        book, groups_name(), _("Hamlet"), _grouped(events, [by_hamlet(one.state) for one in events]), heading
    )


def fill_delegations(book: Book, events: Sequence[Compared], heading: str) -> None:
    """A row for each delegation of each event."""
    groups = [by_delegation(one.state) for one in events]
    _fill(book, _("By delegation"), _("Delegation"), _grouped(events, groups), heading)


def _fill(
    book: Book, name: str, heading: str, groups: Iterator[tuple[int, str, GroupCount]], page: str
) -> None:
    sheet = book.sheet(name, _WIDTHS)
    sheet.headings([_("No."), _("Event"), heading, _("Listed"), _("Came"), _("Off the list"), _("Share")])
    begin = sheet.next
    rows: list[Sequence[Value]] = [
        [
            number,
            event,
            group.name or _("not stated"),
            group.listed,
            group.present,
            group.walk_ins,
            Formula(
                f"IF(D{row}=0,0,(E{row}-F{row})/D{row})",
                group.invited_present / group.listed if group.listed else 0,
            ),
        ]
        for row, (number, event, group) in enumerate(groups, start=begin)
    ]
    _first, last = sheet.table(rows, _LOOKS)
    sheet.frame.auto_filter.ref = f"A1:{sheet.last_letter}{max(last, 1)}"
    sheet.set_up_page(page, repeated=1, portrait=True)


def _grouped(
    events: Sequence[Compared], groups: Sequence[Sequence[GroupCount]]
) -> Iterator[tuple[int, str, GroupCount]]:
    for number, (one, of_event) in enumerate(zip(events, groups, strict=True), start=1):
        for group in of_event:
            yield number, one.name, group
