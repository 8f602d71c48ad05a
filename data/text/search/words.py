"""An index from words to guests that answers "which words begin so" quickly."""

from bisect import bisect_left
from collections.abc import Iterable, Set

_NOBODY: frozenset[int] = frozenset()
_PAST_ALL = "\U0010ffff"


class WordIndex:
    """Words and the numbers of the guests that have them."""

    def __init__(self) -> None:
        self._having: dict[str, set[int]] = {}
        self._sorted: list[str] = []
        self._stale = False

    def add(self, words: Iterable[str], number: int) -> None:
        """Say that guest ``number`` has these words."""
        for word in words:
            having = self._having.get(word)
            if having is None:
                self._having[word] = {number}
                self._stale = True
            else:
                having.add(number)

    def discard(self, words: Iterable[str], number: int) -> None:
        """Take back what ``add`` said."""
        for word in words:
            having = self._having.get(word, set())
            having.discard(number)
            if not having and self._having.pop(word, None) is not None:
                self._stale = True

    def exactly(self, word: str) -> Set[int]:
        """The guests that have this word."""
        return self._having.get(word, _NOBODY)

    def starting(self, prefix: str) -> Set[int]:
        """The guests that have a word beginning with ``prefix``, which is not empty."""
        words = self.words
        first = bisect_left(words, prefix)
        past = bisect_left(words, prefix + _PAST_ALL, first)
        return set().union(*(self._having[word] for word in words[first:past]))

    @property
    def words(self) -> list[str]:
        """All words, sorted."""
        if self._stale:
            self._sorted = sorted(self._having)
            self._stale = False
        return self._sorted
