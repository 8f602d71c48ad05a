"""Telling that a list says nothing new about some namesakes, whoever of them each row may be."""

from collections import deque
from collections.abc import Sequence


def covering(candidates: Sequence[Sequence[int]]) -> list[int] | None:
    """One guest for every row out of its ``candidates``, each guest at most once; None where that cannot be.

    ``candidates[row]`` are the places of the guests that the row would leave as they are, the likeliest
    first. A row gives its guest up to another only if it finds another guest itself (an augmenting path), so
    a choice is found wherever there is one: a list that has gone in changes nothing when it comes again.
    """
    row_of: dict[int, int] = {}
    guest_of: dict[int, int] = {}
    for row in range(len(candidates)):
        if not _find_room(row, candidates, row_of, guest_of):
            return None
    return [guest_of[row] for row in range(len(candidates))]


def _find_room(
    row: int, candidates: Sequence[Sequence[int]], row_of: dict[int, int], guest_of: dict[int, int]
) -> bool:
    """Give ``row`` a guest, moving others where they can move; nothing is changed if it does not work."""
    came_from: dict[int, int] = {}
    waiting = deque([row])
    while waiting:
        asking = waiting.popleft()
        for guest in candidates[asking]:
            if guest in came_from:
                continue
            came_from[guest] = asking
            if guest in row_of:
                waiting.append(row_of[guest])
                continue
            _hand_on(guest, came_from, row_of, guest_of)
            return True
    return False


def _hand_on(
    guest: int | None, came_from: dict[int, int], row_of: dict[int, int], guest_of: dict[int, int]
) -> None:
    """Hand the guests on along the path that ends at the free ``guest``: each taker gives its own on."""
    while guest is not None:
        taker = came_from[guest]
        given_up = guest_of.get(taker)
        row_of[guest], guest_of[taker] = taker, guest
        guest = given_up
