"""Finding guests of a state that changes while people search it."""

from collections.abc import Callable

from data.model.guest import Guest
from data.state.state import State
from data.text.search import GuestIndex

_MOST = 100
"""Enough that those who fit (who are here, who are households) are among them."""


class Finder:
    """An index of a state's guests that is brought up to date before each search."""

    def __init__(self) -> None:
        self._index: GuestIndex | None = None
        self._indexed: dict[int, Guest] = {}

    def find(
        self, state: State, text: str, fits: Callable[[Guest], bool] = lambda _guest: True
    ) -> list[Guest]:
        """The guests on the list that ``text`` finds and that ``fits``, best first."""
        if self._index is None:
            self._index = GuestIndex(delegations=state.event.delegations)
        for number, guest in state.guests.items():
            if self._indexed.get(number) is not guest:
                self._index.put(guest)
                self._indexed[number] = guest
        found = (state.guests.get(number) for number in self._index.find(text, limit=_MOST))
        return [guest for guest in found if guest is not None and not guest.withdrawn and fits(guest)]
