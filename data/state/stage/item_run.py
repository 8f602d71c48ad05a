"""How one agenda item really ran."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from msgspec import Struct

from data.state.stage.stops import Mark, Stop, length, within, without

__all__ = ["Correction", "Mark", "Run"]

_MINUTE = timedelta(minutes=1)
_DAY_ONE = datetime(1970, 1, 1, tzinfo=UTC)


class Correction(Struct, frozen=True):
    """``seconds`` more than the clocks say, or fewer: then those that end at ``at`` did not count."""

    at: Mark
    seconds: float


def printed_minutes(start: datetime, end: datetime) -> int:
    """The minutes between two times as they are printed, ``HH:MM``: 08:00:40 to 08:07:10 is 7, not 6.

    What stands on paper can be worked out again from the two times beside it.
    """
    return int(
        (end.replace(second=0, microsecond=0) - start.replace(second=0, microsecond=0)).total_seconds() // 60
    )


@dataclass
class Run:
    """One item from its GO to the next: it ran all that time but for the stretches in which it did not.

    ``stops`` are what people paused, as they pressed it; an open one means that the item is paused, or
    that its pause ended with it. ``gaps`` lie between an end that was none and the going back.
    ``corrections`` are what people said of time in doubt, and what is taken for it until they do, by
    the id of the question. Stretches may overlap one another and reach beyond the item, whose times are
    set right afterwards: what counts is what lies inside, once.
    """

    start: Mark
    end: Mark | None = None
    stops: list[Stop] = field(default_factory=list)
    gaps: list[Stop] = field(default_factory=list)
    corrections: dict[str, Correction] = field(default_factory=dict)

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

    @property
    def paused_since(self) -> Mark | None:
        """When the pause began that the item is in; None while it is in none."""
        return self.stops[-1][0] if self.is_paused else None

    def halt(self, mark: Mark) -> None:
        """Let the time stand from ``mark``."""
        if self.is_open:
            self.stops.append((mark, None))

    def finish(self, mark: Mark) -> None:
        """End at ``mark``; a pause ends with it."""
        self.end = mark

    def go_on(self, mark: Mark) -> None:
        """Let the time run again from ``mark``: after a pause, or after an end that was none."""
        if self.end is not None:
            self.gaps.append((self.end, mark))
            self.end = None
        if self.is_paused:
            self.stops[-1] = (self.stops[-1][0], mark)

    def pauses(self) -> list[Stop]:
        """What people paused within the item, in order, without the ``breaks``."""
        return without(within(self.stops, self.start, self.end), self.breaks())

    def breaks(self) -> list[Stop]:
        """When the next item had begun by mistake, within the item, in order."""
        return within(self.gaps, self.start, self.end)

    def elapsed(self, place: timedelta) -> timedelta:
        """How long the item had run by ``place``, stops left out once; never negative."""
        until = self.end.place if self.end else place
        lost = [_lost(one) for one in self.corrections.values() if one.seconds < 0]
        added = sum(max(one.seconds, 0.0) for one in self.corrections.values())
        stopped = within([*self.stops, *self.gaps, *lost], self.start, self.end)
        ran = until - self.start.place - length(stopped, until)
        return max(ran, timedelta()) + timedelta(seconds=added)

    def minutes(self, place: timedelta) -> int:
        """The whole minutes that the item had run by ``place``, as every screen, paper and sheet says them.

        Of an item that is over they are what the times printed beside them say: end less start less
        what was paused, each as ``HH:MM``; and what people said of time in doubt. Of one that runs, the
        minutes that are full.
        """
        ran = self.elapsed(place)
        if self.end is None:
            return ran // _MINUTE
        stood = [(b, e) for b, e in within([*self.stops, *self.gaps], self.start, self.end) if e is not None]
        by_wall = self.end.at - self.start.at - sum((e.at - b.at for b, e in stood), timedelta())
        printed = _span(self.start, self.end) - sum(_span(began, ended) for began, ended in stood)
        return max(0, printed + round((ran - by_wall) / _MINUTE))


def _lost(correction: Correction) -> Stop:
    return correction.at.moved_to(correction.at.at + timedelta(seconds=correction.seconds)), correction.at


def _span(began: Mark, ended: Mark) -> int:
    """The minutes between two times of which people read ``HH:MM``."""
    return (ended.at - _DAY_ONE) // _MINUTE - (began.at - _DAY_ONE) // _MINUTE
