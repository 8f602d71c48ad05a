"""Whether the ceremony keeps to its time, and how it could catch up."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Literal

from msgspec import Struct

from data.clock import local
from data.model.entries.stage import Cut
from data.model.event import Event
from data.state.stage.agenda_progress import AgendaProgress, Instant, Row, at_local, finish

Warning = Literal["", "soon", "last", "over"]

SOON = timedelta(minutes=5)
LAST = timedelta(minutes=1)
LONG_PAUSE = timedelta(minutes=5)
"""From so long on a pause may have been forgotten, and people are reminded of it."""
OTHER_HOUR = timedelta(hours=4)
"""A ceremony this far from its planned times is tried out, or held at another hour: it runs by its own."""
_MINUTE = timedelta(minutes=1)


class Pace(Struct, frozen=True):
    """How the ceremony keeps to its time.

    ``late`` is in whole minutes, below 0 for early; ``end`` (UTC) when it will be over, or was;
    ``deadline`` (UTC) the time to be over by; ``beyond`` how many minutes after it the end lies, or 0.
    """

    late: int
    end: datetime
    deadline: datetime
    beyond: int

    @property
    def is_at_another_hour(self) -> bool:
        """Whether it is held so far from its plan that nothing in it is late or early."""
        return abs(self.late) * _MINUTE >= OTHER_HOUR


def pace(event: Event, agenda_progress: AgendaProgress, rows: Sequence[Row], now: Instant) -> Pace:
    """How the agenda in ``rows`` (not empty) keeps to its time. A beginning that is still to come
    counts as late once it is."""
    planned, expected = finish(list(rows), now)
    end = agenda_progress.closed or expected
    deadline = at_local(local(rows[0].planned).date(), event.deadline)
    # The end of a running item moves with the seconds; a minute is late only when it is full.
    late = round((end - planned) / _MINUTE)
    return Pace(late, end, deadline, max(0, -((deadline - end) // _MINUTE)))


class Pause(Struct, frozen=True):
    """The pause that the running item is in: since when (UTC), and for how long by now."""

    since: datetime
    length: timedelta

    @property
    def is_long(self) -> bool:
        """Whether people are to be reminded of it."""
        return self.length >= LONG_PAUSE


def pause(agenda_progress: AgendaProgress, now: Instant) -> Pause | None:
    """The pause in which the running item is; None when its time runs, or nothing does.

    As long as the clock on the wall says; by the ceremony's own time where that clock was set back.
    """
    run = agenda_progress.runs.get(agenda_progress.current)
    since = run.paused_since if run else None
    if since is None:
        return None
    by_wall = now.at - since.at
    stood = by_wall if by_wall >= timedelta() else agenda_progress.timeline.place(now) - since.place
    return Pause(since.at, stood)


def warning(row: Row) -> Warning:
    """What the hall's quiet sign says of a running item: five minutes left, one, or none.

    An item of ten minutes or less is not told of its five: it would begin with a warning.
    """
    if row.state not in ("running", "paused"):
        return ""
    left = timedelta(minutes=row.minutes) - row.elapsed
    if left < timedelta():
        return "over"
    if left <= LAST:
        return "last"
    return "soon" if left <= SOON and is_told_of_soon(row) else ""


def is_told_of_soon(row: Row) -> bool:
    """Whether an item is so long that its last five minutes are a sign."""
    return timedelta(minutes=row.minutes) > 2 * SOON


class Proposal(Struct, frozen=True):
    """Minutes that items could give up; ``rest`` is how many minutes late the ceremony would still be."""

    cuts: tuple[Cut, ...]
    rest: int


def catching_up(rows: Sequence[Row], late: int) -> Proposal:
    """Who could give up minutes so that ``late`` minutes are made up.

    Only items that run or wait, that the plan does not fix and that say how short they may be
    (``least``); the one with the most to spare gives first. A running item keeps the minutes that it
    has run and the one that has begun.
    """
    cuts = []
    for row in sorted(rows, key=_spare, reverse=True):
        minutes = min(_spare(row), late)
        if minutes > 0:
            cuts.append(Cut(item=row.item.id, minutes=minutes))
            late -= minutes
    return Proposal(tuple(cuts), max(0, late))


def _spare(row: Row) -> int:
    item = row.item
    if item.fixed or item.least is None or row.state in ("done", "skipped"):
        return 0
    ran = -(-row.elapsed // _MINUTE)
    return max(0, row.minutes - max(item.least, ran))
