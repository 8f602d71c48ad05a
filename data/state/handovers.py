"""Gifts that were handed over: what counts, how many of each, and which household had its share."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from data.model.entries.gifts import (
    AnyGiftHappening,
    GiftHappening,
    GiftRefused,
    HandedOver,
    HandoverVoided,
    PhotoAttached,
)
from data.model.entry import Entry
from data.model.event import Event
from data.model.plan import Gift


class Photo(Struct, frozen=True):
    """A photo of a handover: its name in the event's ``photos`` folder and its SHA-256."""

    file: str
    sha256: str


class Returned(Struct, frozen=True):
    """A household whose share of a handover does not count, and why."""

    household: int
    reason: str


class Handover(Struct, frozen=True, kw_only=True):
    """One handover; ``id`` is its entry's, ``at`` (UTC) when it was, ``logged`` when that was written.

    ``number`` counts the handovers between people in the order they were logged, undone ones too, so
    that a paper's number never moves; it is 0 for the gift desk. ``voided`` is the reason why it no
    longer counts, or empty; ``returned`` the households whose share alone does not.
    """

    id: str
    number: int
    at: datetime
    logged: datetime
    what: HandedOver
    duty: str = ""
    voided: str = ""
    returned: tuple[Returned, ...] = ()
    photos: tuple[Photo, ...] = ()

    @property
    def households(self) -> tuple[int, ...]:
        """The households that had a share and still count."""
        if self.voided:
            return ()
        back = {returned.household for returned in self.returned}
        return tuple(number for number in self.what.households if number not in back)

    @property
    def quantities(self) -> dict[str, int]:
        """How many of each gift (by id) count."""
        if self.voided:
            return {}
        shares = len(self.what.households)
        return {
            handed.gift: handed.quantity * len(self.households) // shares if shares else handed.quantity
            for handed in self.what.gifts
        }


@dataclass
class Handovers:
    """All handovers of the event, voided ones too, in the order they were logged."""

    by_id: dict[str, Handover] = field(default_factory=dict)
    _between_people: int = 0
    _given: Counter[str] = field(default_factory=Counter)
    _shares: dict[str, dict[int, list[str]]] = field(default_factory=dict)

    def apply(self, entry: Entry, what: AnyGiftHappening) -> None:
        """Fold a happening in."""
        match what:
            case HandedOver():
                self._add(entry, what)
            case HandoverVoided():
                self._void(what)
            case PhotoAttached():
                self._attach(what)
            case GiftRefused():
                pass
            case _:
                assert_never(what)

    def pass_over(self, what: GiftHappening) -> None:
        """Count a handover that was undone, so that its number is not given again."""
        if isinstance(what, HandedOver) and not what.households:
            self._between_people += 1

    def _add(self, entry: Entry, what: HandedOver) -> None:
        self.pass_over(what)
        self._put(
            Handover(
                id=entry.id,
                number=0 if what.households else self._between_people,
                at=what.given or entry.at,
                logged=entry.at,
                what=what,
                duty=entry.duty,
            )
        )

    def _void(self, what: HandoverVoided) -> None:
        """A voiding whose handover was undone says nothing any more."""
        before = self.by_id.get(what.handover)
        if before is None or before.voided:
            return
        if what.household is None:
            self._put(replace(before, voided=what.reason))
        elif what.household in before.households:
            back = (*before.returned, Returned(what.household, what.reason))
            last = len(before.households) == 1
            self._put(replace(before, returned=back, voided=what.reason if last else ""))

    def _attach(self, what: PhotoAttached) -> None:
        """A photo whose handover was undone belongs to nothing."""
        before = self.by_id.get(what.handover)
        if before is not None:
            self._put(replace(before, photos=(*before.photos, Photo(what.file, what.sha256))))

    def standing(self, gift: str | None = None) -> list[Handover]:
        """Those that count, of one gift (its id) or of all."""
        return [h for h in self.by_id.values() if not h.voided and (gift is None or gift in h.quantities)]

    def given(self, gift: str) -> int:
        """How many of a gift (its id) were handed over."""
        return self._given[gift]

    def left(self, gift: Gift) -> int:
        """How many of a gift are still to give by the plan; none of one that came unannounced."""
        return 0 if gift.unannounced else max(0, gift.quantity - self.given(gift.id))

    def listed(self, event: Event) -> tuple[Gift, ...]:
        """The event's gifts, without those that came unannounced and of which nothing counts any more."""
        return tuple(gift for gift in event.gifts if not gift.unannounced or self.given(gift.id))

    def shares(self, gift: str) -> Mapping[int, list[str]]:
        """Who had a gift (its id) at the gift desk: ids of the handovers by the household's number."""
        return self._shares.get(gift, {})

    def share(self, gift: str, household: int) -> Handover | None:
        """The handover in which this household had its share of the gift, the first of several."""
        ids = self.shares(gift).get(household)
        return self.by_id[ids[0]] if ids else None

    def _put(self, handover: Handover) -> None:
        before = self.by_id.get(handover.id)
        if before is not None:
            self._uncount(before)
        self.by_id[handover.id] = handover
        for gift, quantity in handover.quantities.items():
            self._given[gift] += quantity
            for household in handover.households:
                self._shares.setdefault(gift, {}).setdefault(household, []).append(handover.id)

    def _uncount(self, handover: Handover) -> None:
        for gift, quantity in handover.quantities.items():
            self._given[gift] -= quantity
            shares = self._shares.get(gift, {})
            for household in handover.households:
                shares[household].remove(handover.id)
                if not shares[household]:
                    del shares[household]
            if not shares:
                self._shares.pop(gift, None)
