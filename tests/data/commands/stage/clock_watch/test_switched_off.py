"""Crashes and power cuts while an item runs: people say what the gap was."""

from datetime import timedelta
from pathlib import Path

import pytest

from data.clock import SetClock
from data.commands.door import door
from data.commands.stage import stage
from data.commands.stage.clock_watch import ClockWatch, answer
from data.commands.undo import undo
from data.errors import Refused
from data.session.session import Session
from tests.data.commands.stage.clock_watch.asked import FIRST, HOUR, MINUTE, question, started_again
from tests.data.commands.stage.seen import all_of_it, elapsed, row


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
