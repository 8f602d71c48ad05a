"""What has to be seen to in an agenda item: its checks, and the gifts that belong to it."""

from msgspec import Struct

from data.model.plan import AgendaItem, Gift
from data.state.state import State
from data.text.fold import fold

_WRITES = "ghi y kien"
"""A check that begins so is one of the secretary's: it is done by a note for the minutes."""


class Check(Struct, frozen=True, kw_only=True):
    """One thing to see to in ``item``. ``gift`` is the gift's id where its handover ticks it, or empty."""

    item: str
    text: str
    is_done: bool
    gift: str = ""


def checks(item: AgendaItem, state: State) -> list[Check]:
    """The checks of an item: its gifts first, done when all of the plan's number are handed over."""
    ticks = state.words.ticks
    gifts = [gift for gift in state.event.gifts if gift.item == item.id and gift.quantity > 0]
    return [
        *(_of_gift(item, gift, state) for gift in gifts),
        *(
            Check(item=item.id, text=text, is_done=(item.id, text) in ticks or _is_written(item, text, state))
            for text in dict.fromkeys(item.checks)
        ),
    ]


def checks_now(state: State) -> list[Check]:
    """What can be seen to now: of the running item (before the ceremony, of the first); once it is
    closed, what is still open in any."""
    if state.agenda_progress.closed is not None:
        return open_checks(state)
    item = state.event.item(state.agenda_progress.current) or next(iter(state.event.program), None)
    return checks(item, state) if item else []


def open_checks(state: State) -> list[Check]:
    """What is still to be seen to in all items that have begun, in the program's order."""
    begun = (item for item in state.event.program if item.id in state.agenda_progress.runs)
    return [check for item in begun for check in checks(item, state) if not check.is_done]


def _is_written(item: AgendaItem, text: str, state: State) -> bool:
    """Whether a check asks for what is said in an item to be written down, and a note of it was."""
    if not fold(text).startswith(_WRITES):
        return False
    return any(note.item == item.id and note.text for note in state.words.spoken.values())


def _of_gift(item: AgendaItem, gift: Gift, state: State) -> Check:
    given = state.handovers.given(gift.id)
    text = gift.name if gift.quantity == 1 else f"{gift.name} {given}/{gift.quantity}"
    return Check(item=item.id, text=text, is_done=given >= gift.quantity, gift=gift.id)
