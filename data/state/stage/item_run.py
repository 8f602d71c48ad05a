"""How one agenda item really ran."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from msgspec import Struct


class Mark(Struct, frozen=True):
    """A moment of the ceremony: ``at`` is what people read from the wall clock (UTC), ``place`` where it
    lies on the ceremony's own time."""

    at: datetime
    place: timedelta

    def moved_to(self, at: datetime) -> "Mark":
        """The moment at which the wall said ``at`` instead."""
        return Mark(at, self.place + (at - self.at))


def printed_minutes(start: datetime, end: datetime) -> int:
    """The minutes between two times as they are printed, ``HH:MM``: 08:00:40 to 08:07:10 is 7, not 6.

    What stands on paper can be worked out again from the two times beside it.
    """
    return int(
        (end.replace(second=0, microsecond=0) - start.replace(second=0, microsecond=0)).total_seconds() // 60
    )


@dataclass
class Run:
    """One item from its GO to the next: it ran all that time but for its ``stops``.

    ``corrections`` are what people said of time in doubt, and what is taken for it until they do, by
    the id of the question. An open stop means that the item is paused.
    """

    start: Mark
    end: Mark | None = None
    stops: list[tuple[Mark, Mark | None]] = field(default_factory=list)
    corrections: dict[str, timedelta] = field(default_factory=dict)

    @property
    def started(self) -> datetime:
        """When the item began, in UTC."""
        return self.start.at

    @property
    def ended(self) -> datetime | None:
        """When the item ended, in UTC; None while it runs."""
        return self.end.at if self.end else None

    @property
    def is_open(self) -> bool:
        """Whether its time is running."""
        return self.end is None and not self.is_paused

    @property
    def is_paused(self) -> bool:
        """Whether its time stands still and has not ended."""
        return self.end is None and bool(self.stops) and self.stops[-1][1] is None

    def halt(self, mark: Mark) -> None:
        """Let the time stand from ``mark``."""
        if self.is_open:
            self.stops.append((mark, None))

    def finish(self, mark: Mark) -> None:
        """End at ``mark``; a pause ends with it."""
        if self.is_paused:
            self.stops[-1] = (self.stops[-1][0], mark)
        self.end = mark

    def go_on(self, mark: Mark) -> None:
        """Let the time run again from ``mark``: after a pause, or after an end that was none."""
        if self.end is not None:
            self.stops.append((self.end, mark))
            self.end = None
        elif self.is_paused:
            self.stops[-1] = (self.stops[-1][0], mark)

    def elapsed(self, place: timedelta) -> timedelta:
        """How long the item had run by ``place``, stops left out; never negative."""
        until = self.end.place if self.end else place
        stopped = timedelta()
        for began, ended in self.stops:
            first = max(began.place, self.start.place)
            last = min(ended.place, until) if ended else until
            stopped += max(last - first, timedelta())
        corrected = sum(self.corrections.values(), timedelta())
        return max(until - self.start.place - stopped + corrected, timedelta())
