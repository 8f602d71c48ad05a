"""Setting right who is here: the wrong person checked in, somebody who went home, a whole group at once."""

from collections.abc import Iterable
from datetime import datetime

from msgspec import Struct

from data.commands.door.door import look_up_number
from data.errors import Refused
from data.language import _
from data.model.entries.door import CheckInMoved, CheckInRemoved, GroupCheckedIn, LeftEarly
from data.model.guest import Guest
from data.queries.people.missing import missing_guests
from data.session.session import Session
from data.state.people.attendance import Attendance


class GroupAnswer(Struct, frozen=True, kw_only=True):
    """Who was let in together, and when (UTC)."""

    at: datetime
    guests: tuple[Guest, ...]


def admit_group(session: Session, delegation: str, without: Iterable[int] = ()) -> GroupAnswer:
    """Check in all of a delegation who have not come yet, but those ``without``, in one entry.

    ``delegation`` is its id. Refused when nobody of it is still to come.
    """
    state = session.state
    left_out = set(without)
    guests = tuple(
        guest for guest in missing_guests(state, delegation=delegation) if guest.number not in left_out
    )
    if not guests:
        raise Refused(_("Nobody of this delegation is still to come."))
    what = GroupCheckedIn(guests=tuple(guest.number for guest in guests), group=delegation)
    return GroupAnswer(at=session.record(what).at, guests=guests)


def move_check_in(session: Session, number: int, to: int) -> Attendance:
    """Say that not guest ``number`` came but guest ``to``; the time and who came stay. Returns it.

    Refused when ``number`` is not in, when ``to`` is in already, and for numbers that no guest has.
    """
    guest, other = _present(session, number), _listed(session, to)
    if other.number in session.state.present:
        raise Refused(
            _("{other} is in already. Take the check-in of {guest} away instead.").format(
                other=other.name, guest=guest.name
            )
        )
    session.record(CheckInMoved(guest=number, to=to))
    return session.state.present[to]


def remove_check_in(session: Session, number: int) -> None:
    """Say that the guest was checked in by mistake, however long ago. Refused when they are not in."""
    _present(session, number)
    session.record(CheckInRemoved(guest=number))


def leave(session: Session, number: int) -> Attendance:
    """Note that a guest goes home now; they still count as having come. Returns their attendance.

    Refused when they are not in, or have gone already.
    """
    guest = _present(session, number)
    if not session.state.present[number].is_here:
        raise Refused(_("{name} went home already.").format(name=guest.name))
    session.record(LeftEarly(guest=number))
    return session.state.present[number]


def _listed(session: Session, number: int) -> Guest:
    guest = look_up_number(session, number)
    if guest is None:
        raise Refused(_("There is no guest with number {number}.").format(number=number))
    return guest


def _present(session: Session, number: int) -> Guest:
    guest = _listed(session, number)
    if number not in session.state.present:
        raise Refused(_("{name} has not been checked in yet.").format(name=guest.name))
    return guest
