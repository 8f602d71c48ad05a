"""Gifts that were handed over."""

from dataclasses import dataclass, field
from datetime import datetime

from msgspec import Struct

from data.model.entry import Entry
from data.model.happenings.gifts import GiftHappening, HandedOver, HandoverVoided


class Handover(Struct, frozen=True, kw_only=True):
    """One handover; ``id`` is its entry's, ``voided`` the reason why it no longer counts, or empty."""

    id: str
    at: datetime
    what: HandedOver
    duty: str = ""
    voided: str = ""


@dataclass
class Handovers:
    """All handovers of the event, voided ones too, oldest first."""

    by_id: dict[str, Handover] = field(default_factory=dict)

    def apply(self, entry: Entry, happening: GiftHappening) -> None:
        """Fold what happened with gifts in."""
        match happening:
            case HandedOver():
                self.add(entry, happening)
            case HandoverVoided():
                self.void(happening)

    def add(self, entry: Entry, what: HandedOver) -> None:
        """Fold a handover in."""
        self.by_id[entry.id] = Handover(id=entry.id, at=entry.at, what=what, duty=entry.duty)

    def void(self, what: HandoverVoided) -> None:
        """Fold a voiding in; one whose handover was undone says nothing any more."""
        before = self.by_id.get(what.handover)
        if before is not None:
            self.by_id[before.id] = Handover(
                id=before.id, at=before.at, what=before.what, duty=before.duty, voided=what.reason
            )

    def standing(self, gift: str | None = None) -> list[Handover]:
        """Those that count, of one gift or of all."""
        return [h for h in self.by_id.values() if not h.voided and (gift is None or h.what.gift == gift)]

    def given(self, gift: str) -> int:
        """How many of a gift were handed over."""
        return sum(handover.what.quantity for handover in self.standing(gift))
