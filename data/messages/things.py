"""Guests, items and gifts as a sentence names them, also when nobody knows them any more."""

from data.queries.log import number_of
from data.state.state import State


def guest_text(number: int, state: State) -> str:
    """``Nguyễn Thị Hương (034)``; only the number where no step ever brought such a guest."""
    guest = state.guests.get(number)
    if guest is None:
        # An undone import took the guest out of the state, but the log still has to name them.
        brought = (guest for step in reversed(state.steps) for guest in step.guests)
        guest = next((guest for guest in brought if number_of(guest, state) == number), None)
    return f"{guest.name} ({number:03})" if guest else f"({number:03})"


def gift_text(id: str, state: State) -> str:
    """``Tủ sách pháp luật``; its id for a gift that an undo took out of the event and nobody knows."""
    gift = state.event.gift(id)
    if gift is None:
        events = (step.event for step in reversed(state.steps) if step.event is not None)
        gift = next(filter(None, (event.gift(id) for event in events)), None)
    return gift.name if gift else id


def item_text(id: str, state: State) -> str:
    """``5 Trao tặng Tủ sách pháp luật``; without a place for an item that is off; else its id."""
    for position, item in enumerate(state.event.program, start=1):
        if item.id == id:
            return f"{position} {item.title}"
    item_off = state.event.item(id)
    return item_off.title if item_off else id
