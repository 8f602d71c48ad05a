"""The quiet lines below the MC's words: what to log, what comes next, who came late, what Space does."""

from collections.abc import Sequence

from textual.content import Content

from data.clock import hour_minute
from data.language import _
from data.model.plan import AgendaItem
from data.state.introduction import introduction_line, latecomers
from data.state.live_facts import live_facts
from data.state.rundown import Row
from data.state.state import State
from tui.untrusted import fit, joined, lines, plain
from tui.widgets.mc_line import blank_labels

_LABEL = 10
_MOST_LATECOMERS = 2


def to_log(item: AgendaItem, state: State) -> Content:
    """The gifts of ``item`` with whether they were logged, and what the plan says not to forget."""
    parts: list[Content | str] = []
    gifts = [gift for gift in state.event.gifts if gift.item == item.id]
    for gift in gifts:
        done = state.handovers.given(gift.id) >= gift.quantity
        sign, style = ("✔", "$success") if done else ("☐", "bold $warning")
        parts += [plain(f"{sign} {gift.name}", style), "  "]
    parts += [plain("(F4)  ", "dim")] if gifts else []
    parts += [plain(f"• {check}  ", "dim") for check in item.checks]
    return joined(_label(_("TO LOG")), *parts) if parts else plain("")


def next_up(row: Row | None, state: State, width: int) -> Content:
    """The next item, when it will begin, and how much its line still lacks."""
    label = _label(_("NEXT"))
    if row is None:
        return joined(label, _("the end of the ceremony"))
    when = _("{time}, {minutes} min").format(time=hour_minute(row.expected), minutes=row.minutes)
    blanks = len(blank_labels(row.item.line, live_facts(state), state.event))
    lack = "  ⚠ " + _("still blank: {count}").format(count=blanks) if blanks else ""
    said = f"{row.position} · {row.item.title} · {when}"
    room = max(20, width - label.cell_length - plain(lack).cell_length - 2)
    return joined(label, fit(said, room).rstrip(), plain(lack, "$warning"))


def came_late(state: State, width: int) -> Content:
    """The delegates who came after the introduction, the last one first, a line for each."""
    late = list(reversed(latecomers(state)))
    if not late or state.rundown.closed is not None:
        return plain("")
    label = "⚑ " + _("NOT INTRODUCED") + " "
    more = len(late) - _MOST_LATECOMERS
    tail = _(" and {count} more").format(count=more) if more > 0 else ""
    rows = []
    for index, guest in enumerate(late[:_MOST_LATECOMERS]):
        came = hour_minute(state.present[guest.number].at)
        end = tail if index == _MOST_LATECOMERS - 1 else ""
        room = max(20, width - 2 - len(label) - len(end))
        said = fit(f"{came} {introduction_line(guest, state)}", room).rstrip()
        rows.append(joined(plain(label if index == 0 else " " * len(label), "bold $accent"), said + end))
    return lines(rows)


def what_space_does(rows: Sequence[Row], state: State, next_id: str, width: int) -> Content:
    """The line that says what Space will do now."""
    if state.rundown.closed is not None:
        return plain(" " + _("The ceremony is closed.   B: it is not over, go back"), "bold")
    following = next((row for row in rows if row.item.id == next_id), None)
    running = next((row for row in rows if row.item.id == state.rundown.current), None)
    if following is None:
        text = _("Close the ceremony (asks first)")
    elif running is None:
        text = _("Begin item {next} · {title}").format(next=following.position, title=following.item.title)
    else:
        text = _("End item {now}, begin item {next} · {title}").format(
            now=running.position, next=following.position, title=following.item.title
        )
    return plain(fit(f" Space ▶ {text}", max(20, width)), "bold")


def _label(word: str) -> Content:
    return plain(fit(word, _LABEL - 1) + " ", "bold dim")
