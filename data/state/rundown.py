"""The agenda as it really ran: what runs now, for how long, and when it will all be over."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal

from msgspec import Struct

from data.clock import VIETNAM, local
from data.model.entry import Entry
from data.model.event import Event
from data.model.happenings.stage import Adjusted, Paused, Resumed, StageHappening, Went, WentBack
from data.model.plan import AgendaItem

ItemState = Literal["waiting", "running", "paused", "done"]


class Instant(Struct, frozen=True):
    """One moment on both clocks: the wall's (UTC) and the monotonic one (seconds, valid in ``run``)."""

    at: datetime
    ticks: float
    run: str

    def since(self, earlier: "Instant") -> timedelta:
        """How long after ``earlier``: by the monotonic clock where both were read in one run of the
        program, else by the wall clock, and never negative."""
        if self.run == earlier.run:
            return timedelta(seconds=self.ticks - earlier.ticks)
        return max(self.at - earlier.at, timedelta())


def instant(entry: Entry) -> Instant:
    """When an entry was made."""
    return Instant(entry.at, entry.ticks, entry.run)


@dataclass
class Run:
    """How one item ran: the stretches between GO, pause and the next GO; the last may be open."""

    stretches: list[tuple[Instant, Instant | None]] = field(default_factory=list)
    ended: datetime | None = None
    extra: int = 0

    @property
    def started(self) -> datetime:
        """When the item began, in UTC."""
        return self.stretches[0][0].at

    @property
    def is_open(self) -> bool:
        """Whether its time is running."""
        return self.stretches[-1][1] is None

    def begin(self, moment: Instant) -> None:
        """Let the time run from ``moment``."""
        self.stretches.append((moment, None))
        self.ended = None

    def halt(self, moment: Instant) -> None:
        """Let the time stand from ``moment``."""
        began, ended = self.stretches[-1]
        if ended is None:
            self.stretches[-1] = (began, moment)

    def elapsed(self, now: Instant) -> timedelta:
        """How long the item has run, pauses left out."""
        return sum(((ended or now).since(began) for began, ended in self.stretches), timedelta())


@dataclass
class Rundown:
    """The fold of the stage's entries. ``current`` is the running item's id, or empty."""

    runs: dict[str, Run] = field(default_factory=dict)
    current: str = ""
    closed: datetime | None = None

    def apply(self, entry: Entry, happening: StageHappening) -> None:
        """Fold what happened on the stage in."""
        match happening:
            case Went(item=item):
                self.go(entry, item)
            case WentBack(item=item):
                self.back(entry, item)
            case Paused():
                self.pause(entry)
            case Resumed():
                self.resume(entry)
            case Adjusted():
                self.adjust(happening)

    def go(self, entry: Entry, item: str) -> None:
        """The running item ends; ``item`` begins, or the ceremony closes when it is empty."""
        moment = instant(entry)
        if self.current in self.runs:
            run = self.runs[self.current]
            run.halt(moment)
            run.ended = entry.at
        self.current = item
        if item:
            self.runs[item] = Run([(moment, None)])
        else:
            self.closed = entry.at

    def back(self, entry: Entry, item: str) -> None:
        """The running item waits again; ``item`` runs on from the time it had."""
        self.runs.pop(self.current, None)
        self.closed = None
        self.current = item
        if item in self.runs:
            self.runs[item].begin(instant(entry))

    def pause(self, entry: Entry) -> None:
        """The running item's time stands still."""
        if self.current in self.runs:
            self.runs[self.current].halt(instant(entry))

    def resume(self, entry: Entry) -> None:
        """The running item's time goes on."""
        run = self.runs.get(self.current)
        if run is not None and not run.is_open:
            run.begin(instant(entry))

    def adjust(self, what: Adjusted) -> None:
        """The item gets more minutes, or fewer."""
        if what.item in self.runs:
            self.runs[what.item].extra += what.minutes

    def state(self, item: str) -> ItemState:
        """What an item is doing."""
        run = self.runs.get(item)
        if run is None:
            return "waiting"
        if run.ended is not None:
            return "done"
        return "running" if run.is_open else "paused"


class Row(Struct, frozen=True, kw_only=True):
    """One agenda item, planned and real. Times are UTC; ``expected`` is when a waiting item will begin."""

    item: AgendaItem
    position: int
    state: ItemState
    planned: datetime
    minutes: int
    expected: datetime
    started: datetime | None
    ended: datetime | None
    elapsed: timedelta


def day(event: Event, rundown: Rundown, now: datetime) -> date:
    """The ceremony's day: the event's, else the day on which it really ran, else today."""
    if event.date is not None:
        return event.date
    starts = [run.started for run in rundown.runs.values()]
    return local(min(starts, default=now)).date()


def at_local(on: date, hour_minute: str) -> datetime:
    """``HH:MM`` of that day in Asia/Ho_Chi_Minh, as UTC."""
    return datetime.combine(on, time.fromisoformat(hour_minute), VIETNAM).astimezone(UTC)


def table(event: Event, rundown: Rundown, now: Instant) -> list[Row]:
    """The whole agenda in order. An item that runs over moves what follows; time made up moves it back."""
    planned = at_local(day(event, rundown, now.at), event.start)
    expected = planned if rundown.runs else max(planned, now.at)
    rows = []
    for position, item in enumerate(event.program, start=1):
        run = rundown.runs.get(item.id)
        minutes = item.minutes + (run.extra if run else 0)
        elapsed = run.elapsed(now) if run else timedelta()
        row = Row(
            item=item,
            position=position,
            state=rundown.state(item.id),
            planned=planned,
            minutes=minutes,
            expected=run.started if run else expected,
            started=run.started if run else None,
            ended=run.ended if run else None,
            elapsed=elapsed,
        )
        rows.append(row)
        planned += timedelta(minutes=item.minutes)
        expected = _expected_end(row, max(expected, now.at) if rundown.runs else expected, now)
    return rows


def finish(rows: list[Row], now: Instant) -> tuple[datetime, datetime]:
    """When the ceremony was to end and when it will end (or did), both UTC. ``rows`` is not empty."""
    last = rows[-1]
    planned = last.planned + timedelta(minutes=last.item.minutes)
    return planned, _expected_end(last, last.expected, now)


def _expected_end(row: Row, start: datetime, now: Instant) -> datetime:
    if row.ended is not None:
        return row.ended
    if row.state == "waiting":
        return start + timedelta(minutes=row.minutes)
    return now.at + max(timedelta(minutes=row.minutes) - row.elapsed, timedelta())
