"""What a heading says its column holds, and how strong that claim is beside those of other columns."""

import re
from functools import lru_cache
from typing import NamedTuple

from data.roster.cells.letters import Code, read_as
from data.roster.columns.wording import CONTAINING, EXACT, Meaning, heading, parted_heading
from data.text.fold import fold

MISSPELT, PERSON, HALF, WORDS, PARTED, PART, SURE = range(1, 8)
"""How a heading was understood, weakest first: with a slip of the pen; as another person of a household;
by its beginning, or as half of a name; by the words in it; written in snake or camel case; by one of
several parts; whole."""

_LONGEST = 60
_TYPO_FROM = 6
_PERSON = re.compile(r"^(ho va ten|ho ten|ten)\s+(vo|chong|ong|ba|con|bo|me|cha)\b")
_NO_HEADING = re.compile(r";|\d{3,}|^\s*[-+*•]|[.:!?]\s+\S.*[.:!?]|^=")
_NUMBERED_PLACE = re.compile(r"^(xom|thon|to|doi|khu|ap|ban|cum|ngo|to dan pho|khu pho)\s+(so\s+)?\w{1,12}$")
_ALSO_NAMES = frozenset(
    {"ho", "ten", "nam", "to", "doi", "lot", "dem", "ong", "so", "ban", "khu", "pho", "lang"}
)
_PARTS = re.compile(r"\s*(?:[/,;:\n|+&]|\s[-–—]\s)\s*")


class Claim(NamedTuple):
    """What a column is said to hold and how surely. ``also_title``: offices stand behind the names."""

    meaning: Meaning
    rank: int
    also_title: bool = False


@lru_cache(4096)
def claim_of(text: str) -> Claim | None:
    """What the heading ``text`` claims for its column; None when nothing can be told."""
    asked = heading(text)
    if not asked or _NO_HEADING.search(text):
        return None
    sure = _whole(asked)
    if sure:
        return Claim(sure, SURE)
    title = _name_and_title(text)
    if title:
        return Claim("name", PART, also_title=True)
    if len(asked) > _LONGEST or len(asked.split()) > 14:
        part = _of_first_part(text)
        return Claim(part, PART) if part else None
    person = _PERSON.match(asked)
    if person:
        return Claim("name", PERSON)
    part = _of_parts(asked) or _of_first_part(text)
    if part:
        return Claim(part, PART)
    parted = _whole(parted_heading(text)) or _joined(asked)
    if parted:
        return Claim(parted, PARTED)
    if _NUMBERED_PLACE.match(asked) and asked not in EXACT:
        return None
    words = next(
        (meaning for pattern, meaning in CONTAINING if re.search(pattern, parted_heading(text))), None
    )
    if words:
        return Claim(words, WORDS)
    old = _in_old_letters(text)
    if old:
        return Claim(old, PARTED)
    misspelt = _misspelt(asked)
    return Claim(misspelt, MISSPELT) if misspelt else None


@lru_cache(4096)
def exact_meaning(text: str) -> Meaning | None:
    """The meaning of a heading that is a known one as a whole, in words, snake or camel case; or None."""
    claim = claim_of(text)
    return claim.meaning if claim and claim.rank >= PARTED else None


def claims_a_column(text: str) -> bool:
    """Whether ``text`` is a whole known heading of two words or more, or one that is no name of people."""
    claim = claim_of(text)
    return claim is not None and claim.rank == SURE and heading(text) not in _ALSO_NAMES


@lru_cache(4096)
def meaning_of(text: str) -> Meaning | None:
    """What the heading ``text`` says its column holds, or None when that cannot be told."""
    claim = claim_of(text)
    return claim.meaning if claim else None


def _whole(asked: str) -> Meaning | None:
    for form in (asked, asked.replace("/", " ").replace("  ", " "), asked.replace(" / ", "/")):
        if form in EXACT:
            return EXACT[form]
    return None


def _name_and_title(text: str) -> bool:
    """Whether one heading stands for names with offices behind them: "Họ tên, chức vụ"."""
    folded = fold(text)
    parts = [heading(part) for part in _PARTS.split(folded)]
    if len(parts) < 2:
        parts = [heading(part) for part in folded.rsplit(" va ", 1)]
    if len(parts) < 2 or EXACT.get(parts[0]) != "name":
        return False
    return any(EXACT.get(part) in ("title", "organisation") for part in parts[1:])


def _of_parts(asked: str) -> Meaning | None:
    parts = [part.strip() for part in asked.split("/")] if "/" in asked else []
    return next((EXACT[part] for part in parts if part in EXACT and len(part) > 2), None)


def _of_first_part(text: str) -> Meaning | None:
    """What stands before a bracket, a dash, a colon: "Họ và tên chủ hộ - ghi chữ in hoa"."""
    first = re.split(r"[(\[:;,\n–—]|\s-\s", text, maxsplit=1)[0]
    return EXACT.get(heading(first)) if first != text else None


def _in_old_letters(text: str) -> Meaning | None:
    """A heading in TCVN3 or VNI that is too short to be told by its letters: "§T" is "ĐT"."""
    if text.isascii():
        return None
    codes: tuple[Code, ...] = ("tcvn3", "vni")
    shown = (heading(read_as(text, code)) for code in codes)
    return next((meaning for one in shown if (meaning := _whole(one))), None)


def _joined(asked: str) -> Meaning | None:
    return _JOINED.get(asked.replace(" ", "").replace("/", ""))


_JOINED: dict[str, Meaning] = {
    phrase.replace(" ", ""): meaning
    for phrase, meaning in EXACT.items()
    if len(phrase) > 5 and "/" not in phrase
}


def _misspelt(asked: str) -> Meaning | None:
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    if len(asked) < _TYPO_FROM or any(char.isdigit() for char in asked):
        return None
    found = process.extractOne(asked, _LONG, scorer=OSA.distance, score_cutoff=1)
    return EXACT[found[0]] if found else None


_LONG = [phrase for phrase in EXACT if len(phrase) >= _TYPO_FROM]
