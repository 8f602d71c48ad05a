"""What is still open on the day: items to run, gifts to hand over, guests who have not come."""

from msgspec import Struct

from data.model.plan import AgendaItem, Gift
from data.queries.people.counts import counts
from data.state.state import State


class Remaining(Struct, frozen=True, kw_only=True):
    """What is still open; ``gifts`` with how many of each were not handed over yet."""

    items: tuple[AgendaItem, ...]
    gifts: tuple[tuple[Gift, int], ...]
    households: int
    delegates: int
    is_listed: bool


def remaining(state: State) -> Remaining:
    """What the day still asks for. ``is_listed`` is false while there are no guests at all."""
    numbers = counts(state)
    left = ((gift, state.handovers.left(gift)) for gift in state.event.gifts)
    agenda_progress = state.agenda_progress
    return Remaining(
        items=tuple(
            item for item in state.event.program if agenda_progress.state(item.id) not in ("done", "skipped")
        ),
        gifts=tuple((gift, count) for gift, count in left if count > 0),
        households=numbers.households_missing,
        delegates=numbers.delegates_missing,
        is_listed=bool(numbers.households_listed or numbers.delegates_listed),
    )
