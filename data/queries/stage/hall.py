"""What the audience sees: the sign's words, the present item, how many households came. Nothing personal."""

from typing import Literal

from msgspec import Struct

from data.plans.title_sign import SignPart, sign_lines, sign_parts
from data.queries.people.counts import counts
from data.state.state import State
from data.text.counted import Tally

Phase = Literal["before", "running", "paused", "between", "closed"]


class HallView(Struct, frozen=True, kw_only=True):
    """One look at the hall's screen.

    ``sign`` are the lines of the title sign, each with what it is. ``item`` is the title of the item
    that runs (empty while none does), ``position`` its place from 1 among ``items``.
    ``start`` is ``HH:MM`` in Asia/Ho_Chi_Minh. Of the guests only the numbers of ``households`` are in it.
    """

    sign: tuple[tuple[SignPart, str], ...]
    phase: Phase
    item: str
    position: int
    items: int
    households: Tally
    start: str


def hall_view(state: State) -> HallView:
    """What the hall's screen shows of ``state``."""
    event, agenda_progress = state.event, state.agenda_progress
    lines = sign_lines(event)
    running = event.item(agenda_progress.current)
    ids = [item.id for item in event.program]
    return HallView(
        sign=tuple(zip(sign_parts(lines), (line.text for line in lines), strict=True)),
        phase=_phase(state),
        item=running.title if running else "",
        position=ids.index(running.id) + 1 if running and running.id in ids else 0,
        items=len(ids),
        households=counts(state).households,
        start=event.start,
    )


def _phase(state: State) -> Phase:
    agenda_progress = state.agenda_progress
    if agenda_progress.closed is not None:
        return "closed"
    if not agenda_progress.current:
        return "between" if agenda_progress.runs else "before"
    return "paused" if agenda_progress.state(agenda_progress.current) == "paused" else "running"
