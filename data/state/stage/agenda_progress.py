"""The agenda as it really ran: what runs now, for how long, and when it will all be over."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal, assert_never

from msgspec import Struct

from data.clock import VIETNAM, local
from data.model.entries.stage import (
    Adjusted,
    AnyStage,
    Paused,
    Reinstated,
    Resumed,
    Shortened,
    Skipped,
    StageTaken,
    TimeInDoubt,
    TimesCorrected,
    TimeSettled,
    Went,
    WentBack,
)
from data.model.entry import Entry
from data.model.event import Event
from data.model.plan import AgendaItem
from data.state.stage.item_run import Correction, Mark, Run
from data.state.stage.timeline import Instant, Timeline

__all__ = ["AgendaProgress", "Instant", "ItemState", "Row", "Run", "at_local", "day", "finish", "table"]

ItemState = Literal["waiting", "running", "paused", "done", "skipped"]


@dataclass
class AgendaProgress:
    """The fold of the stage's entries.

    ``runs`` are in the order in which the items began; ``current`` is the running item's id, or
    empty; ``extra`` the minutes that items were given or gave up; ``skipped`` the items that are left
    out; ``doubts`` the open questions about time by the id of the entry that asked. ``timeline``
    says when all that was. ``holder`` is the id of the laptop that holds the stage, from its first GO on, or
    since it took it over; empty before that, and in ledgers of one laptop that had none. ``passed_over`` are
    the ids of entries of other laptops that did not count for it.
    """

    runs: dict[str, Run] = field(default_factory=dict)
    current: str = ""
    closed: datetime | None = None
    extra: Counter[str] = field(default_factory=Counter)
    skipped: set[str] = field(default_factory=set)
    doubts: dict[str, TimeInDoubt] = field(default_factory=dict)
    timeline: Timeline = field(default_factory=Timeline, compare=False)
    holder: str = ""
    passed_over: list[str] = field(default_factory=list)

    def move_on(self, entry: Entry) -> None:
        """Let the ceremony's time go on to the moment of ``entry``, whatever it says.

        Once a laptop holds the stage, it goes by that laptop's clocks alone: those of others may be hours
        off.
        """
        if not self.holder or entry.laptop in ("", self.holder):
            self.timeline.add(entry)

    def apply(self, entry: Entry, happening: AnyStage) -> None:
        """Fold what happened on the stage in; the timeline is at ``entry`` already."""
        if self.holder and entry.laptop not in ("", self.holder) and happening.apart == "holder":
            self.passed_over.append(entry.id)
            return
        match happening:
            case StageTaken(before=before):
                self._hand_over(entry, before)
            case Went() as what:
                self.holder = self.holder or entry.laptop
                self._go(what.item, self._mark(entry, what.ago))
            case WentBack() as what:
                self._back(what.item, self._mark(entry))
            case Paused() if self.current in self.runs:
                self.runs[self.current].halt(self._mark(entry))
            case Resumed() if self.current in self.runs:
                self.runs[self.current].go_on(self._mark(entry))
            case Adjusted() as what:
                self.extra[what.item] += what.minutes
            case Shortened() as what:
                self.extra.subtract({cut.item: cut.minutes for cut in what.cuts})
            case Skipped() as what:
                self.skipped.add(what.item)
            case Reinstated() as what:
                self.skipped.discard(what.item)
            case TimesCorrected() as what:
                self._correct(what)
            case TimeInDoubt() as what if what.item in self.runs:
                self.doubts[entry.id] = what
                asked = Correction(Mark(entry.at, self.timeline.reached), what.meanwhile)
                self.runs[what.item].corrections[entry.id] = asked
            case TimeSettled() as what:
                self._settle(what)
            case Paused() | Resumed() | TimeInDoubt():
                pass  # Of an item that does not run: nothing.
            case _:
                assert_never(happening)

    def _hand_over(self, entry: Entry, before: str) -> None:
        if before == self.holder:
            self.holder = entry.laptop
            self.timeline.add(entry)
        else:
            self.passed_over.append(entry.id)

    def _mark(self, entry: Entry, ago: float = 0.0) -> Mark:
        """The moment of ``entry``, or ``ago`` seconds before it.

        A wall clock that was set back would let an item end before it began: then the times go on as
        the item's own time did.
        """
        back = timedelta(seconds=ago)
        mark = Mark(entry.at - back, self.timeline.reached - back)
        latest = self._latest()
        if latest is not None and mark.at < latest.at:
            return Mark(latest.at + (mark.place - latest.place), mark.place)
        return mark

    def _latest(self) -> Mark | None:
        """The last beginning or end of an item so far."""
        run = next(reversed(self.runs.values()), None)
        return (run.end or run.start) if run else None

    def _go(self, item: str, mark: Mark) -> None:
        running = self.runs.get(self.current)
        if running is not None:
            running.finish(mark)
        self.current = item
        if item:
            self.skipped.discard(item)
            self.runs[item] = Run(mark)
        else:
            self.closed = mark.at

    def _back(self, item: str, mark: Mark) -> None:
        self.runs.pop(self.current, None)
        self.closed = None
        self.current = item
        if item in self.runs:
            self.runs[item].go_on(mark)

    def _correct(self, what: TimesCorrected) -> None:
        order = list(self.runs)
        if what.item not in order:
            return
        place = order.index(what.item)
        run = self.runs[what.item]
        if what.started is not None:
            moved = run.start.moved_to(what.started)
            before = self.runs[order[place - 1]] if place else None
            if before is not None and before.end == run.start:
                before.end = moved
            run.start = moved
        if what.ended is not None and run.end is not None:
            moved = run.end.moved_to(what.ended)
            after = self.runs[order[place + 1]] if place + 1 < len(order) else None
            if after is not None and after.start == run.end:
                after.start = moved
            if after is None and self.closed == run.end.at:
                self.closed = moved.at
            run.end = moved

    def _settle(self, what: TimeSettled) -> None:
        doubt = self.doubts.pop(what.doubt, None)
        run = self.runs.get(doubt.item) if doubt else None
        # The run that the question was about may have been taken back since.
        if doubt is None or run is None or what.doubt not in run.corrections:
            return
        if what.ended is None:
            seconds = doubt.if_counted if what.answer == "count" else doubt.if_dropped
            run.corrections[what.doubt] = Correction(run.corrections[what.doubt].at, seconds)
        elif doubt.item == self.current:
            # What the wall clock alone saw go by has no place on the timeline; it ran all the same.
            end = run.start.moved_to(what.ended)
            place = min(end.place, self.timeline.reached)
            ended = Mark(end.at, place)
            run.corrections[what.doubt] = Correction(ended, (end.place - place).total_seconds())
            run.finish(ended)
            self.current = ""

    def state(self, item: str) -> ItemState:
        """What an item is doing."""
        run = self.runs.get(item)
        if run is None:
            return "skipped" if item in self.skipped else "waiting"
        if run.end is not None:
            return "done"
        return "paused" if run.is_paused else "running"

    def elapsed(self, item: str, now: Instant) -> timedelta:
        """How long an item has run, pauses left out; nothing for one that has not begun."""
        run = self.runs.get(item)
        return run.elapsed(self.timeline.place(now)) if run else timedelta()

    def took(self, item: str, now: Instant) -> int | None:
        """The whole minutes that an item ran, as all papers and screens say them; None before it began."""
        run = self.runs.get(item)
        return run.minutes(self.timeline.place(now)) if run else None

    def minutes(self, item: AgendaItem) -> int:
        """The minutes that an item has today: the planned ones and what it was given."""
        return item.minutes + self.extra[item.id]

    def question(self) -> tuple[str, TimeInDoubt] | None:
        """The oldest open question about the time of an item that ran, with the id to answer it by."""
        doubts = self.doubts.items()
        asked = ((id, d) for id, d in doubts if d.item in self.runs and id in self.runs[d.item].corrections)
        return next(asked, None)


class Row(Struct, frozen=True, kw_only=True):
    """One agenda item, planned and real. Times are UTC; ``expected`` is when a waiting item will begin.

    ``elapsed`` is exact, ``took`` the whole minutes of it that people read (None before it began).
    """

    item: AgendaItem
    position: int
    state: ItemState
    planned: datetime
    minutes: int
    expected: datetime
    started: datetime | None
    ended: datetime | None
    elapsed: timedelta
    took: int | None = None


def day(event: Event, agenda_progress: AgendaProgress, now: datetime) -> date:
    """The ceremony's day: the event's, else the day on which it really ran, else today."""
    return event.date or _began_on(agenda_progress, now)


def _began_on(agenda_progress: AgendaProgress, now: datetime) -> date:
    starts = [run.started for run in agenda_progress.runs.values()]
    return local(min(starts, default=now)).date()


def _planned_on(event: Event, agenda_progress: AgendaProgress, now: datetime) -> date:
    """The day that the plan's times are meant for: the ceremony's, but for a rehearsal on another day
    (or a laptop whose date is wrong) the day on which it runs."""
    if not agenda_progress.runs:
        return day(event, agenda_progress, now)
    today = local(agenda_progress.closed or now).date()
    near = (on for on in (event.date, _began_on(agenda_progress, now)) if on and abs((today - on).days) <= 1)
    return next(near, today)


def at_local(on: date, hour_minute: str) -> datetime:
    """``HH:MM`` of that day in Asia/Ho_Chi_Minh, as UTC."""
    return datetime.combine(on, time.fromisoformat(hour_minute), VIETNAM).astimezone(UTC)


def table(event: Event, agenda_progress: AgendaProgress, now: Instant) -> list[Row]:
    """The whole agenda in order. An item that runs over moves what follows; time made up moves it back."""
    planned = at_local(_planned_on(event, agenda_progress, now.at), event.start)
    expected = planned if agenda_progress.runs else max(planned, now.at)
    rows = []
    for position, item in enumerate(event.program, start=1):
        run = agenda_progress.runs.get(item.id)
        row = Row(
            item=item,
            position=position,
            state=agenda_progress.state(item.id),
            planned=planned,
            minutes=agenda_progress.minutes(item),
            expected=run.started if run else expected,
            started=run.started if run else None,
            ended=run.ended if run else None,
            elapsed=agenda_progress.elapsed(item.id, now),
            took=agenda_progress.took(item.id, now),
        )
        rows.append(row)
        planned += timedelta(minutes=item.minutes)
        if agenda_progress.runs and row.state == "waiting":
            expected = max(expected, now.at)
        expected = _expected_end(row, expected, now)
    return rows


def finish(rows: list[Row], now: Instant) -> tuple[datetime, datetime]:
    """When the ceremony was to end and when it will end (or did), both UTC. ``rows`` is not empty."""
    last = rows[-1]
    planned = last.planned + timedelta(minutes=last.item.minutes)
    return planned, _expected_end(last, last.expected, now)


def _expected_end(row: Row, start: datetime, now: Instant) -> datetime:
    if row.ended is not None:
        return row.ended
    if row.state in ("waiting", "skipped"):
        return start + timedelta(minutes=row.minutes if row.state == "waiting" else 0)
    return now.at + max(timedelta(minutes=row.minutes) - row.elapsed, timedelta())
