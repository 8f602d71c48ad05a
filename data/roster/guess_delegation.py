"""Which delegation somebody belongs to, guessed from their office: at the door and in a list alike."""

import re
from collections.abc import Set
from functools import lru_cache
from typing import NamedTuple

from data.model.event import Event
from data.model.plan import Delegation
from data.plans.placeholders import event_facts
from data.roster.words.delegation_names import DelegationNames
from data.state.state import State
from data.text.cleaning.clean import clean
from data.text.fold import fold
from data.text.people.short_forms import SHORT_FORMS
from data.text.places.place_names import tone_placed
from data.text.places.places import place_fold

OTHERS = "khach-moi-khac"
"""The id of the group for guests who fit no other delegation."""
_MOST_BESIDE_LEVEL = 2
"""A level decides at the door where hardly more is said: "cán bộ xã", but not "Trường Tiểu học xã"."""

_KEPT = 1024
"""Offices: those of a plan (some ninety) are met again with each list and each walk-in."""

_HAMLET_WORDS = ("xom", "thon", "to", "doi", "khu", "ngo")
_WORDS = re.compile(r"\w+")
# Words within the names of bodies that these are called without: "Hội Liên hiệp Phụ nữ Việt Nam".
_WITHIN = re.compile(r"\b(?:liên hiệp|việt nam|vn|cộng sản|hồ chí minh)\b")
_LEVELS = {
    "tỉnh": "tỉnh", "huyện": "huyện", "quận": "huyện", "thành phố": "huyện", "thị xã": "huyện",
    "xã": "xã", "phường": "xã", "thị trấn": "xã", "thôn": "thôn", "xóm": "thôn", "tổ dân phố": "thôn",
    "khu dân cư": "thôn",
}  # fmt: skip
_OF_A_VILLAGE = ("chi hội", "chi đoàn")
"""What is a village's where no other level is named: "Chi hội trưởng Hội Phụ nữ" is not the commune's."""
_UNMARKED = {fold(word): level for word, level in _LEVELS.items()}
"""For texts without any marks; in others "quan" and "xa" are words of their own."""


class Guess(NamedTuple):
    """A delegation, and whether its own name says so; else people should look."""

    delegation: Delegation
    sure: bool


class _Office(NamedTuple):
    """An office in words with its levels and without, and the levels that it names."""

    whole: list[str]
    words: list[str]
    levels: frozenset[str]


class Offices:
    """The delegations of one event, to be found by the office of a guest; what was asked is remembered."""

    def __init__(self, event: Event) -> None:
        self._names = DelegationNames(event)
        facts = event_facts(event)
        places = (("thôn", "village_name"), ("xã", "commune_name"), ("huyện", "district_name"))
        self._places = tuple((level, name) for level, fact in places if (name := _plain(facts[fact])))
        # The higher rank comes first, so that it wins among equals.
        self._phrases = [
            (delegation, self._office(called), _levels(_plain(delegation.short)))
            for delegation in sorted(event.delegations, key=lambda one: one.rank)
            for called in delegation.called
        ]
        self._known: dict[tuple[str, str], Guess | None] = {}

    def guess(self, title: str, organisation: str) -> Guess | None:
        """The delegation of a guest with this office ("Phó Chủ tịch", "UBND xã"); None when it fits none.

        A delegation's own name is sure; else the longest of the phrases by which the plan says that a
        delegation is called decides, of those whose level (huyện, xã) is not another one. The names of
        the event's own places count as their level. A bare level says nothing.
        """
        asked = title, organisation
        if asked not in self._known:
            self._known[asked] = self._guess(title, organisation)
        return self._known[asked]

    def _guess(self, title: str, organisation: str) -> Guess | None:
        texts = [text for text in (organisation, f"{title} {organisation}", title) if text.strip()]
        for text in texts:
            found = self._names.find(text).delegation
            if found is not None and found.kind == "delegate":
                return Guess(found, sure=True)
        levels = self._office(f"{title} {organisation}").levels
        for text in texts:
            called = self.called(text, levels)
            if called is not None:
                return Guess(called, sure=False)
        return None

    def called(self, text: str, levels: Set[str] = frozenset(), *, bare: bool = False) -> Delegation | None:
        """The delegation with the longest phrase in ``text``, whose ``levels`` may stand elsewhere.

        ``bare``: a level alone ("huyện") decides where nothing else does.
        """
        office = self._office(text)
        named = office.levels | levels
        found = [
            (length, delegation)
            for delegation, phrase, own in self._phrases
            if (length := _length(office, named, phrase, own, bare)) is not None
        ]
        return max(found, key=lambda one: one[0])[1] if found else None

    def _office(self, text: str) -> _Office:
        return _office(text, self._places)


def others(event: Event) -> Delegation:
    """The group for guests who fit no other delegation: the event's own, or the one it is given then."""
    last = max((one.rank for one in event.delegations if one.kind == "delegate"), default=0)
    return event.delegation(OTHERS) or Delegation(
        id=OTHERS, name="Khách mời khác", short="Khách khác", rank=last + 1
    )


def guess(title: str, organisation: str, event: Event) -> Guess | None:
    """``Offices.guess`` for a single guest of ``event``."""
    return Offices(event).guess(title, organisation)


def guess_delegation(state: State, said: str) -> Delegation | None:
    """The delegation that ``said`` speaks of ("Báo Thái Bình", "cong an", "xóm 3"); None when unsure.

    A hamlet of the list, or what begins like one, means the households. Else the office decides, and
    last a bare level ("huyện"), which at the door is enough.
    """
    words = clean(said).casefold().split()
    if not words:
        return None
    event = state.event
    if place_fold(said) in {place_fold(name) for name in state.counters.hamlets() if name}:
        return event.households
    called = Offices(event).called(said, bare=True)
    if called is not None:
        return called
    if fold(words[0]) in _HAMLET_WORDS:
        return event.households
    return DelegationNames(event).find(said).delegation


@lru_cache(maxsize=_KEPT)
def _office(text: str, places: tuple[tuple[str, str], ...]) -> _Office:
    """What an office says at these ``places`` (level and plain name)."""
    plain = _plain(text)
    levels = _levels(plain)
    for level, name in places:
        without = re.sub(rf"\b{re.escape(name)}\b", " ", plain)
        if without != plain:
            levels.add(level)
            plain = without
    plain = _WITHIN.sub(" ", plain)
    if not levels and any(_speaks(plain.split(), body.split()) for body in _OF_A_VILLAGE):
        levels.add("thôn")
    return _Office(plain.split(), _level_words(plain).sub(" ", plain).split(), frozenset(levels))


def _length(office: _Office, levels: Set[str], phrase: _Office, own: Set[str], bare: bool) -> int | None:
    """How long the phrase is that the office holds; None when it does not, or is of another level.

    ``own`` is the level of the phrase's delegation, for phrases that name none.
    """
    if levels and (phrase.levels or own) and not levels & (phrase.levels or own):
        return None
    if phrase.words and _speaks(office.whole, phrase.whole):
        return 10 * len(phrase.whole)
    if len(phrase.words) > 1 and levels & phrase.levels and _speaks(office.words, phrase.words):
        return 10 * len(phrase.words) + 1
    is_short = len(office.words) <= _MOST_BESIDE_LEVEL
    return 0 if bare and is_short and not phrase.words and levels & phrase.levels else None


def _plain(text: str) -> str:
    """``text`` in small letters, its tones in one place, short forms written out."""
    words = map(tone_placed, _WORDS.findall(clean(text).casefold()))
    return " ".join(SHORT_FORMS.get(word, word) for word in words)


def _levels(plain: str) -> set[str]:
    """The levels (tỉnh, huyện, xã, thôn) that a plain text names."""
    return {_LEVELS.get(word) or _UNMARKED[word] for word in _level_words(plain).findall(plain)}


@lru_cache(maxsize=2)
def _pattern(unmarked: bool) -> re.Pattern[str]:
    words = sorted(_UNMARKED if unmarked else _LEVELS, key=len, reverse=True)
    # "Xã hội" is no commune.
    return re.compile(rf"\b(?:{'|'.join(words)})\b(?!\s+h[ộo]i\b)")


def _level_words(plain: str) -> re.Pattern[str]:
    return _pattern(plain.isascii())


def _speaks(words: list[str], phrase: list[str]) -> bool:
    starts = range(len(words) - len(phrase) + 1)
    return any(all(map(_same, words[start:], phrase)) for start in starts)


def _same(said: str, word: str) -> bool:
    """Whether two words are one; marks that were typed count: "đại" is not "đài"."""
    return said == word or (said.isascii() and said == fold(word))
