"""Names of hamlets as lists spell them: which spellings mean one place, and which one to print."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from itertools import takewhile

from data.text.clean import clean

_PARTS = re.compile(r"[^\W\d_]+|\d+")
_HAMLET = "xóm"
# A hamlet's column may leave the word out, or write it short: "Xóm 3", "x3", "xom 3" and "3" are one.
_HAMLET_WORDS = frozenset({_HAMLET, "xom", "x"})
_NUMBER_WORDS = frozenset({"số", "so"})
_ROMAN = re.compile(r"(x{0,3})(ix|iv|v?i{0,3})")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10}
_LONGEST_NUMBER = 9
_LEVEL = re.compile(
    r"(thôn|xóm|làng|ấp|bản|buôn|khóm|khu phố|khu dân cư|khu|tổ dân phố|tổ|xã|phường|thị trấn|đặc khu|huyện"
    r"|quận|thị xã|thành phố|tỉnh)\s+(?=\S)",
    re.IGNORECASE,
)
_TONE_ON_FIRST = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa", "oè": "òe", "oé": "óe", "oẻ": "ỏe",
    "oẽ": "õe", "oẹ": "ọe", "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip
_TONE_ON_LAST = re.compile("|".join(_TONE_ON_FIRST))


@lru_cache(maxsize=4096)
def place_key(text: str) -> str:
    """The same text for all spellings of one place; empty for a text without letters and digits.

    Case, signs, leading zeros, the word "xóm" before a name, Roman numbers behind it, and where a tone
    is written do not count: "Xóm 03", "xóm 3", "X3", "Xóm III" and "3" share a key. Other words do:
    "Tổ 3" is not "Xóm 3". So do marks: "Xóm Đông" is not "Xóm Dong".
    """
    parts = _PARTS.findall(clean(text).casefold())
    named = [part for part in parts[1:] if part not in _NUMBER_WORDS]
    if named and parts[0] in _HAMLET_WORDS:
        parts = [_arabic(named[0]), *named[1:]]
    return " ".join(map(_plain, parts))


def place_groups(spellings: Iterable[str]) -> dict[str, str]:
    """The places among ``spellings`` (as often as they occur) in their order: key and spelling to print.

    The commonest spelling of a place is printed; of equally common ones that which came first.
    """
    found: dict[str, Counter[str]] = {}
    for spelling in spellings:
        found.setdefault(place_key(spelling), Counter())[clean(spelling)] += 1
    return {key: commonest(counted) for key, counted in found.items()}


def commonest(spellings: Counter[str]) -> str:
    """The spelling to print, of those that were counted; the first one of equals."""
    return max(spellings, key=lambda spelling: spellings[spelling], default="")


def named_place(typed: str, level: str) -> str:
    """A place as papers write it: its level small before the name ("thôn Đông Hải").

    ``level`` stands before a name that was typed without one; a name typed small gets its capitals.
    """
    text = clean(typed)
    found = _LEVEL.match(text)
    word, name = (found[1].lower(), text[found.end() :]) if found else (level, text)
    if name == name.lower():
        name = " ".join(part[:1].upper() + part[1:] for part in name.split())
    return f"{word} {name}".strip() if name else ""


def level_of(place: str) -> str:
    """The level of a place: the small words before its name ("thị trấn" of "thị trấn Hưng Hà")."""
    return " ".join(takewhile(str.islower, place.split()))


def tone_placed(word: str) -> str:
    """A word with its tone where the older spelling has it, so that "hoà" and "hòa" are one."""
    return _TONE_ON_LAST.sub(lambda found: _TONE_ON_FIRST[found[0]], word)


def _plain(part: str) -> str:
    """A word in one spelling; a number without leading zeros."""
    if part.isdecimal():
        return str(int(part)) if len(part) <= _LONGEST_NUMBER else part
    return tone_placed(part)


def _arabic(part: str) -> str:
    if not part or not _ROMAN.fullmatch(part):
        return part
    values = [_ROMAN_VALUES[letter] for letter in part]
    return str(sum(-v if v < max(values[place:]) else v for place, v in enumerate(values)))
