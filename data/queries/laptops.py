"""Which laptops wrote in an event, and what each of them wrote."""

from datetime import datetime

from msgspec import Struct

from data.ledger.record import Step
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
        id: LaptopSeen(id=id, name=last[id].device, entries=count, last=last[id].id, at=last[id].at)
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


def name_of(state: State, laptop: str) -> str:
    """What the laptop with this id called itself last; its id where it wrote nothing."""
    entries = (step.entry for step in reversed(state.steps) if step.entry.laptop == laptop)
    return next((entry.device for entry in entries if entry.device), laptop)
