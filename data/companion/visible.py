"""What a phone may see of a guest: enough to know who stands there. No telephone, no year, no note."""

from msgspec import Struct

from data.clock import hour_minute
from data.commands.door.door import look_up_number
from data.model.guest import Guest
from data.queries.people.guest_search import GuestSearch
from data.session.session import Session
from data.state.state import State

MOST_FOUND = 12
_LONGEST_QUERY = 60
_PHONE_TAIL = 3


class VisibleGuest(Struct, frozen=True, kw_only=True):
    """``where`` is the hamlet of a household, else title and office; ``came`` ``HH:MM`` in Asia/Ho_Chi_Minh,
    empty for who has not come."""

    number: int
    name: str
    where: str
    is_household: bool
    came: str = ""


def visible(guest: Guest, state: State) -> VisibleGuest:
    """What of a guest is shown."""
    attendance = state.present.get(guest.number)
    return VisibleGuest(
        number=guest.number,
        name=guest.name,
        where=_where(guest, state),
        is_household=guest.is_household,
        came=hour_minute(attendance.at) if attendance else "",
    )


def find_visible(session: Session, finder: GuestSearch, text: str) -> list[VisibleGuest]:
    """The guests who fit what was typed, by name, hamlet or number; never by a telephone number."""
    query = text[:_LONGEST_QUERY].strip()
    if query.isdecimal():
        guest = look_up_number(session, int(query))
        return [visible(guest, session.state)] if guest else []
    words = [word for word in query.split() if sum(letter.isdecimal() for letter in word) < _PHONE_TAIL]
    found = finder.find(" ".join(words), session.state, MOST_FOUND) if words else []
    return [visible(guest, session.state) for guest in found]


def _where(guest: Guest, state: State) -> str:
    if guest.is_household:
        return guest.hamlet
    delegation = state.event.delegation(guest.delegation)
    office = guest.organisation or (delegation.name if delegation else "")
    return " · ".join(filter(None, (guest.title, office)))
