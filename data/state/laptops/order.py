"""Where the steps of an event stand among each other, so that the same set is the same day on every laptop.

An entry that names its laptop stands where its id says: that laptop gave no id that was not after all it
knew. Entries from before were written by one laptop, with ids of the wall clock, and stood in the order of
their file; a clock that was set back must not reorder them now. They stand where their id says as long as
those only go up, and behind the one before where they do not. Where such an entry is taken to another laptop,
its place goes with it.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from operator import attrgetter

from msgspec.structs import replace

from data.ledger.lines.ids import is_id
from data.ledger.lines.record import Step

_id = attrgetter("entry.id")
_LAPTOP = re.compile(r"[0-9a-f]{8}")
_NOWHERE = "00000000-0000-7000-8000-000000000000"
_PLACE = re.compile(
    r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[089ab][0-9a-f]{3}-[0-9a-f]{12}(\+[0-9]{8}\+.*)?", re.DOTALL
)


def in_order(steps: Iterable[Step], after: str = "") -> list[Step]:
    """``steps``, which come in the order of a file, in the order in which they stand; each has its place.

    ``after`` is the greatest place before them.
    """
    found = list(steps)
    if all([step.entry.laptop for step in found]):  # noqa: C419 - a list is twice as fast, at every start
        return sorted(found, key=_id)
    return sorted(placed(found, after), key=place_of)


def place_of(step: Step) -> str:
    """Where a step stands."""
    entry = step.entry
    return entry.id if entry.laptop else entry.stands


def placed(steps: Iterable[Step], after: str = "") -> Iterator[Step]:
    """``steps``, which come in the order of a file, each with its place; ``after`` is the greatest before
    them.

    A step that has its place is the same object.
    """
    for step in steps:
        entry = step.entry
        stands = entry.id if entry.laptop else entry.place
        if not stands:
            stands = entry.id if is_id(entry.id) and entry.id > after else _behind(after, entry.id)
            step = replace(step, entry=replace(entry, place=stands))
        if stands > after:
            after = stands
        yield step


def first_of(ids: Collection[str], steps: Sequence[Step]) -> int:
    """The place in ``steps`` of the first with one of these ``ids``; their number where none has."""
    left, place = len(ids), len(steps)
    for at in range(len(steps) - 1, -1, -1):
        if steps[at].entry.id in ids:
            left, place = left - 1, at
            if not left:
                break
    return place


def is_laptop(text: str) -> bool:
    """Whether ``text`` has the form of a laptop's id."""
    return _LAPTOP.fullmatch(text) is not None


def is_place(text: str) -> bool:
    """Whether ``text`` has the form of a place."""
    return _PLACE.fullmatch(text) is not None


def _behind(place: str, id: str) -> str:
    """The next place behind ``place``: no id's, and no other entry's, whose file may go on alike."""
    base, _sign, rest = place.partition("+")
    return f"{base or _NOWHERE}+{int(rest[:8] or 0) + 1:08}+{id}"
