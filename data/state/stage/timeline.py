"""The ceremony's own time: one axis that the monotonic clock moves, through crashes and restarts."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from msgspec import Struct

from data.model.entry import Entry

LONGEST_GAP = timedelta(hours=4)
"""A longer gap between two runs of the program is not of one half-day; it counts only when asked for."""


class Instant(Struct, frozen=True):
    """One moment on both clocks: the wall's (UTC) and the monotonic one (seconds, valid in ``run``).

    ``drift`` is how many seconds the wall clock had run away from the monotonic one since the run
    began: ``at`` without it is what the wall would say had nobody set it and the laptop not slept.
    """

    at: datetime
    ticks: float
    run: str
    drift: float = 0.0

    def since(self, earlier: "Instant | Entry") -> timedelta:
        """How long after ``earlier``, never negative.

        By the monotonic clock where both were read in one run of the program. Else by the wall clock,
        and nothing at all where that says more than ``LONGEST_GAP``: whether such a gap counts is for
        people to say.
        """
        if self.run == earlier.run:
            return max(timedelta(seconds=self.ticks - earlier.ticks), timedelta())
        gap = self.at - timedelta(seconds=self.drift) - earlier.at
        return gap if timedelta() <= gap <= LONGEST_GAP else timedelta()


def instant(entry: Entry) -> Instant:
    """When an entry was made."""
    return Instant(entry.at, entry.ticks, entry.run, entry.drift)


@dataclass
class Timeline:
    """How far the day has come: ``reached`` at the ``last`` entry.

    Every entry moves it, undone ones too, so that a place on it means the same whatever is undone.
    """

    last: Entry | None = None
    reached: timedelta = timedelta()

    def add(self, entry: Entry) -> None:
        """Go on to the moment of ``entry``."""
        last = self.last
        if last is None or last.run != entry.run:
            self.reached = self.place(instant(entry))
        elif (seconds := entry.ticks - last.ticks) > 0:
            # As ``Instant.since`` says, for what nearly every entry is.
            self.reached += timedelta(seconds=seconds)
        self.last = entry

    def place(self, moment: Instant) -> timedelta:
        """Where ``moment``, not before the last entry, lies on the axis."""
        return self.reached if self.last is None else self.reached + moment.since(self.last)
