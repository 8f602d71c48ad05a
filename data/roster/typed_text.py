"""What people put around a name or in place of a text when they type a list."""

import re
from typing import NamedTuple

_NUMBERING = re.compile(r"^\(?\d{1,4}\s*[.)/:\-]\s*(?=\D)")
_FOOTNOTE = re.compile(r"\s*(?:[*†‡#]+|\(\s*\*+\s*\))$")
# Nobody's family name is one of these. "Ô." and "B." are how typists cut them short.
_HONORIFIC = re.compile(
    r"^(?:(?:nhà|hộ|gia đình)\s+)*(?:(ông|bà|cụ)\s*[:.]?|(ô|b)\s*[.:])\s+(?=\S+\s+\S)", re.IGNORECASE
)
_IN_FULL = {"ô": "Ông", "b": "Bà"}
_DITTO = re.compile(
    r"""-*\s*(?:nt|n/t|n\.t|như trên|nhu tren|idem|ditto|["”“]{1,3}|'{2,4}|´´|〃|//+|,,)\.?\s*-*""",
    re.IGNORECASE,
)
_NOTHING = re.compile(r"[\s.\-–—_…*?/\\]*")


class TypedName(NamedTuple):
    """A name without what stood around it, and the honorific that stood before it (or "")."""

    name: str
    honorific: str = ""


def read_name(text: str) -> TypedName:
    """The name in ``text``: without "12." before it, a footnote's star behind it, "Hộ ông" or "Bà:"."""
    bare = _FOOTNOTE.sub("", _NUMBERING.sub("", text)).strip()
    found = _HONORIFIC.match(bare)
    if not found:
        return TypedName(bare or text)
    word = found[1] or _IN_FULL[found[2].lower()]
    return TypedName(bare[found.end() :], word.capitalize())


def is_ditto(text: str) -> bool:
    """Whether ``text`` says "as above": nt, -nt-, //, two quotation marks."""
    return bool(_DITTO.fullmatch(text))


def is_nothing(text: str) -> bool:
    """Whether ``text`` holds only the dots and dashes that stand for nothing."""
    return bool(_NOTHING.fullmatch(text)) and not is_ditto(text)
