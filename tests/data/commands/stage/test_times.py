"""A forgotten GO dated back, and real times set right afterwards."""

from datetime import timedelta

import pytest

from data.clock import SetClock, hour_minute
from data.commands.stage import stage, stage_times
from data.commands.undo import undo
from data.errors import Refused
from data.session.session import Session
from tests.data.commands.stage.conftest import EIGHT
from tests.data.commands.stage.seen import all_of_it, row, running

MINUTE = timedelta(minutes=1)
FIRST, SECOND, THIRD = "gioi-thieu", "quyet-dinh-mo-hinh", "quyet-dinh-to-tu-quan"


@pytest.fixture
def third(on_stage: Session, clock: SetClock) -> Session:
    """Three items begun at 08:00:00, 08:15:20 and 08:22:40; it is 08:30:40."""
    stage.go(on_stage)
    for seconds in (920, 440):
        clock.pass_time(seconds)
        stage.go(on_stage)
    clock.pass_time(480)
    return on_stage


def test_a_forgotten_go_is_dated_back_in_one_step(third: Session) -> None:
    before = all_of_it(third)
    stage.go(third, "tang-hoa", minutes_ago=4)
    assert running(third).elapsed == 4 * MINUTE
    assert row(third, THIRD).elapsed == timedelta(seconds=240)
    assert row(third, THIRD).ended == running(third).started
    undo(third)
    assert all_of_it(third) == before


@pytest.mark.parametrize("minutes", [9, -1, 241, "4x", ""])
def test_a_go_cannot_be_dated_back_before_the_item_that_ran(third: Session, minutes: int | str) -> None:
    with pytest.raises(Refused):
        stage.go(third, minutes_ago=minutes)
    assert third.state.agenda_progress.current == THIRD


def test_the_very_first_go_can_be_dated_back(on_stage: Session, clock: SetClock) -> None:
    clock.pass_time(300)
    stage.go(on_stage, minutes_ago=5)
    assert running(on_stage).started == EIGHT
    assert running(on_stage).elapsed == 5 * MINUTE


def test_a_go_that_came_late_is_set_right_for_both_items(third: Session) -> None:
    stage_times.began_ago(third, 10)
    assert running(third).elapsed == 10 * MINUTE
    assert row(third, SECOND).elapsed == timedelta(seconds=440 - 120)
    with pytest.raises(Refused):
        stage_times.began_ago(third, 18)


def test_a_typed_start_moves_the_end_of_the_item_before_with_it(third: Session) -> None:
    before = all_of_it(third)
    stage_times.correct_times(third, SECOND, started="8:13")
    assert row(third, FIRST).elapsed == 13 * MINUTE
    assert row(third, SECOND).elapsed == timedelta(seconds=440 + 140)
    assert row(third, FIRST).ended == row(third, SECOND).started == EIGHT + 13 * MINUTE
    undo(third)
    assert all_of_it(third) == before


def test_a_typed_end_moves_the_start_of_the_item_after_with_it(third: Session) -> None:
    stage_times.correct_times(third, SECOND, ended="8h25")
    assert row(third, SECOND).ended == row(third, THIRD).started == EIGHT + 25 * MINUTE
    assert row(third, THIRD).elapsed == timedelta(seconds=340)


def test_a_start_and_an_end_typed_together_are_one_step(third: Session) -> None:
    before = all_of_it(third)
    stage_times.correct_times(third, SECOND, started="8:10", ended="8:20")
    assert row(third, SECOND).elapsed == 10 * MINUTE
    undo(third)
    assert all_of_it(third) == before


@pytest.mark.parametrize(
    ("item", "started", "ended"),
    [
        (SECOND, "7:59", ""),  # before the item before it began
        (SECOND, "8:23", ""),  # after its own end
        (SECOND, "", "8:14"),  # before its own start
        (SECOND, "", "8:31"),  # after now
        (THIRD, "8:32", ""),  # after now
        (THIRD, "", "8:30"),  # it still runs
        (SECOND, "8:20", "8:10"),
        (SECOND, "later", ""),
        (SECOND, "25:00", ""),
        (SECOND, "", ""),
        (SECOND, "8:15", "8:22"),  # what is known already
        ("tang-hoa", "8:10", ""),
        ("nothing", "8:10", ""),
    ],
)
def test_a_time_that_contradicts_what_is_known_is_refused(
    third: Session, item: str, started: str, ended: str
) -> None:
    before = all_of_it(third)
    with pytest.raises(Refused):
        stage_times.correct_times(third, item, started=started, ended=ended)
    assert all_of_it(third) == before


def test_seconds_that_nobody_can_type_contradict_nothing(third: Session) -> None:
    stage_times.correct_times(third, THIRD, started="8:15")
    assert row(third, SECOND).elapsed == timedelta()
    assert row(third, THIRD).started == row(third, SECOND).started


def test_the_first_start_can_be_moved_before_the_planned_one(third: Session) -> None:
    stage_times.correct_times(third, FIRST, started="7:50")
    assert row(third, FIRST).elapsed == timedelta(minutes=10, seconds=920)


def test_a_pause_stays_out_of_the_time_when_the_start_moves(on_stage: Session, clock: SetClock) -> None:
    stage.go(on_stage)
    clock.pass_time(300)
    stage.pause_or_resume(on_stage)
    clock.pass_time(300)
    stage.pause_or_resume(on_stage)
    clock.pass_time(300)
    stage.go(on_stage)
    stage_times.correct_times(on_stage, FIRST, started="7:55")
    assert row(on_stage, FIRST).elapsed == 15 * MINUTE
    stage_times.correct_times(on_stage, FIRST, started="8:08")
    assert row(on_stage, FIRST).elapsed == 5 * MINUTE


def test_the_closing_time_can_be_set_right(on_stage: Session, clock: SetClock) -> None:
    while on_stage.state.agenda_progress.closed is None:
        stage.go(on_stage)
        clock.pass_time(60)
    stage_times.correct_times(on_stage, "be-mac", ended="8:07")
    closed = on_stage.state.agenda_progress.closed
    assert closed is not None and hour_minute(closed) == "08:07"


def test_a_time_typed_after_midnight_is_the_night_before(on_stage: Session, clock: SetClock) -> None:
    clock.pass_time(15 * 3600 + 3300)  # 23:55
    stage.go(on_stage)
    clock.pass_time(900)  # 00:10
    stage.go(on_stage)
    clock.pass_time(300)
    stage_times.correct_times(on_stage, SECOND, started="23:58")
    assert row(on_stage, FIRST).elapsed == 3 * MINUTE
    stage_times.correct_times(on_stage, SECOND, started="0:05")
    assert row(on_stage, FIRST).elapsed == 10 * MINUTE
