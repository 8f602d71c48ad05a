"""What follows the day, in words."""

from typing import assert_never

from data.language import _
from data.messages.things import guest_text
from data.model.entries.follow_up import AnyFollowUp, Registered, RegistrationWithdrawn
from data.state.state import State
from data.text import counted


def describe_follow_up(what: AnyFollowUp, state: State) -> str:
    """One sentence for a registration or its withdrawal."""
    match what:
        case Registered(guests=(guest,)):
            return _("Registered for {criterion} {year}: {guest}").format(
                criterion=_criterion(what.criterion, state), year=what.year, guest=guest_text(guest, state)
            )
        case Registered(guests=guests):
            return _("Registered for {criterion} {year}: {guest}").format(
                criterion=_criterion(what.criterion, state),
                year=what.year,
                guest=counted.households(len(guests)),
            )
        case RegistrationWithdrawn(guest=guest):
            return _("Registration withdrawn for {criterion} {year}: {guest}").format(
                criterion=_criterion(what.criterion, state), year=what.year, guest=guest_text(guest, state)
            )
    assert_never(what)


def _criterion(id: str, state: State) -> str:
    criterion = state.event.criterion(id)
    return f"“{criterion.short}”" if criterion else id
