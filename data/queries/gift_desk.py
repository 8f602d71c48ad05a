"""Who had a gift that every household gets, hamlet by hamlet, and who has not."""

from msgspec import Struct

from data.model.guest import Guest
from data.queries.people.counts import expected_guests
from data.state.state import State


class HamletShare(Struct, frozen=True, kw_only=True):
    """One hamlet's households on the list: those that had their share, those that are here and did
    not, those that have not come (and did not)."""

    name: str
    had: tuple[Guest, ...] = ()
    waiting: tuple[Guest, ...] = ()
    absent: tuple[Guest, ...] = ()

    @property
    def listed(self) -> int:
        """How many households the hamlet has on the list."""
        return len(self.had) + len(self.waiting) + len(self.absent)


def shares_by_hamlet(state: State, gift: str) -> list[HamletShare]:
    """Every hamlet in the order of the list, with who had the gift (its id) and who has not."""
    had = state.handovers.shares(gift)
    groups: dict[str, tuple[list[Guest], list[Guest], list[Guest]]] = {}
    for guest in expected_guests(state):
        if guest.is_household:
            group = groups.setdefault(state.counters.hamlet_name(guest.hamlet), ([], [], []))
            place = 0 if guest.number in had else 1 if guest.number in state.present else 2
            group[place].append(guest)
    return [
        HamletShare(name=name, had=tuple(served), waiting=tuple(waiting), absent=tuple(absent))
        for name, (served, waiting, absent) in groups.items()
    ]
