"""The gifts of the event: which one is chosen, which ones go into one record, what is still to give."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from textual import events
from textual.message import Message

from data.language import _
from data.messages.entries.gifts import fraction_text
from data.model.plan import Gift
from data.state.state import State
from data.text.unit_words import unit_word
from tui.safe_text import fit
from tui.widgets.lists.choice import Choice

NEW = "+"
"""The row of a gift that the event does not have yet."""
_NUMBERS = 30
"""The columns that a gift's name leaves to the numbers behind it."""


class GiftList(Choice):
    """Arrows choose; Space takes the chosen gift into a record of several, or out of it.

    ``when_marked`` is called when another gift is chosen: at once, so that its form is painted with it.
    """

    @dataclass
    class Marked(Message):
        """Space was pressed on the chosen gift."""

        value: str

    def __init__(self, when_marked: Callable[[], None], *, id: str) -> None:
        super().__init__([], id=id)
        self._when_marked = when_marked

    def show(self, state: State, marked: Collection[str], width: int) -> None:
        """Redraw from the state; ``marked`` are the ids in the record."""
        gifts = state.handovers.listed(state.event)
        rows = [(gift.id, _text(gift, state, gift.id in marked, width)) for gift in gifts]
        new = f"{'☑ ' if NEW in marked else ''}+ " + _("a gift that is not in the plan")
        self.relabel([*rows, (NEW, new)])

    def _changed(self) -> None:
        self._when_marked()

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "space":
            event.stop()
            event.prevent_default()
            self.post_message(self.Marked(self.value))
        else:
            await super()._on_key(event)


def _text(gift: Gift, state: State, marked: bool, width: int) -> str:
    given, left = state.handovers.given(gift.id), state.handovers.left(gift)
    counted = fraction_text(gift, given)
    unit = unit_word(gift.unit, left)
    word = _("still {count} {unit}").format(count=left, unit=unit) if left else "✔" if given else ""
    name = f"☑ {gift.name}" if marked else gift.name
    return f"{fit(name, width - _NUMBERS)} {counted:>8}  {fit(word, _NUMBERS - 14)}"
