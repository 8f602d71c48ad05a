"""What the ledger says of one guest."""

from msgspec import Struct

from data.ledger.record import Step
from data.model.entries.door import (
    CameAgain,
    CheckedIn,
    CheckInMoved,
    CheckInRemoved,
    GroupCheckedIn,
    LeftEarly,
    PartyChanged,
)
from data.model.entries.follow_up import Registered, RegistrationWithdrawn
from data.model.entries.gifts import GiftRefused, HandedOver, HandoverVoided
from data.model.entries.guests import CardReplaced
from data.model.entries.words import Introduced, IntroductionMoved
from data.model.entry import Entry
from data.state.state import State


class Mention(Struct, frozen=True):
    """An entry that is about the guest; ``undone`` when it no longer counts."""

    entry: Entry
    undone: bool


def history(state: State, number: int) -> list[Mention]:
    """The entries about the guest with this number, undone ones too, oldest first."""
    return [
        Mention(step.entry, step.entry.id in state.undone) for step in state.steps if _mentions(step, number)
    ]


def _mentions(step: Step, number: int) -> bool:
    match step.entry.what:
        case CheckedIn(guest=guest) | CameAgain(guest=guest) | PartyChanged(guest=guest):
            return guest == number
        case CheckInRemoved(guest=guest) | LeftEarly(guest=guest):
            return guest == number
        case CheckInMoved(guest=guest, to=other):
            return number in (guest, other)
        case GroupCheckedIn(guests=guests):
            return number in guests
        case CardReplaced(guest=guest) | IntroductionMoved(guest=guest):
            return guest == number
        case Introduced(guests=guests):
            return number in guests
        case Registered(guests=guests):
            return number in guests
        case RegistrationWithdrawn(guest=guest):
            return guest == number
        case GiftRefused(guest=guest) | HandoverVoided(household=guest):
            return guest == number
        case HandedOver() as what:
            people = (what.giver, what.receiver, what.witness)
            return number in what.households or any(p is not None and p.guest == number for p in people)
        case _:
            return any(guest.number == number for guest in step.guests)
