"""The form of one handover, filled from the plan; what a person typed over stays theirs."""

from typing import NamedTuple

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from data.facts import fill
from data.language import _
from data.model.event import Event
from data.model.plan import Gift
from data.state.live_facts import live_facts
from data.state.script import blank_labels
from data.state.state import State
from tui.untrusted import plain
from tui.widgets.line_input import LineInput
from tui.widgets.steady import Steady

FIELDS = ("giver", "receiver", "quantity", "witness", "note")
_LOOSE = " ,;·"
"""What is left over around a name that was a gap and stayed empty."""


class Filled(NamedTuple):
    """A field as the plan fills it, and where a person would type: in its first gap, else after the name."""

    text: str
    cursor: int


class GiftForm(Vertical):
    """A line for each field. Enter goes to the next one and never logs anything."""

    DEFAULT_CSS = """
    GiftForm { height: auto; padding: 0 1; }
    GiftForm .field { height: 1; }
    GiftForm .field > .label { width: 14; color: $foreground 70%; }
    GiftForm .field > LineInput { width: 1fr; }
    GiftForm > Steady { height: auto; max-height: 2; padding: 0 0 0 14; }
    """

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._offered: dict[str, str] = dict.fromkeys(FIELDS, "")
        self._templates: dict[str, str] = {}
        self._facts: dict[str, str] = {}
        self._event: Event | None = None

    def compose(self) -> ComposeResult:
        labels = {
            "giver": _("Given by"),
            "receiver": _("Received by"),
            "quantity": _("How many"),
            "witness": _("Witness"),
            "note": _("Note"),
        }
        for field in FIELDS:
            with Horizontal(classes="field"):
                yield Static(plain(labels[field]), classes="label")
                yield LineInput(id=f"gift-{field}")
        yield Steady()

    def line(self, field: str) -> LineInput:
        """The line of a field."""
        return self.query_one(f"#gift-{field}", LineInput)

    def value(self, field: str) -> str:
        """What a field says, without the comma that waits for a name."""
        return self.line(field).value.strip(_LOOSE)

    def is_edited(self, field: str) -> bool:
        """Whether a person typed something else than what the plan offered."""
        return self.line(field).value != self._offered[field]

    def offer(self, gift: Gift, state: State, *, anew: bool = False) -> None:
        """Fill in what the plan says of ``gift``; edited fields are left alone unless ``anew``."""
        facts = live_facts(state)
        still = max(1, gift.quantity - state.handovers.given(gift.id))
        filled = {
            "giver": _fill(gift.giver, facts),
            "receiver": _fill(gift.receiver, facts),
            "quantity": Filled(str(still), len(str(still))),
            "witness": _fill(gift.witness, facts),
            "note": Filled("", 0),
        }
        for field, (text, cursor) in filled.items():
            if anew or not self.is_edited(field):
                self._put(field, text, cursor)
        self._templates = {"giver": gift.giver, "receiver": gift.receiver, "witness": gift.witness}
        self._facts, self._event = facts, state.event
        self._say_gaps()

    def _put(self, field: str, text: str, cursor: int) -> None:
        line = self.line(field)
        self._offered[field] = text
        if line.value != text:
            line.value = text
            line.cursor_position = cursor
            # The name stands at the beginning and is what has to be confirmed.
            line.call_after_refresh(line.scroll_to, x=0, animate=False)

    def on_input_changed(self) -> None:
        self._say_gaps()

    def _say_gaps(self) -> None:
        """Name the blanks of the plan that leave a gap in a field which nobody has filled in."""
        if self._event is None:
            return
        open_fields = " ".join(text for field, text in self._templates.items() if not self.is_edited(field))
        missing = blank_labels(open_fields, self._facts, self._event)
        note = "⚠ " + _("Still blank: {labels}").format(labels="; ".join(missing)) if missing else ""
        self.query_one(Steady).show(plain(note, "$warning"))

    def next_after(self, line: LineInput) -> bool:
        """Put the focus on the field after ``line``; False when it is the last."""
        place = [self.line(field) for field in FIELDS].index(line) + 1
        if place < len(FIELDS):
            self.line(FIELDS[place]).focus()
        return place < len(FIELDS)


def _fill(template: str, facts: dict[str, str]) -> Filled:
    pieces = fill(template, facts)
    text = "".join(piece.text for piece in pieces if not piece.is_gap)
    gap = next((index for index, piece in enumerate(pieces) if piece.is_gap), None)
    if gap is not None:
        return Filled(text, len("".join(piece.text for piece in pieces[:gap])))
    comma = text.find(",")
    return Filled(text, comma if comma >= 0 else len(text))
