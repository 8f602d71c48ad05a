"""Handing gifts over, and saying when one was logged wrongly."""

from data.ceremony import Ceremony
from data.errors import Refused
from data.language import _
from data.model.entry import Entry
from data.model.happenings.gifts import HandedOver, HandoverVoided
from data.text.clean import clean


def hand_over(
    ceremony: Ceremony,
    gift: str,
    quantity: int,
    *,
    giver: str,
    receiver: str,
    witness: str = "",
    note: str = "",
    beyond_plan: bool = False,
) -> Entry:
    """Log that ``quantity`` of the planned gift was handed over.

    Refused for an unknown gift, fewer than one, nobody who gives or receives, and for more than was
    planned unless ``beyond_plan`` says that this was asked and confirmed.
    """
    planned = ceremony.state.event.gift(gift)
    if planned is None:
        raise Refused(_("The plan has no gift “{gift}”.").format(gift=gift))
    if quantity < 1:
        raise Refused(_("Type how many were handed over: 1 or more."))
    if not clean(giver) or not clean(receiver):
        raise Refused(_("Type who gives and who receives."))
    if not beyond_plan and exceeds_plan(ceremony, gift, quantity):
        raise Refused(
            _("That would be {total} of {planned} planned.").format(
                total=ceremony.state.handovers.given(gift) + quantity, planned=planned.quantity
            )
        )
    return ceremony.record(
        HandedOver(
            gift=gift,
            quantity=quantity,
            giver=clean(giver),
            receiver=clean(receiver),
            witness=clean(witness),
            note=clean(note),
            item=ceremony.state.rundown.current or planned.item,
        )
    )


def exceeds_plan(ceremony: Ceremony, gift: str, quantity: int) -> bool:
    """Whether ``quantity`` more would be more than the plan has."""
    planned = ceremony.state.event.gift(gift)
    return planned is not None and ceremony.state.handovers.given(gift) + quantity > planned.quantity


def void(ceremony: Ceremony, handover: str, reason: str) -> Entry:
    """Say that a handover was logged wrongly. Refused without a reason, or when it no longer counts."""
    standing = ceremony.state.handovers.by_id.get(handover)
    if standing is None or standing.voided:
        raise Refused(_("This handover does not count any more."))
    if not clean(reason):
        raise Refused(_("Type why this handover is void."))
    return ceremony.record(HandoverVoided(handover=handover, reason=clean(reason)))
