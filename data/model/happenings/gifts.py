"""Gifts: what was handed over."""

from data.model.happenings.base import Happening


class GiftHappening(Happening, frozen=True, kw_only=True):
    """The root of what happens with gifts."""


class HandedOver(GiftHappening, tag="handed-over", frozen=True, kw_only=True):
    """A gift was handed over. The entry's id names the handover.

    ``household`` is the guest number when the gift went to one household, else None.
    """

    gift: str
    quantity: int
    giver: str
    receiver: str
    witness: str = ""
    note: str = ""
    item: str = ""
    household: int | None = None


class HandoverVoided(GiftHappening, tag="handover-voided", frozen=True, kw_only=True):
    """A handover was logged wrongly: it no longer counts, and says why."""

    handover: str
    reason: str
