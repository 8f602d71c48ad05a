"""The numbers that the chairman asks for."""

from msgspec import Struct

from data.model.guest import Guest
from data.state.people.counters import Count
from data.state.state import State
from data.text.counted import Tally

_LAST_RANK = 99


class Counts(Struct, frozen=True, kw_only=True):
    """Attendance in numbers. ``people`` counts everyone who came from a household.

    ``listed`` is who was invited; ``present`` everybody who came, ``walk_ins`` those of them whom nobody
    had invited; ``here`` is without those who went home early.
    """

    households_target: int
    households_listed: int
    households_present: int
    households_here: int
    people: int
    people_here: int
    households_walk_ins: int
    delegates_listed: int
    delegates_present: int
    delegates_here: int
    delegates_walk_ins: int

    @property
    def households(self) -> Tally:
        """The households as they are told: the invited who came, of how many the plan expects; the others."""
        return Tally(self.households_invited_present, self.households_target, self.households_walk_ins)

    @property
    def delegates(self) -> Tally:
        """The delegates as they are told: the invited who came of all invited, and the others."""
        return Tally(self.delegates_invited_present, self.delegates_listed, self.delegates_walk_ins)

    @property
    def everybody(self) -> int:
        """How many people attend: all who came from households, and the delegates."""
        return self.people + self.delegates_present

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to count: nobody is on the list, and nobody came."""
        return not (
            self.households_listed
            or self.delegates_listed
            or self.households_present
            or self.delegates_present
        )

    @property
    def households_invited_present(self) -> int:
        """How many of the invited households came."""
        return self.households_present - self.households_walk_ins

    @property
    def delegates_invited_present(self) -> int:
        """How many of the invited delegates came."""
        return self.delegates_present - self.delegates_walk_ins

    @property
    def households_missing(self) -> int:
        """How many of the invited households have not come."""
        return self.households_listed - self.households_invited_present

    @property
    def delegates_missing(self) -> int:
        """How many of the invited delegates have not come."""
        return self.delegates_listed - self.delegates_invited_present

    @property
    def left(self) -> int:
        """How many households and delegates went home early."""
        return self.households_present + self.delegates_present - self.households_here - self.delegates_here


class GroupCount(Struct, frozen=True, kw_only=True):
    """Attendance of one hamlet (``id`` is its name) or delegation; ``people`` as in ``Counts``."""

    name: str
    listed: int
    present: int
    walk_ins: int = 0
    id: str = ""
    here: int = 0
    people: int = 0

    @property
    def missing(self) -> int:
        """How many of the invited are still to come."""
        return self.listed - self.invited_present

    @property
    def tally(self) -> Tally:
        """The group as it is told: the invited who came, of how many, and the others."""
        return Tally(self.invited_present, self.listed, self.walk_ins)

    @property
    def invited_present(self) -> int:
        """How many of the invited came."""
        return self.present - self.walk_ins


def expected_guests(state: State) -> list[Guest]:
    """The guests who are on the list: all but those who were withdrawn."""
    return [guest for guest in state.guests.values() if not guest.withdrawn]


def counts(state: State) -> Counts:
    """Attendance as it stands now."""
    households, delegates = state.counters.households(), state.counters.delegates()
    return Counts(
        households_target=state.event.target_households,
        households_listed=households.listed,
        households_present=households.present,
        households_here=households.here,
        people=households.people,
        people_here=households.people_here,
        households_walk_ins=households.walk_ins,
        delegates_walk_ins=delegates.walk_ins,
        delegates_listed=delegates.listed,
        delegates_present=delegates.present,
        delegates_here=delegates.here,
    )


def by_hamlet(state: State) -> list[GroupCount]:
    """Attendance of households, hamlet by hamlet in the order of the list."""
    return [_group(name, name, count) for name, count in state.counters.hamlets().items()]


def by_delegation(state: State) -> list[GroupCount]:
    """Attendance of delegates, in protocol order. Delegations without guests are left out."""
    known = {delegation.id: delegation for delegation in state.event.delegations}
    groups = state.counters.delegations()
    ranked = sorted(groups, key=lambda id: known[id].rank if id in known else _LAST_RANK)
    return [_group(id, known[id].short if id in known else id, groups[id]) for id in ranked]


def _group(id: str, name: str, count: Count) -> GroupCount:
    return GroupCount(
        id=id,
        name=name,
        listed=count.listed,
        present=count.present,
        walk_ins=count.walk_ins,
        here=count.here,
        people=count.people,
    )
