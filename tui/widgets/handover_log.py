"""The log of handovers, the last first; void ones stay, struck through, with the reason."""

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from data.clock import hour_minute
from data.language import _
from data.state.handovers import Handover
from data.state.state import State
from tui.untrusted import fit, joined, lines, plain
from tui.widgets.steady import Steady

_NARROWEST = 40


class HandoverLog(VerticalScroll):
    """One row for each handover: time, gift, quantity, giver → receiver."""

    DEFAULT_CSS = """
    HandoverLog { height: 1fr; padding: 0 1; scrollbar-size-vertical: 1; }
    HandoverLog:focus { background: $surface; }
    HandoverLog > Steady { height: auto; }
    """

    def compose(self) -> ComposeResult:
        yield Steady()

    def show(self, state: State) -> None:
        """Redraw from the state."""
        width = max(_NARROWEST, self.size.width - 3)
        handovers = list(reversed(state.handovers.by_id.values()))
        rows = [row for handover in handovers for row in _rows(handover, state, width)]
        if not rows:
            rows = [plain(_("Nothing was handed over yet. F7 logs what the form says."), "dim")]
        self.query_one(Steady).show(lines(rows))


def handover_text(handover: Handover, state: State, width: int) -> str:
    """One handover in one line of ``width`` cells."""
    what = handover.what
    gift = state.event.gift(what.gift)
    quantity = f"{what.quantity} {gift.unit if gift else ''}".strip()
    names = max(8, (width - 6 - 9 - 3) // 3)
    return (
        f"{hour_minute(handover.at)} {fit(gift.name if gift else what.gift, names)} {fit(quantity, 7)} "
        f"{fit(what.giver, names)} → {fit(what.receiver, max(1, width - 2 * names - 18))}"
    )


def handover_words(handover: Handover, state: State) -> str:
    """One handover in full."""
    what = handover.what
    gift = state.event.gift(what.gift)
    return _("{time} {quantity} {unit} {gift}: {giver} → {receiver}").format(
        time=hour_minute(handover.at),
        quantity=what.quantity,
        unit=gift.unit if gift else "",
        gift=gift.name if gift else what.gift,
        giver=what.giver,
        receiver=what.receiver,
    )


def _rows(handover: Handover, state: State, width: int) -> Iterable[Content]:
    if not handover.voided:
        yield joined(plain("✔ ", "$success"), handover_text(handover, state, width - 2))
        return
    yield joined(
        plain("✖ ", "$error"), plain(handover_text(handover, state, width - 2).rstrip(), "strike dim")
    )
    yield plain("  " + _("VOID: {reason}").format(reason=handover.voided), "dim")
