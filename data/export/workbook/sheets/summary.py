"""The first sheet: what the office asks first, counted by formulas where the list is in the workbook."""

from typing import Any

from msgspec.structs import replace

from data.export.table.cells import Formula, Value, quoted
from data.export.table.columns import Column, Columns
from data.export.table.rows import came_word, delegate_word, delegation_label, household_word, walk_in_word
from data.export.table.styles import BAR, DATE_PLAIN, MIDDLE, MOMENT_PLAIN, PLAIN, SHARE, TEXT
from data.export.workbook.book import Book
from data.export.workbook.charts import bar_chart, chart_height
from data.export.workbook.sheet import Sheet
from data.export.workbook.subject import Cells, Subject
from data.language import N_, _
from data.queries.people.counts import GroupCount, by_delegation, by_hamlet, counts
from data.state.stage.agenda_progress import at_local, day

_MOST_ON_ONE_PAGE = 30
_CHART_ROWS = 16


def fill_summary(book: Book, subject: Subject) -> None:
    """Facts, figures, attendance by hamlet and by delegation, and a chart of the first."""
    state = subject.state
    of_hamlets, of_delegations = _columns(N_("Hamlet")), _columns(N_("Delegation"))
    sheet = book.sheet(_("Summary"), of_hamlets.widths)
    sheet.title(state.event.title, large=True)
    sheet.title(state.event.model)
    sheet.skip()
    looks = {_("Date"): DATE_PLAIN, _("Written"): MOMENT_PLAIN}
    for label, value in _facts(subject):
        sheet.plain([label, value], looks.get(label, PLAIN))
    sheet.skip()
    sheet.title(_("Attendance"))
    sheet.table(_figures(subject), [TEXT, MIDDLE])
    hamlets = by_hamlet(state)
    delegations = [
        replace(group, name=delegation_label(state.event, group.id)) for group in by_delegation(state)
    ]
    first, last = _groups(sheet, subject, household_word(), _("Households by hamlet"), of_hamlets, hamlets)
    _groups(sheet, subject, delegate_word(), _("Delegates by delegation"), of_delegations, delegations)
    below = 0
    if hamlets:
        # As many rows as the chart covers, which grows with the hamlets.
        below = sheet.next + round(_CHART_ROWS * chart_height(len(hamlets)) / chart_height(1))
        labels, listed, came = map(of_hamlets.place, ("group", "listed", "came"))
        title = _("Households by hamlet")
        chart = bar_chart(sheet, title, (first, last), labels=labels, listed=listed, came=came)
        sheet.frame.add_chart(chart, f"A{sheet.next + 1}")
    groups = len(hamlets) + len(delegations)
    sheet.set_up_page(subject.heading, one_page=groups <= _MOST_ON_ONE_PAGE, portrait=True, last=below)


def _doubt(subject: Subject) -> str:
    doubted = subject.state.day_doubt(subject.now.at) is not None
    return _("the laptop's date was doubted") if doubted else ""


def _facts(subject: Subject) -> list[tuple[str, Value]]:
    state, now = subject.state, subject.now
    event = state.event
    place = ", ".join(part for part in (event.site.village, event.site.commune, event.site.district) if part)
    # An event without a date has none until it runs: today's would be taken for it.
    on = state.days.held_on(event) or (
        day(event, state.agenda_progress, now.at) if state.agenda_progress.runs else None
    )
    facts: list[tuple[str, Value]] = [
        (_("Place"), event.site.venue),
        (_("Village"), place),
        (_("Date"), at_local(on, "00:00") if on else ""),
        (_("Begins"), event.start),
        (_("Plan"), event.plan_number),
        (_("Written"), now.at),
        *([(_("Date of this laptop"), doubt)] if (doubt := _doubt(subject)) else []),
    ]
    if event.sample:
        facts.append((_("Note"), _("Sample data: these guests are fictional")))
    return facts


def _figures(subject: Subject) -> list[tuple[str, Value]]:
    count = counts(subject.state)
    kind, came, people, invited = map(subject.attendance, ("kind", "came", "people", "invited"))
    off = quoted(walk_in_word())
    household, delegate, yes = map(quoted, (household_word(), delegate_word(), came_word()))
    return [
        (_("Households to come by the plan"), count.households_target),
        (
            _("Households on the list"),
            _counted(kind, f"COUNTIFS({kind},{household},{invited},{yes})", count.households_listed),
        ),
        (
            _("Households that came"),
            _counted(
                kind, f"COUNTIFS({kind},{household},{came},{yes},{invited},{yes})", count.households.came
            ),
        ),
        (
            _("Households that came off the list"),
            _counted(
                kind,
                f"COUNTIFS({kind},{household},{came},{yes},{invited},{off})",
                count.households_walk_ins,
            ),
        ),
        (_("People from households"), _counted(kind, f"SUM({people})", count.people)),
        (
            _("Delegates on the list"),
            _counted(kind, f"COUNTIFS({kind},{delegate},{invited},{yes})", count.delegates_listed),
        ),
        (
            _("Delegates who came"),
            _counted(kind, f"COUNTIFS({kind},{delegate},{came},{yes},{invited},{yes})", count.delegates.came),
        ),
        (
            _("Delegates who came off the list"),
            _counted(
                kind, f"COUNTIFS({kind},{delegate},{came},{yes},{invited},{off})", count.delegates_walk_ins
            ),
        ),
        (
            _("People who attended in all"),
            _counted(people, f"SUM({people})+COUNTIFS({kind},{delegate},{came},{yes})", count.everybody),
        ),
    ]


def _counted(column: Cells | None, formula: str, value: int) -> Value:
    return value if column is None else Formula(formula, value)


def _columns(heading: str) -> Columns[Column]:
    """The columns of a table of groups; ``heading`` says what they are, marked for the catalogues."""
    return Columns(
        {
            "group": Column(heading, 40, TEXT),
            "listed": Column(N_("Listed"), 13, MIDDLE),
            "came": Column(N_("Came"), 13, MIDDLE),
            "off": Column(N_("Off the list"), 13, MIDDLE),
            "missing": Column(N_("Not here"), 13, MIDDLE),
            "share": Column(N_("Share"), 13, SHARE),
        }
    )


def _groups(
    sheet: Sheet, subject: Subject, kind: str, title: str, columns: Columns[Column], groups: list[GroupCount]
) -> tuple[int, int]:
    """A table of groups with its total; the numbers of its first and last row."""
    if not groups:
        return sheet.next, sheet.next - 1
    sheet.skip()
    sheet.title(title)
    sheet.headings(columns.headings())
    begin = sheet.next
    rows = (_group(subject, columns, kind, group, begin + place) for place, group in enumerate(groups))
    first, last = sheet.table(map(columns.row, rows), columns.looks)
    listed, present = sum(g.listed for g in groups), sum(g.invited_present for g in groups)
    walk_ins = sum(g.walk_ins for g in groups)

    def total(column: str, value: int) -> Formula:
        return Formula(f"SUM({columns.cells(column, first, last)})", value)

    totals: dict[str, Value] = {
        "group": _("Total"),
        "listed": total("listed", listed),
        "came": total("came", present),
        "off": total("off", walk_ins),
        "missing": total("missing", listed - present),
        "share": _share(columns, sheet.next, listed, present),
    }
    sheet.total(columns.row(totals), columns.looks)
    sheet.frame.conditional_formatting.add(columns.cells("share", first, last), _bars())
    return first, last


def _group(
    subject: Subject, columns: Columns[Column], kind: str, group: GroupCount, row: int
) -> dict[str, Value]:
    kinds, names, came, invited = map(subject.attendance, ("kind", "group", "came", "invited"))
    listed: Value = group.listed
    present: Value = group.invited_present
    walk_ins: Value = group.walk_ins
    if kinds is not None:
        # Not COUNTIFS: it would read a hamlet's name as a condition, and takes capitals for small letters.
        name = f"{columns['group']}{row}" if group.name else quoted("")
        of_group = f"EXACT({names},{name})*({kinds}={quoted(kind)})"
        yes, off = quoted(came_word()), quoted(walk_in_word())
        listed = Formula(f"SUMPRODUCT({of_group}*({invited}={yes}))", group.listed)
        here = f"{of_group}*({came}={yes})*({invited}={yes})"
        present = Formula(f"SUMPRODUCT({here})", group.invited_present)
        walk_ins = Formula(f"SUMPRODUCT({of_group}*({came}={yes})*({invited}={off}))", group.walk_ins)
    of_listed, of_came = (f"{columns[column]}{row}" for column in ("listed", "came"))
    return {
        "group": group.name or _("not stated"),
        "listed": listed,
        "came": present,
        "off": walk_ins,
        "missing": Formula(f"{of_listed}-{of_came}", group.missing),
        "share": _share(columns, row, group.listed, group.invited_present),
    }


def _share(columns: Columns[Column], row: int, listed: int, came: int) -> Formula:
    """How many of the invited came; nobody may have been invited."""
    of_listed, of_came = (f"{columns[column]}{row}" for column in ("listed", "came"))
    return Formula(f"IF({of_listed}=0,0,{of_came}/{of_listed})", came / listed if listed else 0)


def _bars() -> Any:
    from openpyxl.formatting.rule import DataBarRule

    return DataBarRule(start_type="num", start_value=0, end_type="num", end_value=1, color=BAR)
