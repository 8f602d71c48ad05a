"""Who has not come yet: to be telephoned, or let in when their whole group stands at the door."""

from data.model.guest import Guest
from data.state.counts import GroupCount, by_delegation, by_hamlet, expected_guests
from data.state.state import State
from data.text.order import name_key


def missing_guests(state: State, *, delegation: str | None = None, hamlet: str | None = None) -> list[Guest]:
    """The guests on the list who have not come, in the order of the list.

    With ``delegation`` (an id) only the delegates of it; with ``hamlet`` only its households, by name.
    """
    absent = [guest for guest in expected_guests(state) if guest.number not in state.present]
    if delegation is not None:
        return [guest for guest in absent if not guest.is_household and guest.delegation == delegation]
    if hamlet is not None:
        households = [guest for guest in absent if guest.is_household and guest.hamlet == hamlet]
        return sorted(households, key=lambda guest: (name_key(guest.name), guest.number))
    return absent


def missing_groups(state: State) -> tuple[list[GroupCount], list[GroupCount]]:
    """The delegations, in protocol order, and the hamlets of which somebody is still to come."""
    return (
        [group for group in by_delegation(state) if group.missing],
        [group for group in by_hamlet(state) if group.missing],
    )
