"""Letters that were lost, found again where the other names of the list leave only one choice."""

import re
from collections import defaultdict
from collections.abc import Iterable

from data.text.syllables import FAMILY_NAMES

_LOST = re.compile(r"([?\ufffd]+)")
_MARKED = "[^\\x00-\\x7f]"
"""Letters of ASCII are never lost."""


class SoundNames:
    """The words of a list's sound names, by where they stand in them."""

    def __init__(self, names: Iterable[str]) -> None:
        self._words: dict[str, set[str]] = defaultdict(set)
        for name in names:
            words = name.split()
            if len(words) > 1 and not _LOST.search(name):
                for number, word in enumerate(words):
                    self._words[_place(number, len(words))].add(word.lower())

    def filled(self, name: str) -> str:
        """``name`` with its lost letters, as far as one word of the list fits at its place.

        What fits no word, or several, stays as it is. A family name may also be one that the list lacks.
        """
        words = name.split()
        return " ".join(
            self._word(word, _place(number, len(words))) if _LOST.search(word) else word
            for number, word in enumerate(words)
        )

    def _word(self, word: str, place: str) -> str:
        parts = _LOST.split(word.lower())
        fits = re.compile(
            "".join(
                f"{_MARKED}{{1,{len(part)}}}" if number % 2 else re.escape(part)
                for number, part in enumerate(parts)
            )
        )
        found = [one for one in self._words[place] if fits.fullmatch(one)]
        if not found and place == "first":
            found = [one for one in FAMILY_NAMES if fits.fullmatch(one)]
        if len(found) != 1:
            return word
        whole = found[0]
        return whole.upper() if word.isupper() and len(word) > 1 else whole[:1].upper() + whole[1:]


def _place(number: int, words: int) -> str:
    return "first" if number == 0 else "last" if number == words - 1 else "middle"
