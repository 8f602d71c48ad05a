"""The agenda planned against real, the gifts and the registrations, a line each, for the report."""

from textual.content import Content

from data.clock import hour_minute
from data.language import _
from data.messages.entries.gifts import counted_text
from data.queries.people.counts import counts
from data.state.stage.agenda_progress import Instant, Row, table
from data.state.state import State
from tui.safe_text import fit, joined, plain

_TIMES = 19


def agenda_lines(state: State, now: Instant, width: int) -> list[Content]:
    """Each item with its planned start and minutes and, once it began, the real ones."""
    rows = [plain(fit(_("AGENDA"), width - _TIMES) + fit(_("planned → real"), _TIMES), "bold dim")]
    rows += [_item(row, width) for row in table(state.event, state.agenda_progress, now)]
    return rows


def gift_lines(state: State, width: int) -> list[Content]:
    """Each gift with how many were handed over of how many."""
    gifts = state.handovers.listed(state.event)
    rows = [plain(_("GIFTS"), "bold dim")] if gifts else []
    for gift in gifts:
        number = counted_text(gift, state)
        left = state.handovers.left(gift)
        sign = plain("○ ", "$foreground 60%") if left else plain("✔ ", "$success")
        rows.append(joined(sign, fit(gift.name, width - len(number) - 3), plain(f" {number}", "bold")))
    return rows


def registration_lines(state: State, year: int, width: int) -> list[Content]:
    """Each criterion of the plan with how many households registered for ``year``."""
    rows = [plain(_("REGISTRATIONS OF {year}").format(year=year), "bold dim")] if state.event.criteria else []
    listed = counts(state).households_listed
    for criterion in state.event.criteria:
        number = f"{len(state.registrations.of(criterion.id, year))}/{listed}"
        rows.append(joined(fit(criterion.short, width - len(number) - 1), plain(f" {number}", "bold")))
    return rows


def _item(row: Row, width: int) -> Content:
    planned = f"{hour_minute(row.planned)} {row.item.minutes:>3}′"
    name = plain(fit(f"{row.position} {row.item.title}", width - _TIMES - 1) + " ")
    if row.started is None:
        return joined(name, plain(planned, "$foreground 60%"))
    ran = row.took or 0
    tone = "$warning" if ran > row.item.minutes else "$success"
    real = f"{hour_minute(row.started)}{ran:>3}′"
    return joined(name, plain(f"{planned[:5]} ", "$foreground 60%"), plain("→ "), plain(real, tone))
