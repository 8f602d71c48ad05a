"""What happened to the list of guests and to cards, in words."""

from typing import assert_never

from data.language import _
from data.messages.names import guest_fact_name
from data.messages.things import guest_text
from data.model.entries.guests import (
    AnyGuestHappening,
    CardReplaced,
    CardsPrinted,
    GuestAdded,
    GuestCorrected,
    GuestRestored,
    GuestWithdrawn,
    RosterImported,
)
from data.state.state import State


def describe_guests(what: AnyGuestHappening, state: State) -> str:
    """One sentence for a change of the list or of a card."""
    match what:
        case RosterImported():
            return _(
                "List imported from {source}: {added} added, {changed} changed, {refused} refused"
            ).format(source=what.source, added=what.added, changed=what.changed, refused=what.refused)
        case CardsPrinted(only_drawn=True):
            return _("Cards drawn: {count}").format(count=len(what.codes))
        case CardsPrinted():
            return _("Cards printed: {count}").format(count=len(what.codes))
        case CardReplaced():
            return _("New card: {guest}").format(guest=guest_text(what.guest, state))
        case GuestAdded():
            return _("Put on the list: {guest}").format(guest=guest_text(what.guest, state))
        case GuestCorrected(facts=facts):
            changed = ", ".join(guest_fact_name(fact) for fact in facts)
            return _("Guest edited: {guest}: {facts}").format(
                guest=guest_text(what.guest, state), facts=changed
            )
        case GuestWithdrawn(reason=reason):
            return _("Taken off the list: {guest}. Reason: {reason}").format(
                guest=guest_text(what.guest, state), reason=reason
            )
        case GuestRestored():
            return _("On the list again: {guest}").format(guest=guest_text(what.guest, state))
    assert_never(what)
