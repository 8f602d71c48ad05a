"""The first sheet: a row for each event, with totals and a chart."""

from collections import Counter
from collections.abc import Sequence

from data.export.comparison.compared import Compared
from data.export.comparison.groups import group_columns, groups_name
from data.export.table.cells import Formula, Value
from data.export.table.columns import Column, Columns
from data.export.table.styles import CLOCK, MIDDLE, SHARE, TEXT
from data.export.workbook.book import Book
from data.export.workbook.charts import bar_chart
from data.language import N_, _
from data.queries.people.counts import by_hamlet, counts
from data.state.stage.agenda_progress import finish, table

_COLUMNS = {
    "number": Column(N_("No."), 5, MIDDLE),
    "event": Column(N_("Event"), 36, TEXT),
    "what": Column(N_("What it was"), 24, TEXT),
    "target": Column(N_("Households by the plan"), 10, MIDDLE),
    "listed": Column(N_("Households listed"), 10, MIDDLE),
    "came": Column(N_("Households that came"), 10, MIDDLE),
    "share": Column(N_("Share"), 9, SHARE),
    "people": Column(N_("People"), 10, MIDDLE),
    "delegates": Column(N_("Delegates listed"), 10, MIDDLE),
    "delegates came": Column(N_("Delegates who came"), 10, MIDDLE),
    "delegates' share": Column(N_("Share"), 9, SHARE),
    "began": Column(N_("Began"), 9, CLOCK),
    "ended": Column(N_("Ended"), 9, CLOCK),
    "late": Column(N_("Late (minutes)"), 9, MIDDLE),
    "gifts": Column(N_("Gifts given"), 10, MIDDLE),
    "off": Column(N_("Households off the list"), 10, MIDDLE),
    "delegates off": Column(N_("Delegates off the list"), 10, MIDDLE),
}
_CHART_ROWS = 17
Figures = dict[str, int]


def fill_overview(book: Book, events: Sequence[Compared], heading: str) -> None:
    """Households, people and delegates of every event; the households are counted from the next sheet."""
    columns = Columns(_COLUMNS)
    sheet = book.sheet(_("Comparison"), columns.widths)
    sheet.headings(columns.headings())
    begin = sheet.next
    rows = [
        columns.row(_row(columns, one, place, begin + place - 1, events))
        for place, one in enumerate(events, start=1)
    ]
    first, last = sheet.table(rows, columns.looks)
    sheet.total(columns.row(_totals(columns, events, first, last)), columns.looks)
    labels, listed, came = map(columns.place, ("event", "listed", "came"))
    chart = bar_chart(sheet, _("Households"), (first, last), labels=labels, listed=listed, came=came)
    sheet.frame.add_chart(chart, f"{columns['event']}{sheet.next + 1}")
    sheet.set_up_page(heading, repeated=1, last=sheet.next + _CHART_ROWS)


def _figures(one: Compared) -> Figures:
    """What can be added up, by the name of its column."""
    n = counts(one.state)
    return {
        "target": n.households_target,
        "listed": n.households_listed,
        "came": n.households.came,
        "people": n.people,
        "delegates": n.delegates_listed,
        "delegates came": n.delegates.came,
        "gifts": sum(one.state.handovers.given(gift.id) for gift in one.state.event.gifts),
        "off": n.households_walk_ins,
        "delegates off": n.delegates_walk_ins,
    }


def _row(
    columns: Columns[Column], one: Compared, number: int, row: int, events: Sequence[Compared]
) -> dict[str, Value]:
    state, figures = one.state, _figures(one)
    rows = table(state.event, state.agenda_progress, one.now)
    starts = [each.started for each in rows if each.started]
    late: Value = None
    if starts and rows:
        planned, expected = finish(rows, one.now)
        late = round((expected - planned).total_seconds() / 60)
    key = f"{columns['number']}{row}"
    return {
        **figures,
        "number": number,
        "event": one.name,
        "what": state.event.title,
        "listed": _counted(events, "listed", key, figures["listed"]),
        "came": _counted(events, "came", key, figures["came"]),
        **_shares(columns, row, figures),
        "began": min(starts, default=None),
        "ended": state.agenda_progress.closed,
        "late": late,
    }


def _counted(events: Sequence[Compared], column: str, key: str, value: int) -> Value:
    """A count of households, as the sheet of the hamlets has it for the event whose number is in ``key``."""
    last = 1 + sum(len(by_hamlet(one.state)) for one in events)
    if last == 1:
        return value
    sheet, groups = f"'{groups_name()}'", group_columns(N_("Hamlet"))
    numbers, counted = (
        f"{sheet}!${letter}$2:${letter}${last}" for letter in (groups["number"], groups[column])
    )
    return Formula(f"SUMIF({numbers},{key},{counted})", value)


def _shares(columns: Columns[Column], row: int, figures: Figures) -> dict[str, Value]:
    return {
        "share": _share(columns, row, figures, "came", "listed"),
        "delegates' share": _share(columns, row, figures, "delegates came", "delegates"),
    }


def _share(columns: Columns[Column], row: int, figures: Figures, came: str, listed: str) -> Value:
    """How many of the invited came: of ``listed`` those who ``came``."""
    here, invited = (f"{columns[name]}{row}" for name in (came, listed))
    share = figures[came] / figures[listed] if figures[listed] else 0
    return Formula(f"IF({invited}=0,0,{here}/{invited})", share)


def _totals(columns: Columns[Column], events: Sequence[Compared], first: int, last: int) -> dict[str, Value]:
    sums: Counter[str] = Counter()
    for one in events:
        sums.update(_figures(one))
    return {
        "event": _("Total"),
        **{name: Formula(f"SUM({columns.cells(name, first, last)})", value) for name, value in sums.items()},
        **_shares(columns, last + 1, sums),
    }
