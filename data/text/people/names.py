"""Names as they belong on paper, from names as they were typed in a hurry."""

import re

from data.text.cleaning.clean import clean
from data.text.syllables import is_family_name, plausible

_RANK = re.compile(
    r"^(?:(?:Đại|Thượng|Trung|Thiếu) (?:Úy|Uý|Tá|Tướng)|(?:Phó )?Trưởng (?:Thôn|Xóm|Ban))(?= \S+ \S)"
)
"""What is said before a name and has one capital: "Đại úy Lê Văn Ba"."""


def proper(typed: str) -> str:
    """``hoàng thị lan`` as ``Hoàng Thị Lan``, ``đại úy lê ba`` as ``Đại úy Lê Ba``.

    A name with any capital of its own stays as it was typed.
    """
    name = clean(typed)
    if name != name.lower():
        return name
    capitals = " ".join(word[:1].upper() + word[1:] for word in name.split(" "))
    return _RANK.sub(lambda rank: rank[0].capitalize(), capitals)


def is_shouted_or_whispered(name: str) -> bool:
    """Whether a name of two words or more, or a word of it, is in capitals or in small letters.

    Of a name in both kinds only the Vietnamese is judged: other peoples' names hold small words and capitals.
    """
    words = name.split()
    if len(words) < 2 or name.isupper() or name.islower():
        return len(words) > 1
    return is_family_name(words[0]) and any(
        word.isalpha() and plausible(word) and (word.islower() or (len(word) > 1 and word.isupper()))
        for word in words
    )


def written_properly(name: str) -> str:
    """``NGUYỄN VĂN AN``, ``NGUYỄN Văn An`` and ``nguyễn văn an`` as ``Nguyễn Văn An``; else as it was."""
    return proper(name.lower()) if is_shouted_or_whispered(name) else name


def with_first_capitals(name: str) -> str:
    """``name`` where a word that begins with a small "ý" or "ổ" among words with capitals has one, too.

    TCVN3 has no capitals with tones, and its "ý" is the one of Latin letters: nothing else tells.
    """
    words = name.split(" ")
    others = [word for word in words if word and (word[0].isascii() or not word[0].islower())]
    if name.isascii() or len(others) in (0, len(words)) or not all(word[0].isupper() for word in others):
        return name
    return " ".join(word[:1].upper() + word[1:] for word in words)
