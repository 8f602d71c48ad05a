"""What was handed over, in words."""

from typing import assert_never

from data.language import N_, _
from data.messages.things import gift_text, guest_text
from data.model.entries.gifts import (
    AnyGiftHappening,
    DeskRefusal,
    GiftRefused,
    HandedOver,
    HandoverVoided,
    Person,
    PhotoAttached,
)
from data.model.plan import Gift
from data.state.handovers import Handover
from data.state.state import State
from data.text import counted
from data.text.typed.numbers.amount import figures
from data.text.unit_words import unit_word

_DESK_REFUSALS: dict[DeskRefusal, str] = {
    "had": N_("had it already"),
    "not-in": N_("not checked in yet"),
    "delegate": N_("a delegate's card; this is for households"),
}


def desk_refusal_reason(status: DeskRefusal) -> str:
    """Why the gift desk gave nothing, in a few words."""
    return _(_DESK_REFUSALS[status])


def describe_gifts(what: AnyGiftHappening, state: State) -> str:
    """One sentence for a handover, its voiding, its photo, or what the gift desk refused."""
    match what:
        case HandedOver():
            return handed_over_text(what, state)
        case HandoverVoided():
            void = _what(what.handover, state)
            if what.household is not None:
                void = f"{void} · {guest_text(what.household, state)}"
            return _("Void: {what}. Reason: {reason}").format(what=void, reason=what.reason)
        case PhotoAttached():
            return _("Photo {file} of: {what}").format(file=what.file, what=_what(what.handover, state))
        case GiftRefused():
            return _("Not given: {gift}, {guest}: {reason}").format(
                gift=gift_text(what.gift, state),
                guest=guest_text(what.guest, state),
                reason=desk_refusal_reason(what.status),
            )
    assert_never(what)


def handed_over_text(what: HandedOver, state: State) -> str:
    """A handover in one sentence: what, how many, from whom to whom, or to which households."""
    gifts, receiver = gifts_text(what, state), receiver_text(what, state)
    if what.households:
        return _("Given: {gifts} to {receiver}").format(gifts=gifts, receiver=receiver)
    return _("Handed over: {gifts}, {giver} to {receiver}").format(
        gifts=gifts, giver=person_text(what.giver), receiver=receiver
    )


def person_text(person: Person) -> str:
    """Somebody of a handover in one line, without the words that stand in both title and organisation."""
    # Everything that knows offices comes with it; most sentences name no giver.
    from data.text.people.office import in_one_line

    return in_one_line(person.name, person.title, person.organisation)


def receiver_text(what: HandedOver, state: State) -> str:
    """Who received: a person in full, the household, or how many households."""
    if len(what.households) > 1:
        return counted.households(len(what.households))
    return guest_text(what.households[0], state) if what.households else person_text(what.receiver)


def gifts_text(what: HandedOver, state: State) -> str:
    """``1 tủ Tủ sách pháp luật + 2 bó Hoa``: everything in the record."""
    parts = []
    for handed in what.gifts:
        gift = state.event.gift(handed.gift)
        unit = gift.unit if gift else ""
        number, name = figures(handed.quantity, unit), gift_text(handed.gift, state)
        parts.append(" ".join(filter(None, (number, unit_word(unit, handed.quantity), name))))
    return " + ".join(parts)


def counted_text(gift: Gift, state: State) -> str:
    """``60/100 bộ``: how many were handed over of how many; without a plan only how many."""
    given = state.handovers.given(gift.id)
    of = given if gift.unannounced else gift.quantity
    return f"{fraction_text(gift, given)} {unit_word(gift.unit, of)}".strip()


def fraction_text(gift: Gift, given: int) -> str:
    """``60/100``; without a plan only how many, and sums of money with their points."""
    told = figures(given, gift.unit)
    return told if gift.unannounced else f"{told}/{figures(gift.quantity, gift.unit)}"


def returned_text(handover: Handover, state: State) -> str:
    """The households whose share alone does not count, each with the reason; empty for none."""
    return "; ".join(f"{guest_text(share.household, state)}: {share.reason}" for share in handover.returned)


def _what(handover: str, state: State) -> str:
    known = state.handovers.by_id.get(handover)
    return handed_over_text(known.what, state) if known else _("a handover that was undone")
