"""Which delegation somebody at the door belongs to, guessed from the words they say."""

from collections.abc import Callable, Iterable

from data.model.event import Event
from data.model.plan import Delegation
from data.roster.guests.delegations import LEVELS, DelegationNames
from data.state.state import State
from data.text.clean import clean
from data.text.fold import fold
from data.text.places import place_fold

_HAMLET_WORDS = ("xom", "thon", "to", "doi", "khu", "ngo")


def guess_delegation(state: State, said: str) -> Delegation | None:
    """The delegation that ``said`` speaks of ("Báo Thái Bình", "cong an", "xóm 3"); None when unsure.

    A hamlet of the list, or what begins like one, means the households. Else the longest of the
    phrases by which the plan says that a delegation is called decides, and last the delegations' names.
    """
    words = clean(said).casefold().split()
    if not words:
        return None
    event = state.event
    if place_fold(said) in {place_fold(name) for name in state.counters.hamlets() if name}:
        return event.households
    called = max(_called(event.delegations, words), key=lambda found: found[0], default=None)
    if called is not None:
        return called[1]
    if fold(words[0]) in _HAMLET_WORDS:
        return event.households
    return DelegationNames(event).find(said).delegation


def delegation_of_office(event: Event, office: str) -> Delegation | None:
    """The delegation that an office in a list ("Đảng ủy xã", "MTTQ huyện Hưng Hà") is called by; or None.

    A bare level ("xã") says nothing here, and a level that is not the delegation's own speaks against it.
    """
    words = clean(office).casefold().split()
    levels = {fold(word) for word in words} & LEVELS
    fitting = [
        (length, delegation)
        for length, delegation in _called(event.delegations, words, _is_level)
        if not levels or not (own := set(fold(delegation.name).split()) & LEVELS) or own & levels
    ]
    return max(fitting, key=lambda found: found[0], default=(0, None))[1]


def _is_level(phrase: str) -> bool:
    return fold(phrase) in LEVELS


def _called(
    delegations: Iterable[Delegation], words: list[str], says_nothing: Callable[[str], bool] = lambda _: False
) -> Iterable[tuple[int, Delegation]]:
    """The delegations with a phrase among the words, each with how long the phrase is."""
    # max() keeps the first of equals, so the higher rank wins.
    for delegation in sorted(delegations, key=lambda one: one.rank):
        for phrase in delegation.called:
            if not says_nothing(phrase) and _speaks(words, phrase.casefold().split()):
                yield len(phrase), delegation


def _speaks(words: list[str], phrase: list[str]) -> bool:
    starts = range(len(words) - len(phrase) + 1)
    return any(all(map(_same, words[start:], phrase)) for start in starts)


def _same(said: str, word: str) -> bool:
    """Whether two words are one; marks that were typed count: "đại" is not "đài"."""
    return said == word or (said.isascii() and said == fold(word))
