"""What can happen to gifts: handed over, void, photographed, not given at the gift desk."""

from collections.abc import Callable
from datetime import datetime
from typing import ClassVar, Literal, Self

from msgspec import Struct
from msgspec.structs import replace

from data.language import N_
from data.model.entries.base import Area, Happening

DeskRefusal = Literal["had", "not-in", "delegate"]
"""Why the gift desk gave nothing to a guest it knows: had it already, not checked in, no household."""

_ROLES = ("giver", "receiver", "witness")


class GiftHappening(Happening, frozen=True, kw_only=True):
    """The root of what happens with gifts."""

    area: ClassVar[Area] = "gifts"


class Person(Struct, frozen=True, omit_defaults=True):
    """Somebody who gives, receives or witnesses, as the papers name them.

    ``guest`` is their number when they were picked from the guests, and None when they were typed.
    """

    name: str = ""
    title: str = ""
    organisation: str = ""
    guest: int | None = None

    @property
    def text(self) -> str:
        """Name, title and organisation in one line, as far as they are known."""
        return ", ".join(filter(None, (self.name, self.title, self.organisation)))


class Piece(Struct, frozen=True, omit_defaults=True):
    """One line of what a gift consists of: a book title, its unit, how many, in what condition."""

    kept_texts: ClassVar[frozenset[str]] = frozenset({"name", "unit", "condition"})

    name: str
    unit: str = ""
    quantity: int = 1
    condition: str = ""
    note: str = ""


class HandedGift(Struct, frozen=True, omit_defaults=True):
    """How many of a gift of the event (its id) were handed over, and what each consisted of."""

    kept_texts: ClassVar[frozenset[str]] = frozenset({"gift"})

    gift: str
    quantity: int
    pieces: tuple[Piece, ...] = ()


class HandedOver(GiftHappening, tag="handed-over", frozen=True, kw_only=True):
    """Gifts changed hands. The entry's id names the handover.

    ``households`` are the numbers of the guests who got an equal share each at the gift desk, none
    for a handover between two people. ``given`` (UTC) is when it was, where it was logged later;
    else the entry's own time is meant. ``item`` is the agenda item's id. A gift that came
    unannounced comes in the same line, in a new version of the event.
    """

    called = N_("handover")
    apart = "both"
    kept_texts = frozenset({"item"})

    gifts: tuple[HandedGift, ...]
    giver: Person
    receiver: Person
    witness: Person | None = None
    item: str = ""
    note: str = ""
    households: tuple[int, ...] = ()
    given: datetime | None = None

    @property
    def household(self) -> int | None:
        """The household's number when the gift went to one household alone."""
        return self.households[0] if len(self.households) == 1 else None

    def about(self) -> frozenset[int]:
        """The households, and who gave, received and witnessed as far as they are guests."""
        people = (self.giver, self.receiver, self.witness)
        return frozenset(self.households) | {p.guest for p in people if p is not None and p.guest is not None}

    def with_numbers(self, number_of: Callable[[int], int]) -> Self:
        """The same about other guests, also as givers, receivers and witnesses."""
        other = Happening.with_numbers(self, number_of)
        for role in _ROLES:
            person = getattr(self, role)
            if person is not None and person.guest is not None and number_of(person.guest) != person.guest:
                other = replace(other, **{role: replace(person, guest=number_of(person.guest))})
        return other


class HandoverVoided(GiftHappening, tag="handover-voided", frozen=True, kw_only=True):
    """A handover was logged wrongly: it no longer counts, and says why.

    With ``household`` only that household's share does not count.
    """

    called = N_("handover void")
    apart = "first"
    kept_texts = frozenset({"handover"})

    handover: str
    reason: str
    household: int | None = None


class PhotoAttached(GiftHappening, tag="photo-attached", frozen=True, kw_only=True):
    """A photo of a handover was copied to ``photos/`` as ``file``; ``sha256`` is of its bytes."""

    called = N_("photo")
    apart = "both"
    kept_texts = frozenset({"handover"})

    handover: str
    file: str
    sha256: str


class GiftRefused(GiftHappening, tag="gift-refused", frozen=True, kw_only=True):
    """The gift desk gave nothing to this guest. Cards that belong to nobody are refused scans."""

    called = N_("gift refused")
    apart = "both"
    is_step = False
    kept_texts = frozenset({"gift"})

    gift: str
    guest: int
    status: DeskRefusal


def as_written_today(what: dict[str, object]) -> dict[str, object]:
    """The document of a happening in today's form; the same object where it needs no change.

    At first a handover held one gift, its people as plain text, and one household at most.
    """
    if what.get("kind") != "handed-over" or "gift" not in what:
        return what
    kept = {key: value for key, value in what.items() if key in ("kind", "item", "note")}
    household = what.get("household")
    return kept | {
        "gifts": [{"gift": what["gift"], "quantity": what.get("quantity")}],
        "giver": {"name": what.get("giver")},
        "receiver": {"name": what.get("receiver")},
        "witness": {"name": what["witness"]} if what.get("witness") else None,
        "households": [] if household is None else [household],
    }


AnyGiftHappening = HandedOver | HandoverVoided | PhotoAttached | GiftRefused
"""Every kind of them."""
