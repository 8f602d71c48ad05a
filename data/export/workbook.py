"""The whole event as an Excel workbook: summary, attendance, agenda, gifts and the raw log."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from data.clock import hour_minute, iso, local
from data.export.cells import put, put_headings, put_rows, put_title, set_up_page, set_widths, sheet_name
from data.export.rows import Value, attendance_headings, attendance_rows, attendance_values
from data.language import _
from data.state.counts import GroupCount, by_delegation, by_hamlet, counts
from data.state.handovers import Handover
from data.state.rundown import Instant, day, table
from data.state.state import State
from data.wording.log import channel_of, describe, kind_of
from data.wording.names import channel_name, item_state_name

Progress = Callable[[int, int], None]
_SHARE = "0%"
_FACT_POINTS = 15.5


def write_workbook(state: State, now: Instant, path: Path, progress: Progress | None = None) -> None:
    """Write the workbook to ``path``; running items are measured up to ``now``.

    ``progress`` hears how many steps are done, and of how many. Raises OSError.
    """
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    heading = f"{state.event.title} · {state.event.site.village}"
    fillers: list[tuple[str, Callable[[Any, State, Instant], int]]] = [
        (_("Summary"), _fill_summary),
        (_("Attendance"), _fill_attendance),
        (_("Agenda"), _fill_agenda),
        (_("Gifts"), _fill_gifts),
        (_("Log"), _fill_log),
    ]
    for done, (name, fill) in enumerate(fillers):
        if progress:
            progress(done, len(fillers) + 1)
        sheet = book.create_sheet(sheet_name(name))
        sheet.sheet_view.showGridLines = False
        repeated = fill(sheet, state, now)
        set_up_page(sheet, heading, repeated, one_page=done == 0)
    book.properties.title = heading
    book.properties.creator = ""
    if progress:
        progress(len(fillers), len(fillers) + 1)
    book.save(path)
    if progress:
        progress(len(fillers) + 1, len(fillers) + 1)


def _fill_summary(sheet: Any, state: State, now: Instant) -> int:
    event, count = state.event, counts(state)
    set_widths(sheet, (44, 16, 16, 16, 16))
    put_title(sheet, 1, event.title, size=16)
    put_title(sheet, 2, event.model)
    on = day(event, state.rundown, now.at)
    place = ", ".join(part for part in (event.site.village, event.site.commune, event.site.district) if part)
    facts: list[tuple[str, Value]] = [
        (_("Place"), event.site.venue),
        (_("Village"), place),
        (_("Date"), f"{on:%d/%m/%Y}"),
        (_("Begins"), event.start),
        (_("Plan"), event.plan_number),
        (_("Written"), f"{local(now.at):%d/%m/%Y %H:%M}"),
    ]
    if event.sample:
        facts.append((_("Note"), _("Sample data: these guests are fictional")))
    row = 4
    for label, value in facts:
        put_rows(sheet, row, [(label, value)])
        sheet.merge_cells(start_row=row, start_column=2, end_row=row, end_column=5)
        sheet.row_dimensions[row].height = _FACT_POINTS
        row += 1
    figures: list[tuple[str, Value]] = [
        (_("Households to come by the plan"), count.households_target),
        (_("Households on the list"), count.households_listed),
        (_("Households that came"), count.households_present),
        (_("People from households"), count.people),
        (_("Delegates on the list"), count.delegates_listed),
        (_("Delegates who came"), count.delegates_present),
    ]
    put_title(sheet, row + 1, _("Attendance"))
    row = put_rows(sheet, row + 2, figures, centred=[2])
    row = _put_groups(sheet, row + 1, _("Households by hamlet"), _("Hamlet"), by_hamlet(state))
    row = _put_groups(sheet, row + 1, _("Delegates by delegation"), _("Delegation"), by_delegation(state))
    return 0


def _put_groups(sheet: Any, row: int, title: str, heading: str, groups: Sequence[GroupCount]) -> int:
    from openpyxl.formatting.rule import DataBarRule

    if not groups:
        return row
    put_title(sheet, row, title)
    put_headings(sheet, row + 1, [heading, _("Listed"), _("Came"), _("Not here"), _("Share")])
    first = row + 2
    rows: list[list[Value]] = [
        [group.name or _("not stated"), group.listed, group.present, group.listed - group.present, None]
        for group in groups
    ]
    after = put_rows(sheet, first, rows, centred=[2, 3, 4, 5])
    for offset, group in enumerate(groups):
        cell = sheet.cell(row=first + offset, column=5)
        cell.value = group.present / group.listed
        cell.number_format = _SHARE
    bar = DataBarRule(start_type="num", start_value=0, end_type="num", end_value=1, color="9DC3E6")
    sheet.conditional_formatting.add(f"E{first}:E{after - 1}", bar)
    return after


def _fill_attendance(sheet: Any, state: State, _now: Instant) -> int:
    rows = attendance_rows(state)
    set_widths(sheet, (6, 11, 27, 25, 17, 22, 7, 8, 22, 8, 13, 16))
    put_headings(sheet, 1, attendance_headings())
    after = put_rows(sheet, 2, map(attendance_values, rows), centred=[1, 2, 7, 8, 10])
    sheet.auto_filter.ref = f"A1:L{max(after - 1, 1)}"
    return 1


def _fill_agenda(sheet: Any, state: State, now: Instant) -> int:
    rows = table(state.event, state.rundown, now)
    real = {row.item.id: round(row.elapsed.total_seconds() / 60) for row in rows if row.started}
    set_widths(sheet, (6, 66, 12, 12, 12, 12, 12, 14))
    put_headings(
        sheet,
        1,
        [
            _("No."),
            _("Agenda item"),
            _("Planned start"),
            _("Planned minutes"),
            _("Started"),
            _("Ended"),
            _("Real minutes"),
            _("State"),
        ],
    )
    lines: list[list[Value]] = [
        [
            row.position,
            row.item.title,
            hour_minute(row.planned),
            row.item.minutes,
            hour_minute(row.started) if row.started else "",
            hour_minute(row.ended) if row.ended else "",
            real.get(row.item.id),
            item_state_name(row.state),
        ]
        for row in rows
    ]
    columns = [1, 3, 4, 5, 6, 7, 8]
    after = put_rows(sheet, 2, lines, centred=columns)
    planned = sum(row.item.minutes for row in rows)
    total = [None, _("Total"), None, planned, None, None, sum(real.values()) if real else None, None]
    put_rows(sheet, after, [total], centred=columns, bold=True)
    return 1


def _fill_gifts(sheet: Any, state: State, _now: Instant) -> int:
    set_widths(sheet, (30, 10, 12, 12, 30, 30, 26, 26, 26))
    put_headings(sheet, 1, [_("Gift"), _("Unit"), _("Planned"), _("Given")])
    planned: list[list[Value]] = [
        [gift.name, gift.unit, gift.quantity, state.handovers.given(gift.id)] for gift in state.event.gifts
    ]
    after = put_rows(sheet, 2, planned, centred=[2, 3, 4])
    put_title(sheet, after + 1, _("Handovers"))
    put_headings(
        sheet,
        after + 2,
        [
            _("Gift"),
            _("Unit"),
            _("Quantity"),
            _("Time"),
            _("Giver"),
            _("Receiver"),
            _("Witness"),
            _("Note"),
            _("Void because"),
        ],
    )
    handovers = state.handovers.by_id.values()
    last = put_rows(sheet, after + 3, (_handover(h, state) for h in handovers), centred=[2, 3, 4])
    if not handovers:
        put(sheet.cell(row=last, column=1), _("Nothing was handed over."))
    return 0


def _handover(handover: Handover, state: State) -> list[Value]:
    what = handover.what
    gift = state.event.gift(what.gift)
    return [
        gift.name if gift else what.gift,
        gift.unit if gift else "",
        what.quantity,
        hour_minute(handover.at),
        what.giver,
        what.receiver if what.household is None else f"{what.receiver} ({what.household:03})",
        what.witness,
        what.note,
        handover.voided,
    ]


def _fill_log(sheet: Any, state: State, _now: Instant) -> int:
    set_widths(sheet, (26, 16, 70, 18, 18, 15, 38, 10))
    put_headings(
        sheet,
        1,
        [
            _("Time"),
            _("Kind"),
            _("What happened"),
            _("Laptop"),
            _("On duty"),
            _("By"),
            _("Id"),
            _("Undone"),
        ],
    )
    lines: list[list[Value]] = []
    for entry in state.entries:
        channel = channel_of(entry)
        lines.append(
            [
                iso(entry.at),
                kind_of(entry),
                describe(entry, state),
                entry.device,
                entry.duty,
                channel_name(channel) if channel else "",
                entry.id,
                _("undone") if entry.id in state.undone else "",
            ]
        )
    after = put_rows(sheet, 2, lines, centred=[8])
    sheet.auto_filter.ref = f"A1:H{max(after - 1, 1)}"
    return 1
