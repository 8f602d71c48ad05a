"""Which laptops wrote in an event, and what each of them wrote."""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime

from msgspec import Struct

from data.ledger.lines.record import Step
from data.model.entry import Entry
from data.state.state import State


class LaptopSeen(Struct, frozen=True, kw_only=True):
    """A laptop as its entries show it: its ``id``, the ``name`` that it last had, how many ``entries`` it
    wrote, the id of the ``last`` one and when that was by its own clock (UTC)."""

    id: str
    name: str
    entries: int
    last: str
    at: datetime


def laptops(state: State) -> dict[str, LaptopSeen]:
    """The laptops that wrote in the event, by id, in the order in which they first did.

    Entries from before laptops had an id are of nobody.
    """
    counts: dict[str, int] = {}
    last: dict[str, Entry] = {}
    for step in state.steps:
        laptop = step.entry.laptop
        if laptop:
            counts[laptop] = counts.get(laptop, 0) + 1
            last[laptop] = step.entry
    return {
        id: LaptopSeen(id=id, name=name_of(state, id), entries=count, last=last[id].id, at=last[id].at)
        for id, count in counts.items()
    }


def steps_of(state: State, laptop: str, after: str = "") -> list[Step]:
    """What a laptop wrote since its entry with the id ``after`` (empty: from its first), in order.

    These are what it has to send to whoever last heard of that entry.
    """
    found = []
    for step in reversed(state.steps):
        if step.stands <= after:
            break
        if step.entry.laptop == laptop:
            found.append(step)
    return found[::-1]


def told_apart(names: Mapping[str, str]) -> dict[str, str]:
    """``names`` of laptops by id; those that several have with the beginning of the id: ``LAPTOP (3f9)``."""
    counts = Counter(names.values())
    return {id: name if counts[name] == 1 else _marked(name, id) for id, name in names.items()}


def name_of(state: State, laptop: str) -> str:
    """What the laptop with this id called itself last, told apart from its namesakes; its id where it wrote
    nothing."""
    return told_apart(state.rest.names).get(laptop, laptop)


def writer_name(state: State, entry: Entry) -> str:
    """What the laptop that wrote ``entry`` called itself then, told apart from those of the same name."""
    names = state.rest.names
    is_shared = any(name == entry.device and id != entry.laptop for id, name in names.items())
    return _marked(entry.device, entry.laptop) if entry.laptop and is_shared else entry.device


def _marked(name: str, id: str) -> str:
    return f"{name} ({id[:3]})"
