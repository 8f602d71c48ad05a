"""Each household's attendance across events that invited the same cards again."""

from collections.abc import Sequence

from data.export.comparison.compared import Compared
from data.export.table.cells import Formula, Value, quoted
from data.export.table.columns import column_letter
from data.export.table.styles import MIDDLE, SHARE, TEXT
from data.export.workbook.book import Book
from data.language import _
from data.model.guest import Guest
from data.session.events.cross_event import Presence, same_guests

CAME = "✔"
MISSED = "–"
_FIRST = 4
"""The column of the first event: before it stand number, name and hamlet."""

Row = list[Presence | None]


def households(events: Sequence[Compared]) -> list[Row]:
    """The households that at least two of the events invited, each with its presence at every event."""
    rows = same_guests([one.state for one in events])
    return [
        row for row in rows if sum(presence is not None for presence in row) > 1 and _of(row).is_household
    ]


def fill_households(book: Book, events: Sequence[Compared], rows: Sequence[Row], heading: str) -> None:
    """A row for each household, a column for each event, and how often it came of how often invited."""
    sheet = book.sheet(_("Households"), (7, 28, 14, *([13] * len(events)), 9, 9, 9))
    sheet.headings(
        [
            _("No."),
            _("Name"),
            _("Hamlet"),
            *(one.name for one in events),
            _("Came"),
            _("Invited"),
            _("Share"),
        ]
    )
    begin = sheet.next
    marks, last_event = [MIDDLE] * (len(events) + 2), column_letter(_FIRST + len(events) - 1)
    values = [_values(row, begin + place, last_event) for place, row in enumerate(rows)]
    first, last = sheet.table(values, [MIDDLE, TEXT, TEXT, *marks, SHARE])
    sheet.total(_totals(rows, len(events), first, last), [MIDDLE, TEXT, TEXT, *marks, SHARE])
    sheet.frame.auto_filter.ref = f"A1:{sheet.last_letter}{last}"
    sheet.set_up_page(heading, repeated=1)
    # The names stay in sight too, however many events there are to the right.
    sheet.frame.freeze_panes = "D2"


def _of(row: Row) -> Guest:
    """The household as its latest event knows it."""
    return next(presence.guest for presence in reversed(row) if presence is not None)


def _values(row: Row, number: int, last_event: str) -> list[Value]:
    guest = _of(row)
    marks = [_mark(presence) for presence in row]
    events = f"{column_letter(_FIRST)}{number}:{last_event}{number}"
    came, invited = marks.count(CAME), len(marks) - marks.count("")
    left, right = (column_letter(_FIRST + len(row) + place) for place in (0, 1))
    return [
        guest.number,
        guest.name,
        guest.hamlet,
        *marks,
        Formula(f"COUNTIF({events},{quoted(CAME)})", came),
        Formula(f"COUNTIF({events},{quoted(CAME)})+COUNTIF({events},{quoted(MISSED)})", invited),
        Formula(f"{left}{number}/{right}{number}", came / invited),
    ]


def _mark(presence: Presence | None) -> str:
    if presence is None:
        return ""
    return MISSED if presence.attendance is None else CAME


def _totals(rows: Sequence[Row], events: int, first: int, last: int) -> list[Value]:
    marks = [[_mark(presence) for presence in row] for row in rows]
    came = [sum(row[place] == CAME for row in marks) for place in range(events)]
    invited = sum(mark != "" for row in marks for mark in row)
    letters = [column_letter(_FIRST + place) for place in range(events + 2)]
    of_events = [
        Formula(f"COUNTIF({letter}{first}:{letter}{last},{quoted(CAME)})", count)
        for letter, count in zip(letters, came, strict=False)
    ]
    total = last + 1
    return [
        "",
        _("Total"),
        "",
        *of_events,
        Formula(f"SUM({letters[-2]}{first}:{letters[-2]}{last})", sum(came)),
        Formula(f"SUM({letters[-1]}{first}:{letters[-1]}{last})", invited),
        Formula(f"{letters[-2]}{total}/{letters[-1]}{total}", sum(came) / invited),
    ]
