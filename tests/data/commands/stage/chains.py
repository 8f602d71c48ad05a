"""Random chains of what can be pressed on the stage, played on the program and on the naive line."""

from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random

from data.clock import SetClock
from data.commands.stage import stage, stage_times
from data.commands.stage.clock_watch import answer
from data.commands.undo import undo
from data.model.entries.stage import TimeInDoubt
from data.queries.stage.stage_record import ItemRecord, agenda_record
from data.session.session import Session
from tests.data.commands.stage.naive import Line

_WAITS = (0, 1, 7, 20, 59, 60, 61, 119, 180, 300, 600)


@dataclass
class Chain:
    """One ceremony and its naive twin, pressed together."""

    session: Session
    clock: SetClock
    chance: Random
    line: Line = field(default_factory=Line)
    pressed: list[str] = field(default_factory=list)
    kept: list[Line] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.began: datetime = self.clock.wall
        self.ids = [item.id for item in self.session.state.event.program]

    def press(self) -> None:
        """Let some time go by and press one thing that can be pressed now."""
        seconds = self.chance.choice(_WAITS)
        self.clock.pass_time(seconds)
        self.line.now += seconds
        possible = [
            one
            for one in (self._go, self._go, self._back, self._pause, self._pause, self._start, self._stood)
            if self._can(one.__name__)
        ]
        if self.kept and self.chance.random() < 0.1:
            undo(self.session)
            now = self.line.now
            self.line = self.kept.pop()
            self.line.now = now
            self.pressed.append("undo")
            return
        self.chance.choice(possible)()

    def _can(self, name: str) -> bool:
        line = self.line
        return {
            "_go": not line.closed,
            "_back": len(line.order) >= 2 or bool(line.order and line.current is None),
            "_pause": line.current is not None,
            "_start": bool(line.order),
            "_stood": line.current is not None and line.items[line.current].paused_at is None,
        }[name]

    def _keep(self, what: str) -> None:
        self.kept.append(deepcopy(self.line))
        self.pressed.append(f"{self.line.now}: {what}")

    def _go(self) -> None:
        line = self.line
        last = line.items[line.order[-1]] if line.order else None
        mark = 0 if last is None else last.start if last.end is None else last.end
        most = min(240, (line.now - mark) // 60) if last else 3
        ago = self.chance.choice((0, 0, self.chance.randint(0, max(0, most))))
        self._keep(f"go {ago} ago")
        following = stage.next_item(self.session)
        stage.go(self.session, following.id if following else "", minutes_ago=ago)
        line.go(self.ids.index(following.id) if following else None, 60 * ago)

    def _back(self) -> None:
        self._keep("back")
        stage.back(self.session)
        self.line.back()

    def _pause(self) -> None:
        self._keep("pause")
        stage.pause_or_resume(self.session)
        self.line.pause_or_resume()

    def _start(self) -> None:
        """The start of an item, and the end of the one before, set right to a whole minute."""
        line = self.line
        place = self.chance.randrange(len(line.order))
        item = line.items[line.order[place]]
        neighbour = line.items[line.order[place - 1]] if place else None
        if neighbour is not None and neighbour.end != item.start:
            return
        first = neighbour.start if neighbour else item.start - 300
        last = line.now if item.end is None else item.end
        whole = [second for second in range(first, last + 1) if not (self._at(second).second)]
        if not whole:
            return
        moment = self.chance.choice(whole)
        if f"{self._at(moment):%H:%M}" == f"{self._at(item.start):%H:%M}":
            return
        self._keep(f"item {place} began at {moment}")
        typed = f"{self._at(moment) + timedelta(hours=7):%H:%M}"
        stage_times.correct_times(self.session, self.ids[line.order[place]], started=typed)
        line.move_border(place, moment)

    def _stood(self) -> None:
        """The program stood still for the last seconds; people say whether they count."""
        line = self.line
        assert line.current is not None
        item = line.items[line.current]
        seconds = self.chance.randint(1, 90)
        slept = self.chance.random() < 0.3
        asked = self.session.record(
            TimeInDoubt(
                item=self.ids[line.current],
                reason="slept" if slept else "stood",
                seconds=seconds,
                if_counted=seconds if slept else 0,
                if_dropped=0 if slept else -seconds,
            )
        )
        self._keep(f"{'slept' if slept else 'stood'} {seconds}")
        counts = self.chance.random() < 0.5
        answer(self.session, asked.id, "count" if counts else "drop")
        if slept and counts:
            item.added[line.now] = item.added.get(line.now, 0) + seconds
        elif not slept and not counts:
            item.lost[len(item.lost)] = set(range(line.now - seconds, line.now))

    def _at(self, second: int) -> datetime:
        return self.began + timedelta(seconds=second)

    def faults(self) -> list[str]:
        """Where the program and the naive line part, and what no paper may say."""
        now = self.session.now()
        found = []
        for index, record in enumerate(agenda_record(self.session.state, now)):
            item = self.line.items.get(index)
            if (item is None) != (record.started is None):
                found.append(f"item {index} began in one of the two only")
            elif item is not None:
                found += self._item_faults(index, record)
        return found

    def _item_faults(self, index: int, record: ItemRecord) -> list[str]:
        item = self.line.items[index]
        assert record.started is not None
        found = []
        if (ran := record.ran.total_seconds()) != item.seconds(self.line.now):
            found.append(f"item {index} ran {ran:g} s, by the line {item.seconds(self.line.now)}")
        last = self._at(self.line.now if item.end is None else item.end)
        for began, over in (*record.pauses, *record.breaks):
            if began < record.started or (over or began) > last:
                found.append(f"item {index}: a stop outside it")
        named = {
            second
            for began, over in record.pauses
            for second in range(self._second(began), self._second(over) if over else self.line.now)
        }
        if named != item.paused_within(self.line.now):
            found.append(f"item {index}: the pauses on paper are not those that were pressed")
        if record.ended is not None and not item.added and not item.lost:
            printed = _minutes(record.started, record.ended)
            stops = sum(_minutes(began, over) for began, over in (*record.pauses, *record.breaks) if over)
            if record.took != printed - stops:
                found.append(f"item {index}: {record.took} minutes beside times that say {printed - stops}")
        return found

    def _second(self, moment: datetime) -> int:
        return int((moment - self.began).total_seconds())


def _minutes(began: datetime, ended: datetime) -> int:
    """What somebody with a pencil gets out of two times of which the seconds are not printed."""
    on = date(2000, 1, 1)
    first, last = (
        datetime.combine(on, moment.time().replace(second=0, microsecond=0)) for moment in (began, ended)
    )
    return int((last - first) / timedelta(minutes=1)) % (24 * 60)
