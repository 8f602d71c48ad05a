"""Which texts of an entry tell who somebody is. What is not known to be harmless is taken out."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, Literal, TypeVar, get_args, get_origin

from msgspec import Struct
from msgspec.structs import fields, replace

AnyStruct = TypeVar("AnyStruct", bound=Struct)
Cleaned = Callable[[str], str]

GONE = "…"
"""What stands where a text was: that there was one may count (somebody came in the head's place)."""

KEPT = frozenset(
    {
        # Which entry, item, gift or criterion is meant.
        "Undone.entry",
        "LostLine.kind",
        "LedgerRepaired.kept",
        "HandoverVoided.handover",
        "HandedOver.item",
        "HandedGift.gift",
        "GiftRefused.gift",
        "PhotoAttached.handover",
        "PaperMade.paper",
        "PaperPrinted.paper",
        "PaperSigned.paper",
        "Went.item",
        "WentBack.item",
        "Paused.item",
        "Resumed.item",
        "Adjusted.item",
        "Skipped.item",
        "Reinstated.item",
        "Cut.item",
        "TimesCorrected.item",
        "TimeInDoubt.item",
        "TimeSettled.doubt",
        "CheckTicked.item",
        "CheckTicked.check",
        "CheckUnticked.item",
        "CheckUnticked.check",
        "NoteSeen.note",
        "Registered.criterion",
        "RegistrationWithdrawn.criterion",
        "GroupCheckedIn.group",
        # What a gift consists of: books, not people.
        "Piece.name",
        "Piece.unit",
        "Piece.condition",
        # A card's digits say nothing of who holds it, and tie the same household's events together.
        "ScanRefused.code",
        "CardReplaced.old",
        "CardsPrinted.codes",
        # The names of facts that changed, never the facts; how somebody is related, never who it is.
        "GuestCorrected.facts",
        "CheckedIn.relation",
        "PartyChanged.relation",
    }
)
"""The text fields of happenings that stay, as ``Struct.field``."""


def scrubbed(value: AnyStruct, cleaned: Cleaned = str) -> AnyStruct:
    """``value`` with every text gone but those in ``KEPT``, those of a few fixed words, and empty ones.

    What is kept goes through ``cleaned``, which may take a name out of it.
    """
    changes = {}
    for name, is_kept in _open_fields(type(value)):
        changes[name] = _scrubbed(getattr(value, name), cleaned, cleaned if is_kept else _gone)
    return replace(value, **changes)


@cache
def _open_fields(kind: type[Struct]) -> tuple[tuple[str, bool], ...]:
    """The fields of a kind that are no fixed words, and whether what they say is kept."""
    return tuple(
        (field.name, f"{kind.__name__}.{field.name}" in KEPT)
        for field in fields(kind)
        if not _is_fixed(field.type)
    )


def texts(value: object) -> Iterator[str]:
    """Every text in a value made of structs and tuples."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from texts(part)
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from texts(getattr(value, name))


def _scrubbed(value: Any, cleaned: Cleaned, of_text: Cleaned) -> Any:
    if isinstance(value, str):
        return of_text(value)
    if isinstance(value, tuple):
        return tuple(_scrubbed(part, cleaned, of_text) for part in value)
    return scrubbed(value, cleaned) if isinstance(value, Struct) else value


def _gone(text: str) -> str:
    return GONE if text else ""


def _is_fixed(kind: Any) -> bool:
    """Whether a field takes only a few fixed words."""
    return get_origin(kind) is Literal or any(get_origin(part) is Literal for part in get_args(kind))
