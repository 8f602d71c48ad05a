"""A half-day with everything that goes wrong in one; after each step the program dies and comes back."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from shutil import copytree

from data.archive.verification import verify_event
from data.clock import SetClock
from data.commands.door import door
from data.commands.stage import catching_up, stage, stage_times
from data.commands.stage.clock_watch import ClockWatch, answer
from data.commands.undo import undo
from data.model.entries.stage import DoubtAnswer
from data.queries.stage.stage_record import agenda_record, stage_log
from data.session.session import Session
from tests.data.commands.stage.seen import all_of_it, elapsed, row

Step = Callable[[Session], object]


class HalfDay:
    """Plays one step after the other, each followed by a crash that is looked at from the next run."""

    def __init__(self, session: Session, clock: SetClock, crashes: Path) -> None:
        self.session = session
        self.clock = clock
        self.watch = ClockWatch(session)
        self.crashes = crashes
        self.deaths = 0

    def do(self, step: Step, minutes: float = 0.0) -> None:
        """Let ``minutes`` go by as they do, second by second, then do ``step`` and die."""
        for _part in range(round(minutes * 3)):
            self.clock.pass_time(20)
            assert self.watch.look() is None
        step(self.session)
        self.watch.look()
        self.die()

    def die(self) -> None:
        """Nothing is closed: what is on disk now is what the next run of the program finds."""
        self.deaths += 1
        left = self.crashes / str(self.deaths)
        copytree(self.session.folder, left)
        with Session(left, clock=SetClock(self.clock.wall, ticks=-1e6)) as again:
            ClockWatch(again).came_back()
            assert all_of_it(again) == all_of_it(self.session)

    def answer(self, how: DoubtAnswer, **typed: str) -> None:
        found = self.session.state.agenda_progress.question()
        assert found is not None
        self.do(lambda c: answer(c, found[0], how, **typed))


def test_the_day_is_the_same_after_every_crash(on_stage: Session, clock: SetClock, tmp_path: Path) -> None:
    day = HalfDay(on_stage, clock, tmp_path)
    day.do(lambda c: door.admit(c, 7, "number"))
    day.do(lambda c: stage.adjust(c, 2, "gioi-thieu"))
    day.do(lambda c: stage.go(c, minutes_ago=3), 5)
    day.do(lambda c: stage.adjust(c, -1), 10)
    day.do(lambda c: stage.go(c, "quyet-dinh-mo-hinh"), 6)
    day.do(undo)
    day.do(lambda c: stage.go(c), 1)
    day.do(lambda c: stage.pause_or_resume(c), 2)
    day.do(lambda c: door.admit(c, 8, "number"), 3)
    day.do(lambda c: stage.pause_or_resume(c))
    day.do(lambda c: stage.go(c), 5)
    day.do(lambda c: stage.back(c), 1)
    day.do(lambda c: stage.go(c), 2)
    day.do(lambda c: stage_times.began_ago(c, 2), 4)

    clock.wall += timedelta(minutes=6)  # The lid was closed: only the wall clock saw it.
    day.do(lambda c: None)
    before = elapsed(on_stage)
    day.answer("count")
    assert elapsed(on_stage) == before + timedelta(minutes=6)
    day.do(undo)
    day.answer("drop")
    assert elapsed(on_stage) == before

    day.do(lambda c: stage.go(c, "tang-hoa"), 3)
    clock.wall -= timedelta(hours=1)  # Somebody set the clock back, and then right again.
    day.do(lambda c: None)
    day.answer("drop")
    clock.wall += timedelta(hours=1)
    day.do(lambda c: None)
    day.answer("drop")
    assert elapsed(on_stage) == timedelta()

    day.do(lambda c: stage.go(c, "tu-sach"), 5)
    day.do(lambda c: stage.skip_or_reinstate(c, "phat-bieu"))
    day.do(lambda c: stage.move_to_come(c, "be-mac", -1))
    day.do(undo)
    day.do(lambda c: stage.go(c, "chuyen-de"), 25)
    proposal = catching_up.propose(on_stage)
    day.do(lambda c: catching_up.accept(c, proposal))
    day.do(undo)
    day.do(lambda c: catching_up.accept(c, proposal))

    clock.pass_time(600)  # Windows: both clocks saw the sleep.
    day.do(lambda c: None)
    day.answer("drop")
    clock.wall += timedelta(minutes=20)
    day.do(lambda c: None)
    day.answer("ended", ended=f"{(clock.wall + timedelta(hours=7) - timedelta(minutes=5)):%H:%M}")
    assert on_stage.state.agenda_progress.current == ""
    day.do(lambda c: stage.go(c, "be-mac", minutes_ago=2), 3)
    day.do(lambda c: stage.go(c, ""), 8)
    day.do(lambda c: stage.back(c, "be-mac"), 1)
    day.do(lambda c: stage.go(c, ""), 1)
    day.do(lambda c: stage_times.correct_times(c, "gioi-thieu", started="7:58"))

    state = on_stage.state
    assert state.agenda_progress.closed is not None
    assert [r.item.id for r in agenda_record(state, on_stage.now()) if r.state == "skipped"] == ["phat-bieu"]
    assert row(on_stage, "quyet-dinh-mo-hinh").elapsed >= timedelta(minutes=7)
    assert day.deaths > 35
    assert verify_event(on_stage.folder).is_sound
    assert len(stage_log(state)) > 30


def test_the_record_keeps_pauses_second_tries_and_who_pressed(on_stage: Session, clock: SetClock) -> None:
    stage.go(on_stage)
    clock.pass_time(300)
    stage.pause_or_resume(on_stage)
    paused = clock.wall
    clock.pass_time(120)
    stage.pause_or_resume(on_stage)
    on_stage.duty = "Hạnh"
    stage.go(on_stage)
    stage.back(on_stage)
    clock.pass_time(60)
    stage.go(on_stage)
    undo(on_stage)
    stage.go(on_stage)
    first, second, third = agenda_record(on_stage.state, on_stage.now())[:3]
    assert first.pauses == ((paused, paused + timedelta(seconds=120)),)
    assert first.breaks == (), "the next item was begun and taken back in the same moment"
    assert (first.duty, first.begun, first.ran) == ("Mai", 1, timedelta(seconds=360))
    assert (second.duty, second.begun, third.begun) == ("Hạnh", 3, 0)
    assert [mention.undone for mention in stage_log(on_stage.state)].count(True) == 1
