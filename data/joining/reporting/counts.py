"""What a village tells its district: numbers and the agenda, nobody's name and no telephone.

This is the one place that decides what leaves the village by default. Whatever is added here is public.
"""

from datetime import datetime

from msgspec import Struct

from data.queries.people.counts import counts
from data.queries.stage.hall import Phase, hall_view
from data.state.stage.agenda_progress import Instant, finish, table
from data.state.state import State
from data.text.counted import Tally

CHANGED_SECONDS = 2.0
"""Changes are told at most so often."""
BEAT_SECONDS = 20.0
"""So often a village says that it is there though nothing changed."""


class VillageCounts(Struct, frozen=True, kw_only=True):
    """How a village stands. ``item`` is the title of the item that runs, ``position`` its place from 1 among
    ``items``; ``late`` minutes, below 0 for early, None before anything ran. Times are UTC."""

    event: str
    title: str
    village: str
    commune: str
    date: str
    phase: Phase
    item: str
    position: int
    items: int
    target: int
    households_listed: int
    households: int
    households_walk_ins: int
    people: int
    delegates_listed: int
    delegates: int
    delegates_walk_ins: int
    gifts: int
    gifts_planned: int
    entries: int
    late: int | None = None
    began: datetime | None = None
    ended: datetime | None = None

    @property
    def households_tally(self) -> Tally:
        """The households as they are told."""
        return Tally(self.households - self.households_walk_ins, self.target, self.households_walk_ins)

    @property
    def delegates_tally(self) -> Tally:
        """The delegates as they are told."""
        return Tally(self.delegates - self.delegates_walk_ins, self.delegates_listed, self.delegates_walk_ins)


def village_counts(state: State, now: Instant) -> VillageCounts:
    """The counts of a village's ``state`` at ``now``."""
    event, n, view = state.event, counts(state), hall_view(state)
    rows = table(event, state.agenda_progress, now)
    starts = [row.started for row in rows if row.started]
    late = None
    if starts:
        planned, expected = finish(rows, now)
        late = round((expected - planned).total_seconds() / 60)
    return VillageCounts(
        event=event.id,
        title=event.title,
        village=event.site.village,
        commune=event.site.commune,
        date=event.date.isoformat() if event.date else "",
        phase=view.phase,
        item=view.item,
        position=view.position,
        items=view.items,
        target=n.households_target,
        households_listed=n.households_listed,
        households=n.households_present,
        households_walk_ins=n.households_walk_ins,
        people=n.people,
        delegates_listed=n.delegates_listed,
        delegates=n.delegates_present,
        delegates_walk_ins=n.delegates_walk_ins,
        gifts=sum(state.handovers.given(gift.id) for gift in event.gifts),
        gifts_planned=sum(gift.quantity or 0 for gift in event.gifts),
        entries=len(state.steps),
        late=late,
        began=min(starts, default=None),
        ended=state.agenda_progress.closed,
    )
