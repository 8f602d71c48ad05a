"""On which days the ledger was written, and whether the laptop's date can be right.

A laptop whose battery is empty starts in 2019, or a day off, and nobody looks at the date on a busy
morning; but every paper carries it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal

from msgspec import Struct

from data.clock import VIETNAM, local
from data.model.entries.door import CheckedIn, GroupCheckedIn
from data.model.entries.event import DayConfirmed
from data.model.entries.stage import Went
from data.model.entry import Entry
from data.model.event import Event

DayReason = Literal["behind", "far", "other", "zone"]

_FIRST_YEAR = 2020
"""No event of this program is older; a laptop that says less has lost its date."""
_FARTHEST = timedelta(days=366)
"""Nobody makes an event so long before it."""
_SLACK = timedelta(hours=12)
"""How far the clocks of two laptops may part before one of them has the wrong day."""
_PAST_MIDNIGHT = timedelta(hours=6)


class DayDoubt(Struct, frozen=True):
    """The laptop says ``today``, and that is unlikely.

    ``behind``: the ledger holds entries of a later time; ``far``: no such day can be meant; ``other``:
    guests are let in or the agenda is stepped through on another day than the event's; ``zone``: the
    laptop is set to another part of the world.
    """

    reason: DayReason
    today: date
    event: date | None


@dataclass
class Days:
    """``latest`` is the latest time of any entry (UTC); ``worked`` the days in the village on which guests
    came or the agenda ran, with the last time of each; ``confirmed`` the days that people said are right."""

    latest: datetime | None = None
    worked: dict[date, datetime] = field(default_factory=dict)
    confirmed: set[date] = field(default_factory=set)
    _day: tuple[date, datetime, datetime] | None = field(default=None, compare=False)
    """The day that was noted last, and where it begins and ends."""

    def follow(self, entries: Sequence[Entry]) -> None:
        """Fold more entries in."""
        if not entries:
            return
        latest = max([entry.at for entry in entries])
        self.latest = latest if self.latest is None else max(self.latest, latest)
        worked = []
        for entry in entries:
            match entry.what:
                case CheckedIn(channel=channel):
                    # What is typed from the paper list is done afterwards.
                    if channel != "paper":
                        worked.append(entry.at)
                case Went() | GroupCheckedIn():
                    worked.append(entry.at)
                case DayConfirmed(day=day):
                    self.confirmed.add(day)
        self._work(worked)

    def _work(self, moments: Iterable[datetime]) -> None:
        """Note that guests came or the agenda ran at these ``moments`` (UTC)."""
        for at in moments:
            if self._day is None or not self._day[1] <= at < self._day[2]:
                day = local(at).date()
                midnight = datetime.combine(day, time(), VIETNAM)
                next_midnight = midnight + timedelta(days=1)
                self._day = day, midnight.astimezone(UTC), next_midnight.astimezone(UTC)
            self.worked[self._day[0]] = at

    def doubt(self, event: Event, now: datetime) -> DayDoubt | None:
        """Whether the day of ``now`` (UTC) can be right; None when it can, or people said so.

        A day that cannot be meant is doubted at once. Any other day than the event's only once guests come
        or the agenda runs on it: before and after the event all else may be done on any day. A sample is
        for trying out, on any day.
        """
        today = local(now).date()
        if today in self.confirmed or today == event.date:
            return None
        if self.latest is not None and self.latest - now > _SLACK:
            return DayDoubt("behind", today, event.date)
        if today.year < _FIRST_YEAR or (event.date is not None and event.date - today > _FARTHEST):
            return DayDoubt("far", today, event.date)
        if event.date is None or event.sample or today not in self.worked:
            return None
        return None if self._is_past_midnight(event.date, now) else DayDoubt("other", today, event.date)

    def held_on(self, event: Event) -> date | None:
        """The day on which the event was held, as papers about what happened say it; the planned one until
        people came on another day and somebody said that this is the day."""
        if event.date is None or event.sample or event.date in self.worked:
            return event.date
        return max(self.confirmed & self.worked.keys(), default=event.date)

    def _is_past_midnight(self, on: date, now: datetime) -> bool:
        """Whether the event's own day has only just come to its end."""
        return on in self.worked and now - self.worked[on] < _PAST_MIDNIGHT
