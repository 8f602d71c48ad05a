"""Looking guests up while somebody types: the search index, kept in step with the list."""

from collections import deque
from contextlib import nullcontext

from data.collector import resting_a_moment
from data.model.guest import Guest
from data.state.state import State
from data.text.search.search import GuestIndex

_MANY = 1000
"""Guests that make so much that the collector would be felt."""


class GuestSearch:
    """Finds the guests of one event. Indexing thousands takes a second, so it can be done in parts."""

    def __init__(self, state: State) -> None:
        self._index = GuestIndex(delegations=state.event.delegations)
        self._indexed: dict[int, Guest] = {}
        self._version: tuple[int, int] | None = None
        self._begun: tuple[int, int] | None = None
        self._waiting: deque[Guest] = deque()

    def catch_up(self, state: State, most: int | None = None) -> bool:
        """Index what is new or changed, at most so many guests; whether everything is indexed now."""
        if self._version == state.list_version:
            return True
        if self._begun != state.list_version:
            # Going through all guests takes as long as indexing a dozen: once for each list, not each part.
            new = (guest for number, guest in state.guests.items() if self._indexed.get(number) is not guest)
            self._waiting, self._begun = deque(new), state.list_version
        # The collector would go through all that a long list has made, in the middle of a slice.
        with resting_a_moment() if len(self._waiting) > _MANY else nullcontext():
            for _turn in range(len(self._waiting) if most is None else min(most, len(self._waiting))):
                guest = self._waiting.popleft()
                self._index.put(guest)
                self._indexed[guest.number] = guest
        if self._waiting:
            return False
        self._version = state.list_version
        return True

    def find(self, text: str, state: State, limit: int = 20) -> list[Guest]:
        """The guests on the list who fit what was typed, the likeliest first."""
        self.catch_up(state)
        # Some may have been taken off the list, or their adding undone, since they were indexed.
        found = (state.guests.get(number) for number in self._index.find(text, limit))
        return [guest for guest in found if guest is not None and not guest.withdrawn]
