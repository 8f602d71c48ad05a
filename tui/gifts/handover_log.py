"""The log of handovers, the last first; void ones stay, struck through, with the reason."""

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from data.clock import hour_minute
from data.language import _
from data.messages.entries.gifts import gifts_text, person_text, receiver_text
from data.model.entries.gifts import Person
from data.state.handovers import Handover
from data.state.state import State
from tui.safe_text import fit, joined, lines, plain
from tui.widgets.static_cached import StaticCached

_NARROWEST = 40


class HandoverLog(VerticalScroll):
    """One row for each handover: time, gift, quantity, giver → receiver."""

    DEFAULT_CSS = """
    HandoverLog { height: 1fr; min-height: 3; padding: 0 1; scrollbar-size-vertical: 1; }
    HandoverLog:focus { background: $surface; }
    HandoverLog > StaticCached { height: auto; }
    """

    def compose(self) -> ComposeResult:
        yield StaticCached()

    def show(self, state: State) -> None:
        """Redraw from the state."""
        width = max(_NARROWEST, self.size.width - 3)
        # What the gift desk gave stands there, by household; here it would bury the handovers.
        handovers = [h for h in reversed(state.handovers.by_id.values()) if not h.what.households]
        givers = max((plain(_name(h.what.giver)).cell_length for h in handovers), default=0)
        rows = [row for handover in handovers for row in _rows(handover, state, width, givers)]
        if not rows:
            rows = [plain(_("Nothing was handed over yet. F7 logs what the form says."), "dim")]
        self.query_one(StaticCached).show(lines(rows))


def handover_text(handover: Handover, state: State, width: int, givers: int = 0) -> str:
    """One handover in one line of ``width`` cells. ``givers`` are the cells that the longest of the givers'
    names takes, where it is known: what their column does not need is the receiver's."""
    gifts = max(8, (width - 10) * 2 // 5)
    people = max(8, (width - 10 - gifts) // 2)
    people = min(people, givers) or people
    return (
        f"{hour_minute(handover.at)} {fit(gifts_text(handover.what, state), gifts)} "
        f"{fit(_name(handover.what.giver), people)} → "
        f"{fit(_receiver(handover, state), max(1, width - gifts - people - 10))}"
    )


def _name(person: Person) -> str:
    return person.name or person.text


def _receiver(handover: Handover, state: State) -> str:
    what = handover.what
    return receiver_text(what, state) if what.households else _name(what.receiver)


def handover_words(handover: Handover, state: State) -> str:
    """One handover in full."""
    return _("{time} {gifts}: {giver} → {receiver}").format(
        time=hour_minute(handover.at),
        gifts=gifts_text(handover.what, state),
        giver=person_text(handover.what.giver),
        receiver=receiver_text(handover.what, state),
    )


def _rows(handover: Handover, state: State, width: int, givers: int) -> Iterable[Content]:
    if not handover.voided:
        photos = len(handover.photos)
        tail = " · " + _("photos: {count}").format(count=photos) if photos else ""
        text = handover_text(handover, state, width - 2 - len(tail), givers)
        yield joined(plain("✔ ", "$success"), text, plain(tail, "$accent"))
        return
    yield joined(
        plain("✖ ", "$error"), plain(handover_text(handover, state, width - 2, givers).rstrip(), "strike dim")
    )
    yield plain("  " + _("VOID: {reason}").format(reason=handover.voided), "dim")
