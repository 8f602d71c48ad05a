"""The first sheet: a row for each event, with totals and a chart."""

from collections.abc import Sequence

from data.export.comparison.compared import Compared
from data.export.comparison.groups import groups_name
from data.export.workbook.book import Book
from data.export.workbook.cells import Formula, Value
from data.export.workbook.charts import bar_chart
from data.export.workbook.sheet import Sheet
from data.export.workbook.styles import CLOCK, MIDDLE, SHARE, TEXT
from data.language import _
from data.queries.people.counts import by_hamlet, counts
from data.state.stage.agenda_progress import finish, table

_WIDTHS = (5, 36, 24, 10, 10, 10, 9, 10, 10, 10, 9, 9, 9, 9, 10, 10, 10)
_LOOKS = (
    MIDDLE,
    TEXT,
    TEXT,
    MIDDLE,
    MIDDLE,
    MIDDLE,
    SHARE,
    MIDDLE,
    MIDDLE,
    MIDDLE,
    SHARE,
    CLOCK,
    CLOCK,
    MIDDLE,
    MIDDLE,
    MIDDLE,
    MIDDLE,
)
_CHART_ROWS = 17
_SUMS = "DEFHIJOPQ"


def fill_overview(book: Book, events: Sequence[Compared], heading: str) -> None:
    """Households, people and delegates of every event; the households are counted from the next sheet."""
    sheet = book.sheet(_("Comparison"), _WIDTHS)
    sheet.headings(
        [
            _("No."),
            _("Event"),
            _("What it was"),
            _("Households by the plan"),
            _("Households listed"),
            _("Households that came"),
            _("Share"),
            _("People"),
            _("Delegates listed"),
            _("Delegates who came"),
            _("Share"),
            _("Began"),
            _("Ended"),
            _("Late (minutes)"),
            _("Gifts given"),
            _("Households off the list"),
            _("Delegates off the list"),
        ]
    )
    begin = sheet.next
    rows = [_row(one, place, begin + place - 1, events) for place, one in enumerate(events, start=1)]
    first, last = sheet.table(rows, _LOOKS)
    sheet.total(_totals(sheet, events, first, last), _LOOKS)
    chart = bar_chart(sheet, _("Households"), (first, last), labels=2, listed=5, came=6)
    sheet.frame.add_chart(chart, f"B{sheet.next + 1}")
    sheet.set_up_page(heading, repeated=1, last=sheet.next + _CHART_ROWS)


def _row(one: Compared, number: int, row: int, events: Sequence[Compared]) -> list[Value]:
    state = one.state
    n = counts(state)
    rows = table(state.event, state.agenda_progress, one.now)
    starts = [each.started for each in rows if each.started]
    late: Value = None
    if starts and rows:
        planned, expected = finish(rows, one.now)
        late = round((expected - planned).total_seconds() / 60)
    return [
        number,
        one.name,
        state.event.title,
        n.households_target,
        _counted(events, "D", row, n.households_listed),
        _counted(events, "E", row, n.households_present),
        _share("FEP", row, n.households_invited_present, n.households_listed),
        n.people,
        n.delegates_listed,
        n.delegates_present,
        _share("JIQ", row, n.delegates_invited_present, n.delegates_listed),
        min(starts, default=None),
        state.agenda_progress.closed,
        late,
        sum(state.handovers.given(gift.id) for gift in state.event.gifts),
        n.households_walk_ins,
        n.delegates_walk_ins,
    ]


def _counted(events: Sequence[Compared], column: str, row: int, value: int) -> Value:
    """A count of households, as the sheet of the hamlets has it."""
    last = 1 + sum(len(by_hamlet(one.state)) for one in events)
    if last == 1:
        return value
    sheet = f"'{groups_name()}'"
    return Formula(f"SUMIF({sheet}!$A$2:$A${last},A{row},{sheet}!${column}$2:${column}${last})", value)


def _share(columns: str, row: int, came: int, listed: int) -> Value:
    """How many of the invited came; ``columns`` are those of who came, was invited, and came without."""
    present, invited, walk_ins = (f"{letter}{row}" for letter in columns)
    return Formula(f"IF({invited}=0,0,({present}-{walk_ins})/{invited})", came / listed if listed else 0)


def _totals(sheet: Sheet, events: Sequence[Compared], first: int, last: int) -> list[Value]:
    each = [counts(one.state) for one in events]
    gifts = sum(one.state.handovers.given(g.id) for one in events for g in one.state.event.gifts)
    listed, came = sum(n.households_listed for n in each), sum(n.households_present for n in each)
    delegates, present = sum(n.delegates_listed for n in each), sum(n.delegates_present for n in each)
    target, people = sum(n.households_target for n in each), sum(n.people for n in each)
    off = sum(n.households_walk_ins for n in each), sum(n.delegates_walk_ins for n in each)
    values = (target, listed, came, people, delegates, present, gifts, *off)
    sums = {
        letter: Formula(f"SUM({letter}{first}:{letter}{last})", value)
        for letter, value in zip(_SUMS, values, strict=True)
    }
    row = sheet.next
    return [
        "",
        _("Total"),
        "",
        sums["D"],
        sums["E"],
        sums["F"],
        _share("FEP", row, came - off[0], listed),
        sums["H"],
        sums["I"],
        sums["J"],
        _share("JIQ", row, present - off[1], delegates),
        "",
        "",
        "",
        sums["O"],
        sums["P"],
        sums["Q"],
    ]
