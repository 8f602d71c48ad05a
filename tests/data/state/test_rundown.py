"""The agenda's times, on a clock that only the test moves."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from data.clock import SetClock
from data.commands.stage import stage
from data.errors import Refused
from data.model.entries.event import EventChanged, Undone
from data.model.entry import Entry
from data.session.session import Session
from data.state.stage.agenda_progress import Row, finish, table
from data.state.stage.item_run import Mark, Run
from data.state.stage.timeline import Timeline

EIGHT = datetime(2022, 6, 15, 1, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def rows(session: Session) -> list[Row]:
    return table(session.state.event, session.state.agenda_progress, session.now())


def end(session: Session) -> datetime:
    return finish(rows(session), session.now())[1]


def running(session: Session) -> Row:
    return next(row for row in rows(session) if row.item.id == session.state.agenda_progress.current)


@pytest.fixture
def on_stage(session: Session, clock: SetClock) -> Session:
    """08:00 in the village, and nothing has begun."""
    clock.pass_time((EIGHT - clock.now()).total_seconds())
    return session


def test_before_the_ceremony_all_wait_and_times_are_the_plans(on_stage: Session) -> None:
    agenda = rows(on_stage)
    assert [row.position for row in agenda] == list(range(1, 9))
    assert {row.state for row in agenda} == {"waiting"}
    assert [row.expected for row in agenda] == [row.planned for row in agenda]
    assert agenda[0].planned == EIGHT
    assert agenda[1].planned == EIGHT + 15 * MINUTE
    assert finish(agenda, on_stage.now()) == (EIGHT + 150 * MINUTE, EIGHT + 150 * MINUTE)


def test_before_a_late_beginning_the_expected_times_move_and_the_planned_stay(
    on_stage: Session, clock: SetClock
) -> None:
    clock.pass_time(600)
    agenda = rows(on_stage)
    assert agenda[0].planned == EIGHT
    assert agenda[0].expected == EIGHT + 10 * MINUTE
    assert end(on_stage) == EIGHT + 160 * MINUTE


def test_go_ends_one_item_and_begins_the_next_until_the_ceremony_closes(
    on_stage: Session, clock: SetClock
) -> None:
    program = on_stage.state.event.program
    for item in program:
        assert stage.next_item(on_stage) == item
        stage.go(on_stage, item.id)
        assert on_stage.state.agenda_progress.current == item.id
        clock.pass_time(item.minutes * 60)
    assert stage.next_item(on_stage) is None
    stage.go(on_stage, "")
    agenda = rows(on_stage)
    assert {row.state for row in agenda} == {"done"}
    assert [row.elapsed for row in agenda] == [timedelta(minutes=row.minutes) for row in agenda]
    assert on_stage.state.agenda_progress.closed == clock.now() == end(on_stage)
    with pytest.raises(Refused):
        stage.go(on_stage)
    with pytest.raises(Refused):
        stage.pause_or_resume(on_stage)


def test_go_is_refused_when_the_agenda_moved_in_the_meantime(on_stage: Session) -> None:
    first, second = on_stage.state.event.program[:2]
    stage.go(on_stage, first.id)
    for expected in (first.id, ""):
        with pytest.raises(Refused):
            stage.go(on_stage, expected)
    stage.go(on_stage, second.id)
    assert on_stage.state.agenda_progress.current == second.id


def test_a_pause_stops_the_items_time_and_moves_the_end(on_stage: Session, clock: SetClock) -> None:
    stage.go(on_stage)
    clock.pass_time(300)
    stage.pause_or_resume(on_stage)
    assert running(on_stage).state == "paused"
    before = end(on_stage)
    clock.pass_time(600)
    assert running(on_stage).elapsed == 5 * MINUTE
    assert end(on_stage) == before + 10 * MINUTE
    stage.pause_or_resume(on_stage)
    clock.pass_time(60)
    assert running(on_stage).state == "running"
    assert running(on_stage).elapsed == 6 * MINUTE


def test_go_from_a_paused_item_leaves_the_pause_out(on_stage: Session, clock: SetClock) -> None:
    stage.go(on_stage)
    clock.pass_time(60)
    stage.pause_or_resume(on_stage)
    clock.pass_time(60)
    stage.go(on_stage)
    assert rows(on_stage)[0].elapsed == MINUTE
    assert rows(on_stage)[0].state == "done"


def test_back_runs_the_item_on_with_the_time_it_had(on_stage: Session, clock: SetClock) -> None:
    stage.go(on_stage)
    clock.pass_time(240)
    stage.go(on_stage)
    clock.pass_time(60)
    stage.back(on_stage)
    first, second = rows(on_stage)[:2]
    assert (first.state, first.elapsed, first.ended) == ("running", 4 * MINUTE, None)
    assert (second.state, second.elapsed, second.started) == ("waiting", timedelta(), None)
    clock.pass_time(60)
    assert running(on_stage).elapsed == 5 * MINUTE
    assert first.started == EIGHT


def test_back_after_the_closing_runs_the_last_item_on(on_stage: Session, clock: SetClock) -> None:
    for _ in range(9):
        stage.go(on_stage)
        clock.pass_time(60)
    assert on_stage.state.agenda_progress.closed is not None
    stage.back(on_stage)
    assert on_stage.state.agenda_progress.closed is None
    assert running(on_stage).item == on_stage.state.event.program[-1]
    assert running(on_stage).elapsed == MINUTE


def test_back_is_refused_at_the_beginning(on_stage: Session) -> None:
    with pytest.raises(Refused):
        stage.back(on_stage)
    stage.go(on_stage)
    with pytest.raises(Refused):
        stage.back(on_stage)


def test_back_and_back_and_go_step_over_the_same_items(on_stage: Session) -> None:
    for _ in range(3):
        stage.go(on_stage)
    stage.back(on_stage)
    stage.back(on_stage)
    for item in on_stage.state.event.program[1:4]:
        assert stage.go(on_stage, item.id)


def test_more_minutes_move_the_end_and_fewer_bring_it_back(on_stage: Session) -> None:
    stage.go(on_stage)
    before = end(on_stage)
    stage.adjust(on_stage, 5)
    assert running(on_stage).minutes == 20
    assert end(on_stage) == before + 5 * MINUTE
    stage.adjust(on_stage, -10)
    assert end(on_stage) == before - 5 * MINUTE


def test_an_item_keeps_at_least_one_minute(on_stage: Session) -> None:
    stage.go(on_stage)
    stage.adjust(on_stage, -14)
    with pytest.raises(Refused):
        stage.adjust(on_stage, -1)
    assert running(on_stage).minutes == 1


@pytest.mark.parametrize("command", [stage.pause_or_resume, lambda session: stage.adjust(session, 1)])
def test_nothing_running_cannot_be_paused_or_adjusted(
    on_stage: Session, command: Callable[[Session], object]
) -> None:
    with pytest.raises(Refused):
        command(on_stage)
    assert not on_stage.state.agenda_progress.runs


def test_an_overrun_moves_what_follows_and_an_early_end_moves_it_back(
    on_stage: Session, clock: SetClock
) -> None:
    planned = EIGHT + 150 * MINUTE
    stage.go(on_stage)
    clock.pass_time(15 * 60)
    assert end(on_stage) == planned
    clock.pass_time(7 * 60)
    assert end(on_stage) == planned + 7 * MINUTE
    assert rows(on_stage)[1].expected == clock.now()
    stage.go(on_stage)
    assert end(on_stage) == planned + 7 * MINUTE
    clock.pass_time(2 * 60)
    stage.go(on_stage)
    assert end(on_stage) == planned + 2 * MINUTE
    assert finish(rows(on_stage), on_stage.now())[0] == planned


def test_a_clock_set_back_takes_no_time_from_the_item(on_stage: Session, clock: SetClock) -> None:
    stage.go(on_stage)
    clock.pass_time(60)
    clock.wall -= timedelta(minutes=30)
    assert running(on_stage).elapsed == MINUTE
    clock.pass_time(60)
    stage.go(on_stage)
    assert rows(on_stage)[0].elapsed == 2 * MINUTE


def test_a_clock_set_back_while_the_program_was_closed_gives_no_negative_time(
    event_folder: Path, clock: SetClock
) -> None:
    with Session(event_folder, clock=clock) as session:
        stage.go(session)
    earlier = SetClock(clock.wall - timedelta(hours=1), ticks=clock.ticks + 1_000_000)
    with Session(event_folder, clock=earlier) as session:
        assert running(session).elapsed == timedelta()
        stage.go(session)
        assert rows(session)[0].elapsed == timedelta()
    later = SetClock(clock.wall + timedelta(hours=1))
    with Session(event_folder, clock=later) as session:
        assert running(session).elapsed == 2 * timedelta(hours=1)


def test_a_program_started_anew_counts_the_item_on_by_the_wall_clock(
    event_folder: Path, clock: SetClock
) -> None:
    with Session(event_folder, clock=clock) as session:
        stage.go(session)
        clock.pass_time(60)
    clock.ticks = 0.0
    clock.wall += timedelta(minutes=6)
    with Session(event_folder, clock=clock) as session:
        assert running(session).elapsed == 7 * MINUTE


DAY = st.integers(-86_400, 86_400).map(lambda seconds: EIGHT + timedelta(seconds=seconds))
MOVES = st.lists(st.tuples(DAY, st.floats(0, 3600), st.sampled_from(["first", "second"])), min_size=1)


@given(MOVES, st.data())
def test_no_way_of_setting_the_clock_makes_elapsed_negative_or_go_back(
    moves: list[tuple[datetime, float, str]], data: st.DataObject
) -> None:
    ticks, line, elapsed = 0.0, Timeline(), timedelta()
    run: Run | None = None
    for at, passed, program in moves:
        ticks += passed
        line.add(Entry(id="", at=at, ticks=ticks, run=program, device="", what=Undone(entry="")))
        mark = Mark(at, line.reached)
        if run is None:
            run = Run(mark)
        elif data.draw(st.booleans()):
            run.halt(mark)
        else:
            run.go_on(mark)
        before, elapsed = elapsed, run.elapsed(line.reached)
        assert timedelta() <= before <= elapsed


def test_an_item_switched_on_by_the_organiser_takes_its_place(on_stage: Session) -> None:
    event = on_stage.state.event
    agenda = tuple(replace(item, optional=False) for item in event.agenda)
    on_stage.record(EventChanged(what="agenda"), event=replace(event, agenda=agenda))
    assert [row.item.id for row in rows(on_stage)] == [item.id for item in event.agenda]
    assert stage.next_item(on_stage) == agenda[0]
