"""Which of an event's delegations a list means by the words it uses."""

import re
from functools import lru_cache
from typing import NamedTuple

from data.model.event import Event
from data.model.plan import Delegation
from data.text.fold import fold

_SHORT_FORMS = {
    "mttqvn": "mat tran to quoc", "mttq": "mat tran to quoc", "mt": "mat tran", "btt": "ban thuong truc",
    "ubmttq": "mat tran to quoc", "ubnd": "uy ban nhan dan", "hdnd": "hoi dong nhan dan", "ca": "cong an",
    "ctmt": "cong tac mat tran", "bctmt": "ban cong tac mat tran", "kdc": "khu dan cu",
    "gd": "gia dinh",
}  # fmt: skip
# Words that name no group by themselves, so that their absence proves nothing.
_FILLERS = frozenset(
    {"dai", "bieu", "dien", "cac", "cua", "va", "tai", "o", "viet", "nam", "vn", "ong", "ba", "khach", "moi"}
)
LEVELS = frozenset({"tinh", "huyen", "xa", "thon", "phuong", "quan", "thanh", "pho"})
_HOUSEHOLD_WORDS = frozenset(
    {
        "ho",
        "household",
        "households",
        "gia",
        "dinh",
        "dan",
        "tieu",
        "bieu",
        "chu",
        "trong",
        "thon",
        "xom",
        "khu",
        "cu",
    }
)
_HOUSEHOLD = frozenset({"ho", "household", "households"})
_LIKE = 82
_MARGIN = 0.05
_WORDS_KEPT = 10_000
"""A list has the same few words again and again; so many are not looked at twice."""


class Match(NamedTuple):
    """The delegation that was meant, or None and the ones it might have been."""

    delegation: Delegation | None
    candidates: tuple[Delegation, ...] = ()


class DelegationNames:
    """The delegations of one event, to be found by name, short name, id or near misses of these."""

    def __init__(self, event: Event) -> None:
        self._event = event
        self._exact: dict[str, Delegation] = {}
        for form in ("name", "short", "id"):
            for delegation in event.delegations:
                self._exact.setdefault(fold(getattr(delegation, form)), delegation)
        self._known: dict[str, Match] = {}
        self._words = {
            delegation.id: (
                _words(fold(delegation.short)),
                _words(fold(f"{delegation.name} {delegation.short}")),
            )
            for delegation in event.delegations
        }

    def find(self, text: str) -> Match:
        """The delegation that ``text`` names. Every word of it must be one of the delegation's words."""
        if text not in self._known:
            self._known[text] = self._find(text)
        return self._known[text]

    def _find(self, text: str) -> Match:
        asked = fold(text).strip(" .:;,-")
        if asked in self._exact:
            return Match(self._exact[asked])
        words = _words(asked)
        telling = words - _FILLERS
        if not telling - LEVELS:
            return Match(None)
        if telling & _HOUSEHOLD and telling <= _HOUSEHOLD_WORDS:
            return Match(self._event.households)
        scores = {d.id: self._score(telling, d) for d in self._event.delegations}
        best = max(scores.values(), default=0.0)
        if best == 0:
            return Match(None)
        near = [d for d in self._event.delegations if scores[d.id] > best - _MARGIN]
        return Match(near[0]) if len(near) == 1 else Match(None, tuple(near))

    def _score(self, telling: frozenset[str], delegation: Delegation) -> float:
        """0 when a word is foreign to the delegation, else how much of its name the words cover."""
        best = 0.0
        for own in self._words[delegation.id]:
            if all(_like(word, own) for word in telling):
                matched = {_like(word, own) for word in telling}
                best = max(best, len(matched) / len((own - _FILLERS) or own))
        return best


def _words(text: str) -> frozenset[str]:
    words = re.findall(r"\w+", text)
    return frozenset(part for word in words for part in _SHORT_FORMS.get(word, word).split())


@lru_cache(_WORDS_KEPT)
def _like(word: str, own: frozenset[str]) -> str:
    """The word of ``own`` that ``word`` is, give or take a slip of the pen; "" when there is none."""
    from rapidfuzz import fuzz

    if word in own:
        return word
    if len(word) < 4 or word in LEVELS:
        return ""
    near = max((other for other in own if len(other) >= 3), key=lambda o: fuzz.ratio(word, o), default="")
    return near if near and near not in LEVELS and fuzz.ratio(word, near) >= _LIKE else ""
