"""Of whom nobody has said how they are addressed."""

from data.model.guest import Guest
from data.queries.people.counts import expected_guests
from data.state.state import State


def without_honorific(state: State) -> list[Guest]:
    """The delegates on the list without Ông, Bà or Đồng chí, in its order: they are read out by name."""
    return [guest for guest in expected_guests(state) if not guest.is_household and not guest.honorific]
