"""Sleep, clocks that are set, crashes: noticed, asked about, and never counted or dropped unasked."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import copytree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.clock import SetClock
from data.commands.door import door
from data.commands.stage import stage
from data.commands.stage.clock_watch import ClockWatch, answer
from data.commands.undo import undo
from data.errors import Refused
from data.model.entries.stage import TimeInDoubt
from data.session.session import Session
from tests.conftest import MORNING, found
from tests.data.commands.stage.seen import all_of_it, elapsed, row, rows

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
FIRST = "gioi-thieu"


@pytest.fixture
def running(session: Session, clock: SetClock) -> Session:
    """The first item has run for ten minutes."""
    stage.go(session)
    clock.pass_time(600)
    return session


def question(session: Session) -> tuple[str, TimeInDoubt]:
    found = session.state.agenda_progress.question()
    assert found is not None
    return found


@contextmanager
def started_again(session: Session, clock: SetClock, to: Path) -> Iterator[tuple[Session, ClockWatch]]:
    """The program as it comes back on what a crash left: another run, ticks that began anew."""
    copytree(session.folder, to)
    again = SetClock(clock.wall, ticks=7.0)
    with Session(to, clock=again) as opened:
        watch = ClockWatch(opened)
        watch.came_back()
        yield opened, watch


def test_seconds_that_pass_as_they_should_ask_nothing(running: Session, clock: SetClock) -> None:
    watch = ClockWatch(running)
    for seconds in (1.0, 0.2, 2.9, 29.0):
        clock.pass_time(seconds)
        clock.wall += timedelta(seconds=1.9)
        assert watch.look() is None
    assert running.state.agenda_progress.question() is None


@pytest.mark.parametrize(("how", "more"), [("count", 6 * MINUTE), ("drop", timedelta())])
def test_a_sleep_that_only_the_wall_clock_saw_counts_when_people_say_so(
    running: Session, clock: SetClock, how: str, more: timedelta
) -> None:
    watch = ClockWatch(running)
    clock.wall += 6 * MINUTE
    assert elapsed(running) == 10 * MINUTE
    assert watch.look() is not None
    assert elapsed(running) == 10 * MINUTE
    id, doubt = question(running)
    assert (doubt.reason, doubt.seconds, doubt.item) == ("slept", 360.0, FIRST)
    clock.pass_time(30)
    answer(running, id, "count" if how == "count" else "drop")
    assert elapsed(running) == 10 * MINUTE + timedelta(seconds=30) + more
    assert running.state.agenda_progress.question() is None
    undo(running)
    assert question(running)[0] == id
    assert elapsed(running) == 10 * MINUTE + timedelta(seconds=30)


@pytest.mark.parametrize(("how", "less"), [("count", timedelta()), ("drop", 6 * MINUTE)])
def test_a_sleep_that_both_clocks_saw_is_taken_off_when_people_say_so(
    running: Session, clock: SetClock, how: str, less: timedelta
) -> None:
    watch = ClockWatch(running)
    clock.pass_time(360)
    watch.look()
    id, doubt = question(running)
    assert doubt.reason == "stood"
    assert elapsed(running) == 16 * MINUTE
    answer(running, id, "count" if how == "count" else "drop")
    assert elapsed(running) == 16 * MINUTE - less


@pytest.mark.parametrize(
    "jump",
    [
        HOUR,
        -HOUR,
        23 * HOUR,
        -23 * HOUR,
        timedelta(days=-365 * 20),
        timedelta(days=3650),
        3 * timedelta(seconds=1),
    ],
    ids=str,
)
def test_a_clock_that_is_set_changes_no_time_and_is_asked_about(
    running: Session, clock: SetClock, tmp_path: Path, jump: timedelta
) -> None:
    watch = ClockWatch(running)
    clock.wall += jump
    watch.look()
    clock.pass_time(60)
    watch.look()
    assert elapsed(running) == 11 * MINUTE
    id, doubt = question(running)
    assert doubt.seconds == jump.total_seconds()
    if jump < timedelta():
        with pytest.raises(Refused):
            answer(running, id, "count")
    stage.go(running)
    clock.pass_time(60)
    assert row(running, FIRST).elapsed == 11 * MINUTE
    assert elapsed(running) == MINUTE
    for ran in rows(running):
        assert ran.started is None or ran.ended is None or ran.started <= ran.ended
    with started_again(running, clock, tmp_path / "again") as (again, _watch):
        assert row(again, FIRST).elapsed == 11 * MINUTE
        assert elapsed(again) == MINUTE


def test_a_clock_that_was_set_before_the_program_had_written_anything_changes_no_time(
    running: Session, clock: SetClock, tmp_path: Path
) -> None:
    with started_again(running, clock, tmp_path / "again") as (again, watch):
        assert isinstance(again.clock, SetClock)
        again.clock.pass_time(60)
        again.clock.wall += HOUR
        assert elapsed(again) == 11 * MINUTE
        watch.look()
        again.clock.pass_time(60)
        assert elapsed(again) == 12 * MINUTE
        again.clock.wall -= HOUR
        stage.go(again)
        assert row(again, FIRST).elapsed == 12 * MINUTE


def test_midnight_is_no_boundary(session: Session, clock: SetClock) -> None:
    clock.pass_time((datetime(2022, 6, 15, 16, 55, tzinfo=UTC) - clock.now()).total_seconds())  # 23:55
    watch = ClockWatch(session)
    stage.go(session)
    for _minute in range(20):
        clock.pass_time(20)
        assert watch.look() is None
    assert elapsed(session) == timedelta(seconds=400)
    assert rows(session)[0].planned == rows(session)[1].planned - 15 * MINUTE
    assert all(abs(r.expected - r.planned) < 24 * HOUR for r in rows(session))


def test_nothing_is_asked_while_no_item_runs_or_it_is_paused(session: Session, clock: SetClock) -> None:
    watch = ClockWatch(session)
    clock.wall += HOUR
    assert watch.look() is None
    stage.go(session)
    watch.look()
    stage.pause_or_resume(session)
    watch.look()
    clock.pass_time(600)
    clock.wall += HOUR
    assert watch.look() is None
    stage.pause_or_resume(session)
    assert elapsed(session) == timedelta()


def test_the_question_is_about_the_item_that_ran_then(running: Session, clock: SetClock) -> None:
    watch = ClockWatch(running)
    clock.wall += 6 * MINUTE
    stage.go(running)
    watch.look()
    assert question(running)[1].item == FIRST
    answer(running, question(running)[0], "count")
    assert row(running, FIRST).elapsed == 16 * MINUTE
    assert elapsed(running) == timedelta()


def test_two_questions_are_asked_one_after_the_other(running: Session, clock: SetClock) -> None:
    watch = ClockWatch(running)
    for minutes in (6, 3):
        clock.wall += minutes * MINUTE
        watch.look()
        clock.pass_time(1)
    for minutes in (6, 3):
        id, doubt = question(running)
        assert doubt.seconds == minutes * 60
        answer(running, id, "count")
    assert elapsed(running) == 19 * MINUTE + timedelta(seconds=2)
    with pytest.raises(Refused):
        answer(running, id, "count")


def test_after_a_crash_of_a_moment_nothing_is_asked(
    running: Session, clock: SetClock, tmp_path: Path
) -> None:
    ClockWatch(running).look()
    clock.wall += timedelta(seconds=1.5)
    with started_again(running, clock, tmp_path / "again") as (again, _watch):
        assert again.state.agenda_progress.question() is None
        assert elapsed(again) == 10 * MINUTE + timedelta(seconds=1.5)


@pytest.mark.parametrize(
    ("how", "expected"), [("count", 17 * MINUTE), ("drop", 11 * MINUTE), ("ended", 13 * MINUTE)]
)
def test_after_a_power_cut_people_say_what_the_gap_was(
    running: Session, clock: SetClock, tmp_path: Path, how: str, expected: timedelta
) -> None:
    watch = ClockWatch(running)
    clock.pass_time(20)
    watch.look()
    clock.pass_time(20)
    watch.look()
    clock.pass_time(20)
    watch.look()  # The last sign of life: eleven minutes in.
    clock.wall += 6 * MINUTE
    with started_again(running, clock, tmp_path / "again") as (again, _watch):
        id, doubt = question(again)
        assert (doubt.reason, doubt.seconds) == ("away", 360.0)
        assert again.state.agenda_progress.current == FIRST
        if how == "ended":
            answer(again, id, "ended", ended="7:28")
            assert again.state.agenda_progress.current == ""
            assert stage.next_item(again) == again.state.event.program[1]
            assert stage.previous_item(again) == again.state.event.program[0]
        else:
            answer(again, id, "count" if how == "count" else "drop")
        assert row(again, FIRST).elapsed == expected
        undo(again)
        assert again.state.agenda_progress.current == FIRST
        assert elapsed(again) == 17 * MINUTE, "until it is answered the gap is taken to count"


@pytest.mark.parametrize("ended", ["", "7:14", "8h", "abc", "7:33"])
def test_an_end_that_cannot_be_is_refused(
    running: Session, clock: SetClock, tmp_path: Path, ended: str
) -> None:
    clock.wall += 6 * MINUTE  # 07:31
    with started_again(running, clock, tmp_path / "again") as (again, _watch):
        before = all_of_it(again)
        with pytest.raises(Refused):
            answer(again, question(again)[0], "ended", ended=ended)
        assert all_of_it(again) == before


def test_a_gap_longer_than_a_ceremony_does_not_count_until_people_say_so(
    running: Session, clock: SetClock, tmp_path: Path
) -> None:
    watch = ClockWatch(running)
    clock.pass_time(25)
    watch.look()
    clock.wall += 24 * HOUR
    with started_again(running, clock, tmp_path / "again") as (again, _watch):
        assert elapsed(again) == 10 * MINUTE + timedelta(seconds=25)
        id, _doubt = question(again)
        answer(again, id, "drop")
        assert elapsed(again) == 10 * MINUTE + timedelta(seconds=25)
        undo(again)
        answer(again, id, "count")
        assert elapsed(again) == 10 * MINUTE + timedelta(seconds=25) + 24 * HOUR


def test_a_clock_that_went_back_while_the_program_was_off_takes_nothing_away(
    running: Session, clock: SetClock, tmp_path: Path
) -> None:
    door.admit(running, 1, "number")
    clock.wall -= HOUR
    with started_again(running, clock, tmp_path / "again") as (again, _watch):
        assert elapsed(again) == 10 * MINUTE
        id, doubt = question(again)
        assert doubt.seconds < 0
        answer(again, id, "drop")
        assert elapsed(again) == 10 * MINUTE


def test_a_question_outlives_a_second_crash(running: Session, clock: SetClock, tmp_path: Path) -> None:
    clock.wall += 6 * MINUTE
    with started_again(running, clock, tmp_path / "one") as (one, _watch):
        asked = question(one)
        with started_again(one, clock, tmp_path / "two") as (two, _again):
            assert question(two) == asked


def test_an_answer_to_a_question_of_an_item_that_was_undone_harms_nothing(
    running: Session, clock: SetClock
) -> None:
    watch = ClockWatch(running)
    clock.wall += 6 * MINUTE
    watch.look()
    id, _doubt = question(running)
    undo(running)
    assert running.state.agenda_progress.question() is None
    with pytest.raises(Refused):
        answer(running, id, "drop")
    stage.go(running)
    clock.pass_time(60)
    assert elapsed(running) == MINUTE


SECONDS = st.floats(0, 7200, allow_nan=False)
JUMPS = st.floats(-90_000, 90_000, allow_nan=False)


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return found(tmp_path_factory.mktemp("clocks") / "event", SetClock(MORNING))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(SECONDS, JUMPS), min_size=1, max_size=12))
def test_whatever_is_done_to_the_wall_clock_elapsed_is_what_the_monotonic_clock_says(
    founded: Path, tmp_path_factory: pytest.TempPathFactory, moves: list[tuple[float, float]]
) -> None:
    folder = tmp_path_factory.mktemp("moves") / "event"
    copytree(founded, folder)
    clock = SetClock(MORNING)
    with Session(folder, clock=clock) as session:
        watch = ClockWatch(session)
        stage.go(session)
        watch.look()
        began = clock.ticks
        for seconds, jump in moves:
            clock.pass_time(seconds)
            clock.wall += timedelta(seconds=jump)
            watch.look()
            assert abs(elapsed(session).total_seconds() - (clock.ticks - began)) < 0.001
            assert len(rows(session)) == len(session.state.event.program)
