"""Codes that are no card of a ceremony: what they are. What is in them is read once and never kept."""

import re
from datetime import date
from typing import Literal, get_args

from msgspec import Struct

from data.scanning.codes import decode_typing, looks_scanned, read_code
from data.scanning.layouts import NUM_LOCK, layout_of

ForeignKind = Literal[
    "identity",
    "insurance",
    "bank",
    "product",
    "wifi",
    "contact",
    "web",
    "place",
    "telephone",
    "message",
    "mail",
    "number",
    "old-card",
    "keyboard",
    "number-pad",
    "text",
]
"""What a scanned code is. ``keyboard`` and ``number-pad`` are cards that the laptop's keyboard spoilt."""

# The identity card since 2016, the one of 2024 and the app VNeID: the number first, bars between.
_IDENTITY = re.compile(r"\s*[0-9]{12}\s*\|")
_IDENTITY_NUMBER = re.compile(r"0(?:0[1-9]|[1-9][0-9])[0-3][0-9]{8}")
_INSURANCE = re.compile(r"\s*(?:[A-Z]{2}[0-9]{13}|[A-Z]{2}[0-9]{10}|[0-9]{10})\s*\|", re.IGNORECASE)
_BANK = re.compile(r"\s*000201[0-9]{4}")
_GTIN = re.compile(r"[0-9]{8}|[0-9]{12,14}")
_GS1 = re.compile(r"(?:\]C1|\]d2|\(?01\)?)([0-9]{14})\b")
_HEADS: tuple[tuple[ForeignKind, re.Pattern[str]], ...] = (
    ("wifi", re.compile(r"\s*[wưƯ]ifi:", re.IGNORECASE)),
    ("contact", re.compile(r"\s*(?:begin:v|mecard:|bizcard:|bcard:)", re.IGNORECASE)),
    ("place", re.compile(r"\s*geo:|\s*https?://(?:maps\.|goo\.gl/maps|www\.google\.[a-z.]+/maps)", re.I)),
    ("message", re.compile(r"\s*(?:sms|smsto|mms|mmsto):", re.IGNORECASE)),
    ("mail", re.compile(r"\s*(?:mailto|matmsg|smtp):|\s*[\w.+-]+@[\w-]+(?:\.[\w-]+)+\s*\Z", re.IGNORECASE)),
    ("telephone", re.compile(r"\s*tel:|\s*(?:\+?84|0)(?:[ .-]?[0-9]){9}\s*\Z", re.IGNORECASE)),
    ("web", re.compile(r"\s*(?:[a-z][a-z0-9+.-]*://|www\.|urlto:|market:)", re.IGNORECASE)),
    (
        "web",
        re.compile(r"\s*(?:[a-z0-9-]+\.)+(?:vn|com|net|org|info|me|app|edu)(?:[/:?]\S*)?\s*\Z", re.I),
    ),
)
_NUMBER = re.compile(r"[0-9][0-9 .\-]*")
_CARD_DIGITS = range(13, 17)
_TOKEN = re.compile(r"(?=\S*[0-9])[^\s|]{5,}")
_DAY = re.compile(r"([0-9]{2})[/.-]?([0-9]{2})[/.-]?([0-9]{4})")
_BESIDE_DIGITS = re.compile(r"[^\W\d_]")


_KINDS: dict[str, ForeignKind] = {kind: kind for kind in get_args(ForeignKind)}


class Holder(Struct, frozen=True):
    """Whose identity card it is, as far as it says: nothing else of it is read."""

    name: str
    birth_year: int | None


def foreign_kind(name: str) -> ForeignKind | None:
    """The kind that an entry names; None for none, and for one that a newer program knows."""
    return _KINDS.get(name)


def kind_of(text: str) -> ForeignKind | None:
    """What a scanned text is; None for a card of a ceremony, a card that was read in part, and nothing.

    ``text`` is raw, as a scanner, a camera or a person gave it.
    """
    bare = "".join(c if c.isprintable() or c.isspace() else "" for c in text).strip()
    if not bare or read_code(bare) is not None:
        return None
    if _IDENTITY.match(bare):
        return "identity"
    if _INSURANCE.match(bare):
        return "insurance"
    if _BANK.match(bare):
        return "bank"
    for kind, head in _HEADS:
        if head.match(bare):
            return kind
    return _by_digits(bare)


def holder_of(text: str) -> Holder | None:
    """Who an identity card belongs to; None when it does not say so, as one that holds its number alone."""
    fields = [field.strip() for field in text.strip().split("|")]
    if not _IDENTITY.match(text):
        return None
    for place, field in enumerate(fields[1:], start=1):
        if _BESIDE_DIGITS.search(field) and not any(c.isdecimal() for c in field):
            after = (_year(later) for later in fields[place + 1 :])
            return Holder(name=field, birth_year=next((year for year in after if year), None))
    return None


def _year(field: str) -> int | None:
    found = _DAY.fullmatch(field)
    if found is None:
        return None
    try:
        return date(int(found[3]), int(found[2]), int(found[1])).year
    except ValueError:
        return None


def _is_ean(digits: str) -> bool:
    # Loaded at the first strange card: no start waits for it.
    from stdnum import ean

    return bool(ean.is_valid(digits))


def _by_digits(bare: str) -> ForeignKind | None:
    layout = layout_of(bare)
    if layout:
        return "number-pad" if layout == NUM_LOCK else "keyboard"
    digits = decode_typing(bare)
    if not digits.isascii() or not digits.isdecimal():
        gs1 = _GS1.match(bare)
        if gs1 and _is_ean(gs1[1]):
            return "product"
        return _by_look(bare)
    if _IDENTITY_NUMBER.fullmatch(digits) and not _is_ean(digits):
        return "identity"
    if _GTIN.fullmatch(digits) and _is_ean(digits) and not digits.startswith("00"):
        return "product"
    if digits.startswith("00") and len(digits) in (8, 12) and _is_ean(digits):
        return "product"
    # Digits of about a card's length are most likely a card that was not read whole.
    return None if len(digits) in _CARD_DIGITS else "number"


def _by_look(bare: str) -> ForeignKind | None:
    if _NUMBER.fullmatch(bare):
        return "number"
    if looks_scanned(bare) and not any(c.isalpha() for c in decode_typing(bare)):
        return None
    one_word = _TOKEN.fullmatch(bare) is not None
    return "old-card" if one_word or bare[0] in "{[<" else "text"
