"""The level of an office: tỉnh, huyện, xã, thôn."""

import re
from functools import lru_cache

from data.text.cleaning.clean import clean

_LEVELS = {
    "trung ương": 0, "tỉnh": 1, "huyện": 2, "quận": 2, "thị xã": 2, "thành phố": 2, "xã": 3, "phường": 3,
    "thị trấn": 3, "thôn": 4, "xóm": 4, "tổ dân phố": 4, "khu dân cư": 4, "chi hội": 4, "chi đoàn": 4,
}  # fmt: skip
_WORDS = re.compile(
    # "Hợp tác xã" and "xã hội" name no commune.
    rf"(?<!\w)(?<!tác )(?:{'|'.join(sorted(_LEVELS, key=len, reverse=True))})(?!\w)(?! hội)"
)
_LEADS = re.compile(
    r"\b(?:bí thư|chủ tịch)\b.*\b(?:(?:tỉnh|thành|huyện|quận|thị|đảng) (?:ủy|uỷ)|ubnd|hđnd|"
    r"(?:ủy|uỷ) ban nhân dân|hội đồng nhân dân)\b|"
    r"\bchủ tịch (?:tỉnh|huyện|quận|thị xã|thành phố|xã|phường|thị trấn)\b"
)


@lru_cache(maxsize=4096)
def level_of(office: str) -> int | None:
    """0 for an office of the state, then 1 tỉnh, 2 huyện, 3 xã, 4 thôn; None where it names no level.

    The first level that it names is its own: "Chủ tịch UBND xã Duyên Hải, huyện Hưng Hà" is the commune's.
    """
    found = _WORDS.search(clean(office).casefold())
    return _LEVELS[found[0]] if found else None


@lru_cache(maxsize=4096)
def leads_level(office: str) -> bool:
    """Whether it is an office of those who lead a level: the committee of the Party, UBND, HĐND."""
    return bool(_LEADS.search(clean(office).casefold()))
