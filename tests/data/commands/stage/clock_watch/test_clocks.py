"""Sleep and clocks that are set: noticed, asked about, and never counted or dropped unasked."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import copytree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.clock import SetClock
from data.commands.stage import stage
from data.commands.stage.clock_watch import ClockWatch, answer
from data.commands.undo import undo
from data.errors import Refused
from data.session.session import Session
from tests.conftest import MORNING, found
from tests.data.commands.stage.clock_watch.asked import FIRST, HOUR, MINUTE, question, started_again
from tests.data.commands.stage.seen import elapsed, row, rows


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
