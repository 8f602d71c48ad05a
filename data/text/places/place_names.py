"""Names of places as papers write them: the level small before the name, tones in one place."""

import re
from itertools import takewhile

from data.text.cleaning.clean import clean

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
