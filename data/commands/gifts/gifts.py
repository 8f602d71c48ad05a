"""Handing gifts over, and saying when one was logged wrongly."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from msgspec.structs import replace

from data.clock import local
from data.commands.event.changing import free_id
from data.errors import Refused
from data.language import _
from data.model.entries.gifts import HandedGift, HandedOver, HandoverVoided, Person, Piece
from data.model.entry import Entry
from data.model.event import Event
from data.model.guest import Guest
from data.model.plan import Gift
from data.plans.typed import books, time_of_day
from data.queries.people.known_person import may_mean
from data.session.session import Session
from data.state.stage.agenda_progress import at_local, day
from data.state.state import State
from data.text.cleaning.clean import clean
from data.text.people.office import Named
from data.text.typed.form_of_address import part_name
from data.text.typed.numbers.amount import MOST, most_of, read_amount, spelt_unit


def hand_over(
    session: Session,
    gifts: Sequence[HandedGift],
    *,
    giver: Person,
    receiver: Person,
    witness: Person | None = None,
    item: str | None = None,
    note: str = "",
    given: datetime | None = None,
    unannounced: Gift | None = None,
    beyond_plan: bool = False,
    nameless: bool = False,
) -> Entry:
    """Log that gifts of the event changed hands, all of them in one record.

    ``item`` is the agenda item, None for the one that runs (or the gift's own); ``given`` (UTC) when
    it was, None for now. ``unannounced`` is a gift that the event does not have yet (its id as
    ``new_gift`` made it): it is added in the same step.
    Refused for no or unknown gifts, the same one twice, fewer than one, a piece without a name, nobody
    who gives or receives or a number for a name, an unknown item and a time that has not come; and,
    unless it was asked and confirmed, for more than was planned (``beyond_plan``) and for a giver or
    receiver whose organisation alone is known (``nameless``).
    """
    event = _with(session.state.event, unannounced)
    handed = tuple(_checked(event, gift) for gift in gifts)
    if not handed:
        raise Refused(_("Choose what is handed over."))
    if len({gift.gift for gift in handed}) < len(handed):
        raise Refused(_("Each gift can stand once in a record; give the number instead."))
    giver, receiver = cleaned(giver), cleaned(receiver)
    if not giver.text or not receiver.text:
        raise Refused(_("Type who gives and who receives."))
    if not nameless and not (giver.name and receiver.name):
        raise Refused(_("Type the names of who gives and who receives."))
    refuse_numbers(giver, receiver)
    beyond = beyond_the_plan(session.state, handed)
    if beyond and not beyond_plan:
        raise Refused(beyond[0])
    if given is not None and given > session.clock.now():
        raise Refused(_("{time} has not come yet.").format(time=f"{local(given):%H:%M %d/%m/%Y}"))
    here = _item(session.state, event, handed) if item is None else item
    if here and event.item(here) is None:
        raise Refused(_("The agenda has no item “{item}”.").format(item=here))
    seen = cleaned(witness) if witness else Person()
    what = HandedOver(
        gifts=handed,
        giver=giver,
        receiver=receiver,
        witness=seen if seen.text else None,
        item=here,
        note=clean(note),
        given=given,
    )
    return session.record(what, event=event if unannounced else None)


def refuse_numbers(*people: Person) -> None:
    """Refused for digits where a name belongs: keys of another field, or a card's number."""
    for person in people:
        if person.name.replace(" ", "").isdecimal():
            raise Refused(
                _("“{text}” is a number: type the name of who gives and receives.").format(text=person.name)
            )


def handed_at(session: Session, typed: str) -> datetime | None:
    """When a handover was that is logged later (UTC): ``8:37`` on the ceremony's day, None for now.

    Refused for what is no time of day.
    """
    if not clean(typed):
        return None
    told = time_of_day(typed)
    state = session.state
    return at_local(day(state.event, state.agenda_progress, session.clock.now()), told)


def amount(text: str, unit: str) -> tuple[int, str]:
    """How many, and of what unit (``unit``, or the one that was typed with the number where it is empty).

    Refused for what says no number ("5 triệu" is one of đồng) or another unit.
    """
    if not clean(text):
        raise Refused(_("Type how many were handed over: 1 or more."))
    found = read_amount(text, unit)
    if found is None:
        raise Refused(_("“{text}” is no number here: type 2, or 5 triệu for money.").format(text=clean(text)))
    return found


def new_gift(event: Event, name: str, unit: str) -> Gift:
    """A gift that came unannounced, for ``hand_over``. Refused without a name."""
    if not clean(name):
        raise Refused(_("Type what the gift is."))
    id = free_id(clean(name), (gift.id for gift in event.gifts), "qua")
    return Gift(id=id, name=clean(name), unit=spelt_unit(unit), quantity=0, unannounced=True)


def doubts_about(
    state: State,
    gifts: Sequence[HandedGift],
    giver: Person,
    receiver: Person,
    witness: Person | None = None,
) -> list[str]:
    """What a person has to confirm before ``hand_over`` logs it, a sentence each; empty for nothing."""
    blank = []
    if not giver.name:
        blank.append(_("The name of who gives is blank."))
    if not receiver.name:
        blank.append(_("The name of who receives is blank."))
    return [*blank, *beyond_the_plan(state, gifts), *_not_here(state, giver, receiver, witness)]


def _not_here(state: State, *people: Person | None) -> Iterator[str]:
    """Who is on the guest list and did not come, once anybody has; chosen from it or named by the plan."""
    if not state.present:
        return
    told = set()
    for person in filter(None, people):
        guests = _on_the_list(state, person)
        if guests and not any(guest.number in state.present for guest in guests):
            name = guests[0].name
            if name not in told:
                told.add(name)
                yield _("{name} has not been checked in.").format(name=name)


def _on_the_list(state: State, person: Person) -> list[Guest]:
    """The guest who was chosen; of whoever was not, all that the name may mean, whatever the office is."""
    if person.guest is not None:
        return [state.guests[person.guest]] if person.guest in state.guests else []
    honorific, name = part_name(person.name)
    return may_mean(Named(name, honorific), state) if name else []


def beyond_the_plan(state: State, gifts: Sequence[HandedGift]) -> list[str]:
    """For each of ``gifts`` that would be more than planned, a sentence with the numbers."""
    sentences = []
    for handed in gifts:
        gift = state.event.gift(handed.gift)
        if gift is None or gift.unannounced:
            continue
        total = state.handovers.given(gift.id) + handed.quantity
        if total > gift.quantity:
            sentences.append(
                _("{gift}: that would be {total} of {planned} planned.").format(
                    gift=gift.name, total=total, planned=gift.quantity
                )
            )
    return sentences


def void(session: Session, handover: str, reason: str, household: int | None = None) -> Entry:
    """Say that a handover was logged wrongly; with ``household`` only that household's share.

    Refused without a reason, or when it (or that share of it) no longer counts.
    """
    known = session.state.handovers.by_id.get(handover)
    if known is None or known.voided or (household is not None and household not in known.households):
        raise Refused(_("This handover does not count any more."))
    if not clean(reason):
        raise Refused(_("Type why this handover is void."))
    return session.record(HandoverVoided(handover=handover, reason=clean(reason), household=household))


def checked_pieces(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """``pieces`` in the form that is kept; Refused for one without a name or with fewer than one.

    A name may be a list of books with their numbers ("Luật Cư trú x2; Luật Đất đai (3 cuốn)").
    """
    return tuple(_checked_piece(part) for piece in pieces for part in _written_together(piece))


def cleaned(person: Person) -> Person:
    """``person`` with every text in the form that is kept."""
    return Person(clean(person.name), clean(person.title), clean(person.organisation), person.guest)


def _with(event: Event, unannounced: Gift | None) -> Event:
    return event if unannounced is None else replace(event, gifts=(*event.gifts, unannounced))


def _checked(event: Event, handed: HandedGift) -> HandedGift:
    gift = event.gift(handed.gift)
    if gift is None:
        raise Refused(_("The plan has no gift “{gift}”.").format(gift=handed.gift))
    if not 1 <= handed.quantity <= most_of(gift.unit):
        raise Refused(_("Type how many were handed over: 1 or more."))
    return replace(handed, pieces=checked_pieces(handed.pieces))


def _written_together(piece: Piece) -> tuple[Piece, ...]:
    listed = books(piece.name)
    if piece.quantity != 1 or (len(listed) < 2 and all(book.quantity == 1 for book in listed)):
        return (piece,)
    return tuple(
        replace(piece, name=book.title, quantity=book.quantity, unit=book.unit or piece.unit)
        for book in listed
    )


def _checked_piece(piece: Piece) -> Piece:
    if not clean(piece.name):
        raise Refused(_("Every piece on the list needs a name."))
    if not 1 <= piece.quantity <= MOST:
        raise Refused(_("“{piece}”: type how many there are, 1 or more.").format(piece=clean(piece.name)))
    return Piece(
        clean(piece.name), clean(piece.unit), piece.quantity, clean(piece.condition), clean(piece.note)
    )


def _item(state: State, event: Event, handed: Sequence[HandedGift]) -> str:
    own = (gift.item for gift in (event.gift(one.gift) for one in handed) if gift is not None)
    return state.agenda_progress.current or next(filter(None, own), "")
