"""Vietnamese order of names: given name, then middle, then family; letters before tones."""

import re
import unicodedata
from functools import lru_cache

from data.text.cleaning.clean import clean

# f, j, w and z are not in the Vietnamese alphabet; they stand where Latin order has them.
_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = (
    "\N{COMBINING GRAVE ACCENT}",
    "\N{COMBINING HOOK ABOVE}",
    "\N{COMBINING TILDE}",
    "\N{COMBINING ACUTE ACCENT}",
    "\N{COMBINING DOT BELOW}",
)
_RANK = {letter: 0x200000 + index for index, letter in enumerate(_LETTERS)}
_TONE = {mark: index for index, mark in enumerate(_TONES, start=1)}
_AFTER_LETTERS = 0x300000
_REMARK = re.compile(r"\(.*?\)")

WordKey = tuple[tuple[int, ...], tuple[int, ...]]
NameKey = tuple[WordKey, tuple[WordKey, ...], WordKey, str]


def name_key(name: str) -> NameKey:
    """A key for ``sorted``: given name, middle names, family name, each in Vietnamese order.

    The order of letters is a ă â b c d đ e ê …; where letters are the same, of tones ngang, huyền,
    hỏi, ngã, sắc, nặng. Case and where the tone is written ("Hoà", "Hòa") do not count. A remark in
    brackets, "(con ông Tư)", comes last. Two names share a key only when they read the same.
    """
    tidy = clean(name)
    words = _REMARK.sub(" ", tidy).split() or tidy.split() or [""]
    given = _word_key(words[-1])
    middle = tuple(_word_key(word) for word in words[1:-1])
    family = _word_key(words[0]) if len(words) > 1 else _word_key("")
    return given, middle, family, tidy


@lru_cache(maxsize=8192)
def _word_key(word: str) -> WordKey:
    letters: list[int] = []
    tones: list[int] = []
    for char in unicodedata.normalize("NFD", word.casefold()):
        if char in _TONE:
            tones.append(_TONE[char])
        elif unicodedata.combining(char) and letters:
            letters[-1] = _marked(letters[-1], char)
        else:
            letters.append(_RANK.get(char, ord(char) if not char.isalpha() else _AFTER_LETTERS + ord(char)))
    return tuple(letters), tuple(tones)


def _marked(rank: int, mark: str) -> int:
    index = rank - _RANK["a"]
    if not 0 <= index < len(_LETTERS):
        return rank
    return _RANK.get(unicodedata.normalize("NFC", _LETTERS[index] + mark), rank)
