"""The list of guests: bringing a roster in as one step, and setting single guests right by hand."""

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from data.clock import local
from data.errors import Refused
from data.language import _
from data.messages.names import guest_fact_name
from data.model.entries.guests import (
    CardsPrinted,
    GuestAdded,
    GuestCorrected,
    GuestRestored,
    GuestWithdrawn,
    RosterImported,
)
from data.model.entry import Entry
from data.model.event import Event
from data.model.guest import Guest
from data.model.guest_facts import FACTS, is_fact
from data.model.plan import GuestKind
from data.plans import typed
from data.queries.people.cards import outdated_cards, printed_guests
from data.queries.people.renamed_guest import called_anew
from data.roster.comparing.preview import ImportPreview, preview
from data.roster.facts import RosterReading
from data.roster.guess_delegation import OTHERS, others
from data.scanning.codes import new_code
from data.session.session import Session
from data.state.state import State
from data.text.cleaning.clean import clean
from data.text.places.places import spellings
from data.text.typed.form_of_address import read_honorific

Typed = str | int | None


class Known(Struct, frozen=True):
    """What a list is compared with: the guests, the next free number, the event's two digits."""

    guests: list[Guest]
    next_number: int
    event_number: str


class ReadyImport(Struct, frozen=True):
    """A list that was compared and numbered, so that writing it is quick.

    ``known`` is what it was compared with; ``guests`` are those to be written.
    """

    preview: ImportPreview
    known: Known
    guests: list[Guest]


def known_guests(session: Session) -> Known:
    """What is known now; it does not change afterwards."""
    state = session.state
    return Known(list(state.guests.values()), session.next_number, state.event.number)


def ready_import(reading: RosterReading, known: Known) -> ReadyImport:
    """Compare a list with the guests that are known, and number the new ones. Nothing is written.

    For a large list this takes seconds and may run in a thread.
    """
    compared = preview(reading, known.guests)
    return ReadyImport(compared, known, compared.guests(known.next_number, known.event_number))


def import_roster(session: Session, ready: ReadyImport, source: str) -> Entry | None:
    """Write what ``ready`` says would be added and changed, in one entry; all of it, or nothing.

    ``source`` is the file's name, for the record. None when the list changes nothing. When guests
    were added or changed since it was made ready, it is compared anew. Raises Refused when every row
    was refused.
    """
    now = known_guests(session)
    if ready.known != now:
        ready = ready_import(ready.preview.reading, now)
    refuse_useless(ready)
    if not ready.guests:
        return None
    return session.record(
        RosterImported(
            source=source,
            added=len(ready.preview.added),
            changed=len(ready.preview.changed),
            refused=len(ready.preview.refused),
        ),
        guests=ready.guests,
        event=_with_others(session.state.event, ready.guests),
    )


def _with_others(event: Event, guests: Iterable[Guest]) -> Event | None:
    """The event with the group of the other guests, where one of ``guests`` is the first that needs it."""
    if event.delegation(OTHERS) is not None or all(guest.delegation != OTHERS for guest in guests):
        return None
    return replace(event, delegations=(*event.delegations, others(event)))


def refuse_useless(ready: ReadyImport) -> None:
    """Raise Refused when every row was refused: then a look ends as the import itself would."""
    if not ready.guests and not ready.preview.unchanged:
        raise Refused(_("The list has no row that can be used; see what was refused and why."))


def add_guest(session: Session, *, kind: GuestKind, name: str, **facts: Typed) -> Guest:
    """Put a guest on the list, without checking them in; returns the guest with its new card code.

    ``facts`` are any of ``guest_facts.FACTS``, as they were typed; a delegate needs the ``delegation``, a
    household has its own. Refused for an empty name, an impossible year, an unknown delegation or a
    number on the list that is none; TypeError for a fact that guests do not have.
    """
    event = session.state.event
    delegation = event.households.id if kind == "household" else ""
    read = _read(session, kind, {"delegation": delegation, **facts, "name": name})
    number = session.next_number
    guest = Guest(number=number, kind=kind, code=new_code(event.number, number), **read)
    session.record(GuestAdded(guest=number), guests=[guest])
    return guest


def correct_guest(session: Session, number: int, **facts: Typed) -> Guest:
    """Set facts of a guest right; returns the guest as it now is. What is not named stays as it is.

    ``facts`` as for ``add_guest``; an empty text takes a fact away. Refused for what ``add_guest``
    refuses, for a number that no guest has, and when nothing would change; TypeError likewise.
    """
    before = _listed(session, number)
    after = replace(before, **_read(session, before.kind, facts))
    changed = tuple(fact for fact in FACTS if getattr(before, fact) != getattr(after, fact))
    if not changed:
        raise Refused(_("Nothing was changed."))
    event = called_anew(session.state.event, before, after)
    session.record(GuestCorrected(guest=number, facts=changed), guests=[after], event=event)
    return after


def withdraw_guest(session: Session, number: int, reason: str) -> Guest:
    """Take a guest off the list, and say why. Nothing is deleted; the card then answers ``unknown``.

    Refused without a reason, for a number that no guest has, and for a guest who is in.
    """
    guest = _listed(session, number)
    if number in session.state.present:
        raise Refused(
            _("{name} is in. Undo the check-in before taking them off the list.").format(name=guest.name)
        )
    if not clean(reason):
        raise Refused(_("Type why this guest is taken off the list."))
    after = replace(guest, withdrawn=True)
    session.record(GuestWithdrawn(guest=number, reason=clean(reason)), guests=[after])
    return after


def restore_guest(session: Session, number: int) -> Guest:
    """Put a guest who was taken off the list on it again, with the card they had.

    Refused when there is no such guest, or they are on the list.
    """
    guest = _guest(session, number)
    if not guest.withdrawn:
        raise Refused(_("{name} is on the list.").format(name=guest.name))
    after = replace(guest, withdrawn=False)
    session.record(GuestRestored(guest=number), guests=[after])
    return after


def mark_printed(session: Session, numbers: Iterable[int]) -> Entry | None:
    """Say that the present cards of these guests were printed, in one entry.

    None when all of them were known as printed, as they are now. Refused for a number that no guest has.
    """
    codes = dict.fromkeys(_guest(session, number).code for number in numbers)
    known = {guest.code for guest in printed_guests(session.state)}
    fresh = tuple(code for code in codes if code not in known)
    return session.record(CardsPrinted(codes=fresh)) if fresh else None


def mark_drawn(session: Session, numbers: Iterable[int]) -> Entry | None:
    """Say that the present cards of these guests were drawn as they are now: files, which somebody has yet to
    print.

    None when all of them were known as drawn so. Refused for a number that no guest has.
    """
    codes = dict.fromkeys(_guest(session, number).code for number in numbers)
    changed = {guest.code for guest in outdated_cards(session.state)}
    fresh = tuple(code for code in codes if code not in session.state.drawn or code in changed)
    return session.record(CardsPrinted(codes=fresh, only_drawn=True)) if fresh else None


def _guest(session: Session, number: int) -> Guest:
    guest = session.state.guests.get(number)
    if guest is None:
        raise Refused(_("There is no guest with number {number}.").format(number=number))
    return guest


def _listed(session: Session, number: int) -> Guest:
    guest = _guest(session, number)
    if guest.withdrawn:
        raise Refused(_("{name} was taken off the list. Put them on it again first.").format(name=guest.name))
    return guest


def _read(session: Session, kind: GuestKind, facts: Mapping[str, Typed]) -> dict[str, Any]:
    latest = local(session.clock.now()).year
    return {fact: _read_fact(session.state, kind, fact, value, latest) for fact, value in facts.items()}


def _read_fact(state: State, kind: GuestKind, fact: str, value: Typed, latest: int) -> str | int | None:
    if not is_fact(fact):
        raise TypeError(f"guests have no fact {fact!r}")
    text = "" if value is None else clean(str(value))
    match fact:
        case "name":
            if not text:
                raise Refused(_("Type the guest's name first."))
        case "honorific":
            return read_honorific(text)
        case "birth_year":
            return typed.birth_year(text, latest)
        case "hamlet":
            # A hamlet typed "xóm 3" or "X3" is printed as the list's "Xóm 3".
            hamlets = {guest.hamlet: None for guest in state.guests.values() if guest.hamlet}
            return spellings([text], hamlets)[text] if text else text
        case "delegation":
            delegation = state.event.delegation(text)
            if delegation is None or delegation.kind != kind:
                raise Refused(_("Choose the delegation that this guest belongs to."))
        case _ if FACTS[fact].holds == "number":
            return typed.whole_number(text, 1, FACTS[fact].most, guest_fact_name(fact)) if text else None
    return text
