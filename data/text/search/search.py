"""Finding a guest from whatever the person at the door remembers, while it is being typed."""

import re
from collections.abc import Iterable, Set
from heapq import nsmallest
from itertools import pairwise

from data.model.guest import Guest
from data.model.plan import Delegation
from data.text.fold import fold
from data.text.order import NameKey
from data.text.search.terms import Terms, spelt_words, terms_of
from data.text.search.words import WordIndex

_RANKED = 300
_PHONE_TAIL = 3
_CARD_NUMBER = 3
_INITIALS = 2
_ONE_SLIP = 4
_WHOLE_NAME = 100
_IN_A_ROW = 20
_ELSEWHERE = 2
_REMEMBERED = 256
_YEAR = re.compile(r"(19|20)[0-9]{2}")

Score = tuple[bool, int, NameKey, int]


class GuestIndex:
    """Guests, to be found by number, name, nickname, initials, hamlet, phone or office.

    ``delegations`` lends its names, so that "mttq" finds the people of that group. Everything
    is folded: marks need not be typed.
    """

    def __init__(self, guests: Iterable[Guest] = (), delegations: Iterable[Delegation] = ()) -> None:
        self._delegations = {d.id: f"{d.name} {d.short}" for d in delegations}
        self._terms: dict[int, Terms] = {}
        self._known: dict[str, Set[int]] = {}
        self._names, self._given, self._nicknames = WordIndex(), WordIndex(), WordIndex()
        self._initials, self._others, self._hamlets = WordIndex(), WordIndex(), WordIndex()
        self._phrases, self._joined = WordIndex(), WordIndex()
        self._digits, self._phones, self._years = WordIndex(), WordIndex(), WordIndex()
        for guest in guests:
            self.put(guest)

    def put(self, guest: Guest) -> None:
        """Add ``guest``, or take its new facts in place of the old ones of the same number."""
        self._known.clear()
        before = self._terms.get(guest.number)
        if before is not None:
            for index, words in self._entries(before):
                index.discard(words, guest.number)
        terms = terms_of(guest, self._delegations.get(guest.delegation, ""))
        self._terms[guest.number] = terms
        for index, words in self._entries(terms):
            index.add(words, guest.number)

    def find(self, query: str, limit: int = 20) -> list[int]:
        """The numbers of at most ``limit`` guests that fit every word of ``query``, best first.

        Words may come in any order and be cut short; "xom 3" means the hamlet. Only when nothing fits
        are near misses tried: in spelling, and in the hamlet or the year of birth. An empty query
        finds nobody.
        """
        text = fold(query)
        words = list(dict.fromkeys(text.split()))
        if not words:
            return []
        found = self._exact(text, words)
        if found:
            marked = spelt_words(query)
            return [s[-1] for s in nsmallest(limit, (self._score(n, text, words, marked) for n in found))]
        close = self._misspelt(words)
        for number in self._elsewhere(words):
            close.setdefault(number, _ELSEWHERE)
        close = close or self._run_together("".join(text.split()))
        return nsmallest(limit, close, lambda n: (self._terms[n].last, close[n], self._terms[n].order, n))

    def _entries(self, terms: Terms) -> list[tuple[WordIndex, Iterable[str]]]:
        return [
            (self._names, terms.name_words),
            (self._given, [terms.given] if terms.given else []),
            (self._nicknames, terms.nickname_words),
            (self._initials, [terms.initials] if len(terms.initials) >= _INITIALS else []),
            (self._others, terms.other_words),
            (self._hamlets, terms.hamlet_words),
            (self._phrases, terms.hamlet_phrases),
            (self._joined, [terms.joined] if terms.joined else []),
            (self._digits, terms.digits),
            (self._phones, terms.phones),
            (self._years, [terms.year] if terms.year else []),
        ]

    def _exact(self, text: str, words: list[str]) -> Set[int]:
        """The guests that fit, cut down to the likeliest few hundred."""
        if len(words) > 1 and text.replace(" ", "").isdigit():
            by_phone = self._by_phone(text.replace(" ", ""))
            if by_phone:
                return by_phone
        fitting, rest = self._in_hamlet(words)
        for word in rest:
            having = self._having(word)
            fitting = having if fitting is None else fitting & having
            if not fitting:
                break
        if not fitting and len(rest) < len(words):
            fitting = _in_all(self._having(word) for word in words)
        return self._likeliest(fitting or set(), words)

    def _in_hamlet(self, words: list[str]) -> tuple[Set[int] | None, list[str]]:
        for index, (level, name) in enumerate(pairwise(words)):
            living = self._phrases.exactly(f"{level} {name}")
            if living:
                return living, words[:index] + words[index + 2 :]
        return None, words

    def _having(self, word: str) -> Set[int]:
        """The guests that have something beginning with ``word``. Remembered: the next key asks again."""
        known = self._known.get(word)
        if known is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            known = self._known[word] = self._look_up(word)
        return known

    def _look_up(self, word: str) -> Set[int]:
        if word.isdecimal():
            # As printed on a card a number is whole: "001" is nobody's beginning of 0016.
            whole = self._digits.exactly(word) if len(word) >= _CARD_NUMBER else set()
            having = (
                (whole or self._digits.starting(word))
                | self._hamlets.exactly(word)
                | self._years.exactly(word)
            )
            return having | self._by_phone(word) | self._names.starting(word) | self._others.starting(word)
        having = self._names.starting(word) | self._nicknames.starting(word) | self._others.starting(word)
        having |= self._hamlets.starting(word)
        return having | self._initials.starting(word) if len(word) >= _INITIALS else having

    def _by_phone(self, digits: str) -> Set[int]:
        return self._phones.starting(digits[::-1]) if len(digits) >= _PHONE_TAIL else set()

    def _likeliest(self, fitting: Set[int], words: list[str]) -> Set[int]:
        if len(fitting) <= _RANKED:
            return fitting
        picked: set[int] = set()
        for tier in (
            set().union(*(self._given.exactly(w) | self._digits.exactly(w) for w in words)),
            _in_all(self._names.exactly(w) for w in words),
            set().union(*(self._given.starting(w) for w in words)),
            fitting,
        ):
            picked.update(nsmallest(_RANKED - len(picked), (fitting & tier) - picked))
        return picked

    def _score(self, number: int, text: str, words: list[str], marked: frozenset[str]) -> Score:
        terms = self._terms[number]
        badness = sum(_badness(terms, word) for word in words) - len(marked & terms.spelt)
        if text == terms.name:
            badness -= _WHOLE_NAME
        elif len(words) > 1 and f" {text}" in f" {terms.name}":
            badness -= _IN_A_ROW
        return terms.last, badness, terms.order, number

    def _elsewhere(self, words: list[str]) -> Set[int]:
        """Guests who fit but for the hamlet and the year of birth: lists have mistakes in these too."""
        _living, rest = self._in_hamlet(words)
        rest = [
            word
            for word in rest
            if not _YEAR.fullmatch(word) and not (self._hamlets.exactly(word) and word[0] == "x")
        ]
        if not rest or len(rest) == len(words):
            return set()
        return self._likeliest(_in_all(self._having(word) for word in rest), rest)

    def _misspelt(self, words: list[str]) -> dict[int, int]:
        """Guests that every word of the query nearly fits, each with how far off it is in all."""
        fitting, rest = self._in_hamlet(words)
        parts = [(self._having(word), self._nearly(word)) for word in rest]
        if fitting is not None:
            parts.append((fitting, {}))
        # The fewest first: a single letter that half the village has is only looked up for them.
        (exact, near), *others = sorted(parts, key=lambda part: len(part[0]) + len(part[1]))
        close = near | dict.fromkeys(exact, 0)
        for exact, near in others:
            close = {
                number: off + (0 if number in exact else near[number])
                for number, off in close.items()
                if number in exact or number in near
            }
        return close

    def _nearly(self, word: str) -> dict[int, int]:
        """Guests with a name that ``word`` misses by a slip or two, and by how many."""
        near: dict[int, int] = {}
        if not word.isalpha():
            return near
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        slips = 1 if len(word) <= _ONE_SLIP else 2
        for index in (self._names, self._nicknames):
            for like, distance, _i in process.extract(
                word, index.words, scorer=OSA.distance, score_cutoff=slips, limit=None
            ):
                # Of two letters one slip leaves nothing to go by but the first: "li" for "ly".
                if len(word) > 2 or like[0] == word[0]:
                    for number in index.exactly(like):
                        near[number] = min(distance, near.get(number, distance))
        return near

    def _run_together(self, text: str) -> dict[int, int]:
        """Guests whose name without blanks begins with ``text`` or nearly is it: "nguyenvanduc"."""
        if len(text) <= _ONE_SLIP:
            return {}
        begun = self._joined.starting(text)
        if begun:
            return dict.fromkeys(begun, 0)
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        like = process.extract(
            text, self._joined.words, scorer=OSA.distance, score_cutoff=1 + len(text) // 8, limit=None
        )
        return {number: distance for name, distance, _i in like for number in self._joined.exactly(name)}


def _in_all(parts: Iterable[Set[int]]) -> Set[int]:
    fewest, *others = sorted(parts, key=len)
    return set(fewest).intersection(*others)


def _badness(terms: Terms, word: str) -> int:
    if word == terms.given or word in terms.digits:
        return 0
    if word in terms.nickname_words or word in terms.hamlet_words or word == terms.year:
        return 1
    if word in terms.name_words:
        return 2
    if terms.given.startswith(word) or word == terms.initials:
        return 3
    if any(own.startswith(word) for own in terms.name_words | terms.nickname_words):
        return 4
    return 5 if word in terms.other_words else 6
