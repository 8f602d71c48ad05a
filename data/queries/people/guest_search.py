"""Looking guests up while somebody types: the search index, kept in step with the list."""

from itertools import islice

from data.memory import resting
from data.model.guest import Guest
from data.state.state import State
from data.text.search.search import GuestIndex


class GuestSearch:
    """Finds the guests of one event. Indexing thousands takes a second, so it can be done in parts."""

    def __init__(self, state: State) -> None:
        self._index = GuestIndex(delegations=state.event.delegations)
        self._indexed: dict[int, Guest] = {}
        self._version: tuple[int, int] | None = None

    def catch_up(self, state: State, most: int | None = None) -> bool:
        """Index what is new or changed, at most so many guests; whether everything is indexed now."""
        if self._version == state.list_version:
            return True
        new = [guest for number, guest in state.guests.items() if self._indexed.get(number) is not guest]
        # The collector would go through all that a long list has made, in the middle of a slice.
        with resting():
            for guest in islice(new, most):
                self._index.put(guest)
                self._indexed[guest.number] = guest
        if most is not None and len(new) > most:
            return False
        self._version = state.list_version
        return True

    def find(self, text: str, state: State, limit: int = 20) -> list[Guest]:
        """The guests on the list who fit what was typed, the likeliest first."""
        self.catch_up(state)
        # Some may have been taken off the list, or their adding undone, since they were indexed.
        found = (state.guests.get(number) for number in self._index.find(text, limit))
        return [guest for guest in found if guest is not None and not guest.withdrawn]
