"""Guests whose identity card was scanned: found by name and year of birth, offered, never let in by it."""

from data.model.guest import Guest
from data.scanning.foreign_codes import holder_of
from data.state.state import State
from data.text.fold import fold


def guests_of_identity_card(state: State, text: str) -> tuple[Guest, ...]:
    """The guests on the list who have the name and the year of birth that the card says.

    Case, marks and blanks in the name do not count. Who has no year of birth on the list comes behind
    those who have the right one. Nothing of the card is kept.
    """
    holder = holder_of(text)
    if holder is None:
        return ()
    name = fold(holder.name)
    named = [guest for guest in state.guests.values() if not guest.withdrawn and fold(guest.name) == name]
    born = [guest for guest in named if holder.birth_year and guest.birth_year == holder.birth_year]
    unsaid = [guest for guest in named if guest.birth_year is None or holder.birth_year is None]
    return tuple(born + [guest for guest in unsaid if guest not in born])
