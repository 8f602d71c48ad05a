"""What was handed over, in words."""

from data.language import _
from data.model.happenings.gifts import GiftHappening, HandedOver, HandoverVoided
from data.state.state import State


def describe_gifts(what: GiftHappening, state: State) -> str:
    """One sentence for a handover or its voiding."""
    match what:
        case HandedOver():
            return _handed_over(what, state)
        case HandoverVoided():
            void = state.handovers.by_id.get(what.handover)
            gift = _handed_over(void.what, state) if void else _("a handover that was undone")
            return _("Void: {what}. Reason: {reason}").format(what=gift, reason=what.reason)
    return str(what)


def _handed_over(what: HandedOver, state: State) -> str:
    gift = state.event.gift(what.gift)
    sentence = _("Handed over: {quantity} {gift}, {giver} to {receiver}").format(
        quantity=what.quantity,
        gift=gift.name if gift else what.gift,
        giver=what.giver,
        receiver=what.receiver,
    )
    return sentence if what.household is None else f"{sentence} ({what.household:03})"
