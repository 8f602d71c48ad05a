"""The gifts in a rehearsal: what is due is handed over, and every household comes to the gift desk."""

from data.clock import SetClock
from data.commands.gifts.gift_desk import GiftDesk
from data.commands.gifts.gifts import hand_over
from data.language import _
from data.model.entries.gifts import HandedGift, Person
from data.model.plan import Gift
from data.queries.handover_defaults import planned_person, planned_pieces
from data.queries.people.counts import expected_guests
from data.queries.stage.spoken.live_facts import live_facts
from data.scanning.codes import payload
from data.scanning.scan_debounce import STUTTER_SECONDS
from data.session.session import Session

_BETWEEN_HOUSEHOLDS = 4.0
"""Seconds; longer than a scanner's stutter."""


def hand_over_due(session: Session, item: str = "") -> None:
    """Hand over what is still to give between people: of the gifts that belong to ``item``, or of all."""
    state = session.state
    facts = live_facts(state)
    for gift in state.event.gifts:
        rest = state.handovers.left(gift)
        if rest and not gift.each_household and item in ("", gift.item):
            hand_over(
                session,
                [HandedGift(gift.id, rest, planned_pieces(gift))],
                giver=_named(planned_person(gift.giver, facts), _("Giver")),
                receiver=_named(planned_person(gift.receiver, facts), _("Receiver")),
                witness=planned_person(gift.witness, facts),
            )


def serve_households(session: Session, clock: SetClock) -> bool:
    """Scan every household that is here twice at the gift desk; whether each got its share once."""
    state = session.state
    served = True
    for gift in state.event.gifts:
        if gift.each_household:
            households = [g for g in expected_guests(state) if g.is_household and g.number in state.present]
            served &= all(_serve(session, clock, gift, payload(guest.code)) for guest in households)
            served &= set(state.handovers.shares(gift.id)) >= {guest.number for guest in households}
    return served


def _serve(session: Session, clock: SetClock, gift: Gift, card: str) -> bool:
    desk = GiftDesk(session)
    first = desk.read(gift.id, card)
    clock.pass_time(STUTTER_SECONDS + _BETWEEN_HOUSEHOLDS)
    again = desk.read(gift.id, card)
    clock.pass_time(_BETWEEN_HOUSEHOLDS)
    given = first is not None and first.status in ("given", "had")
    return given and again is not None and again.status == "had"


def _named(person: Person, instead: str) -> Person:
    return person if person.name else Person(instead, person.title, person.organisation)
