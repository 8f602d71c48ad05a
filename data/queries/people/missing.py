"""Who has not come yet: to be telephoned, or let in when their whole group stands at the door."""

from collections import defaultdict
from typing import NamedTuple

from data.model.guest import Guest
from data.queries.people.counts import GroupCount, by_delegation, by_hamlet, expected_guests
from data.state.state import State
from data.text.order import name_key


def missing_guests(state: State, *, delegation: str | None = None) -> list[Guest]:
    """The guests on the list who have not come, in the order of the list.

    With ``delegation`` (an id) only the delegates of it.
    """
    absent = [guest for guest in expected_guests(state) if guest.number not in state.present]
    if delegation is None:
        return absent
    return [guest for guest in absent if not guest.is_household and guest.delegation == delegation]


class MissingGroup(NamedTuple):
    """A delegation or a hamlet of which somebody is still to come, and who that is."""

    total: GroupCount
    is_delegation: bool
    guests: list[Guest]


def missing_groups(state: State) -> list[MissingGroup]:
    """The delegations, in protocol order, and then the hamlets of which somebody is still to come."""
    own: dict[tuple[bool, str], list[Guest]] = defaultdict(list)
    for guest in missing_guests(state):
        hamlet = state.counters.hamlet_name(guest.hamlet)
        own[not guest.is_household, hamlet if guest.is_household else guest.delegation].append(guest)
    groups = [
        *((group, True) for group in by_delegation(state)),
        *((group, False) for group in by_hamlet(state)),
    ]
    return [
        MissingGroup(group, is_delegation, _in_order(own[is_delegation, group.id], is_delegation))
        for group, is_delegation in groups
        if group.missing
    ]


def _in_order(guests: list[Guest], is_delegation: bool) -> list[Guest]:
    """Delegates as the list has them, which is by rank; households by name."""
    return guests if is_delegation else sorted(guests, key=lambda one: (name_key(one.name), one.number))
