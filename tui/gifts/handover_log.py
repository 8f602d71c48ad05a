"""The log of handovers, the last first; void ones stay, struck through, with the reason."""

from collections.abc import Iterable
from typing import NamedTuple

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
_BETWEEN = 10
"""Cells of a row that are in no column: the time, blanks and the arrow."""
_LEAST_GIFT = 16
"""What is left of a gift's name before people's names are cut."""


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
        rows: list[Content] = []
        if handovers:
            to = columns(handovers, state, width - 2 - max(map(_tail_cells, handovers)))
            rows = [row for handover in handovers for row in _rows(handover, state, to)]
        else:
            rows = [plain(_("Nothing was handed over yet. F7 logs what the form says."), "dim")]
        self.query_one(StaticCached).show(lines(rows))


class Columns(NamedTuple):
    """How many cells gifts, givers and receivers get in a row."""

    gifts: int
    givers: int
    receivers: int


def columns(handovers: Iterable[Handover], state: State, width: int) -> Columns:
    """The columns for these handovers in rows of ``width`` cells: people's names are whole before gifts are,
    and what a column does not need is the others'."""
    told = [(gifts_text(h.what, state), _name(h.what.giver), _receiver(h, state)) for h in handovers]
    gifts, givers, receivers = (
        [plain(text).cell_length for text in texts] for texts in zip(*told, strict=True)
    )
    room = max(_LEAST_GIFT + 2, width - _BETWEEN)
    people = room - min(max(gifts), _LEAST_GIFT)
    given = max(1, min(max(givers), max(people - max(receivers), people // 2)))
    taken = max(1, min(max(receivers), people - given))
    return Columns(max(1, room - given - taken), given, taken)


def handover_text(handover: Handover, state: State, to: Columns) -> str:
    """One handover in one line with its parts in these columns."""
    return (
        f"{hour_minute(handover.at)} {fit(gifts_text(handover.what, state), to.gifts)} "
        f"{fit(_name(handover.what.giver), to.givers)} → {fit(_receiver(handover, state), to.receivers)}"
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


def _tail(handover: Handover) -> str:
    return " · " + _("photos: {count}").format(count=len(handover.photos)) if handover.photos else ""


def _tail_cells(handover: Handover) -> int:
    return plain(_tail(handover)).cell_length


def _rows(handover: Handover, state: State, to: Columns) -> Iterable[Content]:
    text = handover_text(handover, state, to)
    if not handover.voided:
        yield joined(plain("✔ ", "$success"), text, plain(_tail(handover), "$accent"))
        return
    yield joined(plain("✖ ", "$error"), plain(text.rstrip(), "strike dim"))
    yield plain("  " + _("VOID: {reason}").format(reason=handover.voided), "dim")
