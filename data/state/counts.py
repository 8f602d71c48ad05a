"""The numbers that the chairman asks for."""

from collections import Counter

from msgspec import Struct

from data.model.guest import Guest
from data.state.state import State


class Counts(Struct, frozen=True, kw_only=True):
    """Attendance in numbers. ``people`` counts everyone who came from a household."""

    households_target: int
    households_listed: int
    households_present: int
    people: int
    delegates_listed: int
    delegates_present: int


class GroupCount(Struct, frozen=True, kw_only=True):
    """Attendance of one hamlet or delegation."""

    name: str
    listed: int
    present: int


def expected_guests(state: State) -> list[Guest]:
    """The guests who are on the list: all but those who were withdrawn."""
    return [guest for guest in state.guests.values() if not guest.withdrawn]


def counts(state: State) -> Counts:
    """Attendance as it stands now."""
    guests = expected_guests(state)
    households = [guest.number for guest in guests if guest.is_household]
    delegates = [guest.number for guest in guests if not guest.is_household]
    came = [state.present[number] for number in households if number in state.present]
    return Counts(
        households_target=state.event.target_households,
        households_listed=len(households),
        households_present=len(came),
        people=sum(attendance.people for attendance in came),
        delegates_listed=len(delegates),
        delegates_present=sum(number in state.present for number in delegates),
    )


def by_hamlet(state: State) -> list[GroupCount]:
    """Attendance of households, hamlet by hamlet in the order of the list."""
    return _grouped(state, [(g.hamlet, g.number) for g in expected_guests(state) if g.is_household])


def by_delegation(state: State) -> list[GroupCount]:
    """Attendance of delegates, in protocol order. Delegations without guests are left out."""
    names = {d.id: (d.rank, d.short) for d in state.event.delegations}
    ranked = sorted(
        (names.get(g.delegation, (99, g.delegation)), g.number)
        for g in expected_guests(state)
        if not g.is_household
    )
    return _grouped(state, [(name, number) for (_rank, name), number in ranked])


def _grouped(state: State, members: list[tuple[str, int]]) -> list[GroupCount]:
    listed = Counter(name for name, _number in members)
    present = Counter(name for name, number in members if number in state.present)
    return [GroupCount(name=name, listed=listed[name], present=present[name]) for name in listed]
