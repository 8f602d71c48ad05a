"""Card numbers as people write them in one line: ``3, 7 12-20``, ``5 đến 8``."""

import re

from data.text.cleaning.clean import clean

_BETWEEN = re.compile(r"[\s,;]+")
_DASH = re.compile(r"\s*(?:[-\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}~]|\.\.\.?|…)\s*")
_WORD_DASH = re.compile(r"(?<=[0-9])\s+(?:đến|tới|den|toi|to)\s+(?=[0-9])")
_RANGE = re.compile(r"([0-9]{1,6})(?:-([0-9]{1,6}))?")
_LINKS = frozenset({"số", "từ", "và", "and", "from"})


class NotUnderstood(ValueError):
    """``word`` is what could not be read."""

    def __init__(self, word: str) -> None:
        super().__init__(word)
        self.word = word


def read_ranges(text: str) -> list[range]:
    """The numbers in ``text`` in its order: each number or range of numbers.

    Parted by blanks, commas or semicolons. Raises NotUnderstood, with the word, for one that is neither
    a number of at most six digits nor a range of such; a range that runs backwards is a slip. Empty
    text is an empty list.
    """
    joined = _WORD_DASH.sub("-", _DASH.sub("-", clean(text)).casefold())
    return [_range(word) for word in _BETWEEN.split(joined) if word and word not in _LINKS]


def _range(word: str) -> range:
    found = _RANGE.fullmatch(word)
    if found is None:
        raise NotUnderstood(word)
    first, last = int(found[1]), int(found[2] or found[1])
    if last < first:
        raise NotUnderstood(word)
    return range(first, last + 1)
