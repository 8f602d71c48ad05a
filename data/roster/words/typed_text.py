"""What people put around a name or in place of a text when they type a list."""

# ruff: noqa: E501 - tables of words

import re
from functools import lru_cache
from typing import NamedTuple

from data.text.typed.form_of_address import known_form

_NUMBERING = re.compile(r"^\(?\d{1,4}\s*[.)/:\-]\s*(?=\D)")
_FOOTNOTE = re.compile(r"\s*(?:[*†‡#]+|\(\s*\*+\s*\))$")
_QUOTES = "\"'“”‘’«»`´"
_STOP = re.compile(r"(?<=[^\W\d_]{2})[.,;:]+$")
# Nobody's family name is one of these. "Ô." and "B." are how typists cut them short.
_HONORIFIC = re.compile(
    r"^(?:(?:nhà|hộ|gia đình|gđ)\s+)*(?:\(\s*(ông|bà|cụ|ô|b)\s*\)\s*|(cụ ông|cụ bà|bà mẹ vnah|mẹ vnah|bà mẹ việt nam anh hùng"
    r"|mẹ việt nam anh hùng|thầy giáo|cô giáo|thầy thuốc|linh mục|mục sư|hòa thượng|hoà thượng|thượng tọa|thượng toạ|đại đức"
    r"|ni sư|sư thầy|sư cô|sư bác|bác sĩ|bác sỹ|nhà giáo|giáo sư|tiến sĩ|thạc sĩ|kỹ sư|luật sư)\s*[:.]?\s+"
    r"|(ông|bà|cụ|đ/c|đồng chí|d/c|anh|chị|cô|chú|bác|thầy)(?:\s*[:.]\s*|\s+)"
    r"|(ô|b|đc|mr|mrs|ms|a|c)\s*[.:/]\s*|(ô|đc)\s+)(?=\S+\s+\S)",
    re.IGNORECASE,
)
_EITHER = re.compile(r"^(?:ông|ô)\s*(?:\(\s*bà\s*\)|/\s*(?:bà|b)\b)\s*[:.]?\s*(?=\S+\s+\S)", re.IGNORECASE)
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
    bare = _without_ends(_FOOTNOTE.sub("", _NUMBERING.sub("", text)).strip())
    bare = _EITHER.sub("", bare)
    found = _HONORIFIC.match(bare)
    if not found:
        return TypedName(bare or text)
    word = next(part for part in found.groups() if part)
    return TypedName(bare[found.end() :], known_form(word) or word[:1].upper() + word[1:])


def _without_ends(text: str) -> str:
    """A name without the quotation marks around it and the full stop behind it; initials keep theirs."""
    if text[:1] in _QUOTES and " " in text:
        text = text[1:].rstrip(_QUOTES) or text
    return _STOP.sub("", text).strip() or text


_WORDS_FOR_NOTHING = frozenset({"nan", "null", "none", "n/a", "nat"})
_LONGER_THAN_NOTHING = 5


@lru_cache(4096)
def is_ditto(text: str) -> bool:
    """Whether ``text`` says "as above": nt, -nt-, //, two quotation marks."""
    return bool(_DITTO.fullmatch(text))


def is_nothing(text: str) -> bool:
    """Whether ``text`` holds only the dots and dashes that stand for nothing, or a program's word for it."""
    if text[:1].isalnum():
        return len(text) < _LONGER_THAN_NOTHING and text.casefold() in _WORDS_FOR_NOTHING
    return bool(_NOTHING.fullmatch(text)) and not is_ditto(text)
