"""Which delegation somebody at the door belongs to, guessed from the words they say."""

from collections.abc import Iterable

from data.model.plan import Delegation
from data.roster.delegations import DelegationNames
from data.state.state import State
from data.text.clean import clean
from data.text.fold import fold

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
    if fold(said) in {fold(name) for name in state.tally.hamlets() if name}:
        return event.households
    called = max(_called(event.delegations, words), key=lambda found: found[0], default=None)
    if called is not None:
        return called[1]
    if fold(words[0]) in _HAMLET_WORDS:
        return event.households
    return DelegationNames(event).find(said).delegation


def _called(delegations: Iterable[Delegation], words: list[str]) -> Iterable[tuple[int, Delegation]]:
    """The delegations with a phrase among the words, each with how long the phrase is."""
    # max() keeps the first of equals, so the higher rank wins.
    for delegation in sorted(delegations, key=lambda one: one.rank):
        for phrase in delegation.called:
            if _speaks(words, phrase.casefold().split()):
                yield len(phrase), delegation


def _speaks(words: list[str], phrase: list[str]) -> bool:
    starts = range(len(words) - len(phrase) + 1)
    return any(all(map(_same, words[start:], phrase)) for start in starts)


def _same(said: str, word: str) -> bool:
    """Whether two words are one; marks that were typed count: "đại" is not "đài"."""
    return said == word or (said.isascii() and said == fold(word))
