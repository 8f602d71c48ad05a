"""Two people in one cell, as lists of households often have husband and wife."""

import re
from typing import NamedTuple

from data.roster.cells.grid import Cell
from data.roster.words.typed_text import TypedName, read_name
from data.text.syllables import is_family_name, is_plain_family_name
from data.text.typed.form_of_address import known_form

_BETWEEN = re.compile(
    r"\s*(?:[+&/;,\\]|\s\d[.)]\s|\s[-–—]\s|\b(?:và|cùng|với)\b(?:\s+(?:vợ|chồng)(?:\s+là)?)?|\(?\b(?:vợ|chồng|vk|ck)\b(?:\s+là)?\s*:?"
    r"|\bva\b)\s*",
    re.IGNORECASE,
)
_SECOND = re.compile(r"(?<=\S)\s+(?=(?:ông|bà|anh|chị|cụ|ô|b)\s*[.:]?\s+\S+\s+\S)", re.IGNORECASE)
_LEADING_NUMBER = re.compile(r"^\d[.)]\s*(?=\D)")
_TITLED = r"(ông|bà|ô|b|cụ|anh|chị|đc|đ/c)\s*[.:]?\s+([^\W\d_]+)"
_SHORT_PAIR = re.compile(rf"{_TITLED}\s*(?:[-–—+&/,;]|và|với|cùng)\s*{_TITLED}", re.IGNORECASE)
_MIDDLE = frozenset({"thị", "văn"})


class Couple(NamedTuple):
    """The two people, without what stood around their names."""

    first: TypedName
    second: TypedName


def couple_in(cell: Cell) -> Couple | None:
    """The two people that ``cell`` seems to hold, or None when it is one."""
    if len(cell.lines) == 2 and (found := _pair(*cell.lines)):
        return found
    text = cell.text
    if short := _SHORT_PAIR.fullmatch(text):
        return Couple(TypedName(short[2], known_form(short[1])), TypedName(short[4], known_form(short[3])))
    if len(text.split()) < 4:
        return None
    text = _LEADING_NUMBER.sub("", text)
    for pattern in (_BETWEEN, _SECOND):
        parts = [part.strip(" ()") for part in pattern.split(text) if part.strip(" ()")]
        if len(parts) == 2 and (found := _pair(parts[0], parts[1])):
            return found
    return _run_together(text)


def _pair(first: str, second: str) -> Couple | None:
    one, other = read_name(first), read_name(second)
    return Couple(one, other) if _is_person(one) and _is_person(other) else None


def _is_person(typed: TypedName) -> bool:
    words = typed.name.split()
    family = words[0].strip(".,") if words else ""
    known = is_family_name(family) or is_plain_family_name(family)
    return 2 <= len(words) <= 6 and (known or bool(typed.honorific)) and not any(map(str.isdigit, typed.name))


def _run_together(text: str) -> Couple | None:
    """Two names with nothing between them: a family name inside, with Thị or Văn or two words after it."""
    words = text.split()
    if len(words) < 5 or not is_family_name(read_name(text).name.split()[0]):
        return None
    for place in range(2, len(words) - 1):
        follows = words[place + 1].lower() in _MIDDLE or len(words) >= 6
        if is_family_name(words[place]) and words[place].lower() not in _MIDDLE and follows:
            inside = len(words) - place >= (2 if words[place + 1].lower() not in _MIDDLE else 3)
            if inside and (found := _pair(" ".join(words[:place]), " ".join(words[place:]))):
                return found
    return None
