"""The door: letting guests in, each once, and saying so the same way every time."""

from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from data.commands.door.answer import Answer
from data.commands.door.identity import guests_of_identity_card
from data.errors import Refused
from data.language import _
from data.model.entries.door import (
    CameAgain,
    Channel,
    CheckedIn,
    PartyChanged,
    RefusalStatus,
    ScanRefused,
)
from data.model.entries.guests import CardReplaced
from data.model.guest import Guest
from data.model.plan import GuestKind
from data.scanning.codes import event_number, new_code, read_code
from data.scanning.foreign_codes import ForeignKind, kind_of
from data.session.folders.peek import sibling_events
from data.session.session import Session
from data.state.people.attendance import Attendance
from data.state.phones import phone_of
from data.state.state import State
from data.state.strange_cards import MANY
from data.text import counted
from data.text.cleaning.clean import clean
from data.text.typed.form_of_address import read_honorific

MOST_PEOPLE = 20
"""More than this from one household is a slip of the key, not a family."""


TWO_PLACES_SECONDS = 10
_READERS = frozenset({"scanner", "camera", "image", "stdin", "phone"})


class Recognised(Struct, frozen=True, kw_only=True):
    """What a scan says before anything is done about it.

    ``refusal`` is empty when ``guest`` is on the list and may be served; ``code`` is the card's, when
    the scan has the form of one. A replaced card names the guest that it belonged to. ``kind`` says what
    else it is, ``offered`` who has the name and year of birth of an identity card.
    """

    refusal: RefusalStatus | Literal[""] = ""
    code: str = ""
    guest: Guest | None = None
    kind: ForeignKind | None = None
    offered: tuple[Guest, ...] = ()


def recognise(state: State, text: str) -> Recognised:
    """Whose card was scanned, by a door, a gift desk or a registration alike. Writes nothing."""
    code = read_code(text)
    if code is None:
        kind = kind_of(text)
        offered = guests_of_identity_card(state, text) if kind == "identity" else ()
        return Recognised(refusal="misread", kind=kind, offered=offered)
    number = state.by_code.get(code)
    if number is not None:
        # A card made for an earlier event opens this door too, if its guest was invited again.
        guest = state.guests[number]
        return Recognised(refusal="unknown" if guest.withdrawn else "", code=code, guest=guest)
    if code in state.replaced:
        return Recognised(refusal="replaced", code=code, guest=state.guests.get(state.replaced[code]))
    foreign = event_number(code) != state.event.number
    return Recognised(refusal="other-event" if foreign else "unknown", code=code)


def scan(session: Session, text: str, channel: Channel, request: str = "") -> Answer:
    """Check in by what a scanner read. One entry is on disk when this returns, whatever the answer.

    ``request`` is the id under which a paired phone sent it.
    """
    found = recognise(session.state, text)
    if found.refusal:
        return refuse(session, found, channel, request)
    assert found.guest is not None
    return admit(session, found.guest.number, channel, request=request)


def refuse(session: Session, found: Recognised, channel: Channel, request: str = "") -> Answer:
    """Log a scan that serves nobody, and say why."""
    assert found.refusal
    many = MANY if session.state.strangers.next_is_many(session.device, found.refusal) else 0
    what = ScanRefused(
        status=found.refusal,
        channel=channel,
        code=found.code,
        foreign=found.kind or "",
        in_a_row=many,
        request=request,
    )
    entry = session.record(what)
    guest = found.guest if found.refusal == "replaced" else None
    return Answer(
        status=found.refusal,
        at=entry.at,
        guest=guest,
        attendance=session.state.present.get(guest.number) if guest else None,
        other_event=_other_event(session, found.code) if found.refusal == "other-event" else "",
        kind=found.kind,
        offered=found.offered,
        in_a_row=many,
    )


def admit(
    session: Session,
    number: int,
    channel: Channel,
    *,
    relation: str = "",
    substitute: str = "",
    people: int = 1,
    request: str = "",
) -> Answer:
    """Check in the guest with this number; a guest who is in already stays as they are.

    ``request`` is the id under which a paired phone sent it. Raises Refused when there is no such guest.
    """
    guest = _guest(session, number)
    before = session.state.present.get(number)
    if before is not None:
        elsewhere = _elsewhere(session, before, channel, request)
        again = CameAgain(guest=number, channel=channel, elsewhere=elsewhere is not None, request=request)
        session.record(again)
        return Answer(status="already", at=before.at, guest=guest, attendance=before, elsewhere=elsewhere)
    _check_party(people)
    entry = session.record(
        CheckedIn(
            guest=number,
            channel=channel,
            relation=clean(relation),
            substitute=clean(substitute),
            people=people,
            request=request,
        )
    )
    return Answer(status="admitted", at=entry.at, guest=guest, attendance=session.state.present[number])


def set_party(
    session: Session, number: int, *, relation: str = "", substitute: str = "", people: int = 1
) -> Attendance:
    """Say who came for a guest that is in: the head (both texts empty) or a substitute, and how many.

    Raises Refused when the guest is not in, or the number of people cannot be.
    """
    guest = _guest(session, number)
    if number not in session.state.present:
        raise Refused(_("{name} has not been checked in yet.").format(name=guest.name))
    _check_party(people)
    session.record(
        PartyChanged(guest=number, relation=clean(relation), substitute=clean(substitute), people=people)
    )
    return session.state.present[number]


def walk_in(
    session: Session,
    *,
    kind: GuestKind,
    name: str,
    hamlet: str = "",
    title: str = "",
    organisation: str = "",
    delegation: str = "",
    honorific: str = "",
) -> Answer:
    """Put somebody on the list who is not on it, and check them in, in one entry.

    Raises Refused for an empty name or an unknown delegation.
    """
    event = session.state.event
    if not clean(name):
        raise Refused(_("Type the guest's name first."))
    group = event.households.id if kind == "household" else delegation
    if event.delegation(group) is None:
        raise Refused(_("Choose the delegation that this guest belongs to."))
    number = session.next_number
    guest = Guest(
        number=number,
        kind=kind,
        name=clean(name),
        code=new_code(event.number, number),
        delegation=group,
        hamlet=session.state.counters.hamlet_meant(hamlet),
        title=clean(title),
        organisation=clean(organisation),
        honorific=read_honorific(honorific),
        walk_in=True,
    )
    entry = session.record(CheckedIn(guest=number, channel="walk-in"), guests=[guest])
    return Answer(status="admitted", at=entry.at, guest=guest, attendance=session.state.present[number])


def replace_card(session: Session, number: int) -> Guest:
    """Give a guest a new card; the old one then answers ``replaced``. Returns the guest as it now is."""
    guest = _guest(session, number)
    renewed = replace(guest, code=new_code(session.state.event.number, number))
    session.record(CardReplaced(guest=number, old=guest.code), guests=[renewed])
    return renewed


def look_up_number(session: Session, number: int) -> Guest | None:
    """The guest whose card shows this number, if there is one."""
    guest = session.state.guests.get(number)
    return None if guest is None or guest.withdrawn else guest


def _guest(session: Session, number: int) -> Guest:
    guest = look_up_number(session, number)
    if guest is None:
        raise Refused(_("There is no guest with number {number}.").format(number=number))
    return guest


def _check_party(people: int) -> None:
    if not 1 <= people <= MOST_PEOPLE:
        raise Refused(
            _("{people} on one card cannot be; from 1 to {most}.").format(
                people=counted.people(people), most=MOST_PEOPLE
            )
        )


def _elsewhere(session: Session, before: Attendance, channel: Channel, request: str) -> int | None:
    """How many seconds ago the card let its guest in at another device or reader; None for long ago.

    Nobody goes from one door to the other in that time: there are two cards, or somebody holds one out.
    """
    if {channel, before.channel} - _READERS:
        return None
    seconds = (session.now().at - before.at).total_seconds()
    here = (session.device, channel, phone_of(request))
    is_elsewhere = (before.device, before.channel, before.phone) != here
    return int(seconds) if is_elsewhere and 0 <= seconds <= TWO_PLACES_SECONDS else None


def _other_event(session: Session, code: str) -> str:
    for event in sibling_events(session.folder):
        if event.number == event_number(code):
            return f"{event.title} · {event.site.village}"
    return ""
