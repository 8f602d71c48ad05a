"""What is still to come can be left out, put in another order, and given other minutes."""

from datetime import timedelta

import pytest

from data.clock import SetClock
from data.commands.stage import stage
from data.commands.undo import undo
from data.errors import Refused
from data.queries.open_tasks import remaining
from data.queries.stage.pace import pace
from data.session.session import Session
from tests.data.commands.stage.conftest import EIGHT
from tests.data.commands.stage.seen import all_of_it, row, rows

MINUTE = timedelta(minutes=1)


def test_an_item_that_is_left_out_is_passed_over_and_gives_its_minutes_back(on_stage: Session) -> None:
    stage.go(on_stage)
    before = pace(on_stage.state.event, on_stage.state.agenda_progress, rows(on_stage), on_stage.now()).end
    stage.skip_or_reinstate(on_stage, "phat-bieu")
    after = pace(on_stage.state.event, on_stage.state.agenda_progress, rows(on_stage), on_stage.now()).end
    assert row(on_stage, "phat-bieu").state == "skipped"
    assert after == before - 20 * MINUTE
    begun = []
    while (item := stage.next_item(on_stage)) is not None:
        stage.go(on_stage, item.id)
        begun.append(item.id)
    assert "phat-bieu" not in begun and begun[-1] == "be-mac"


def test_what_was_left_out_can_be_taken_in_again_or_undone(on_stage: Session) -> None:
    before = all_of_it(on_stage)
    stage.skip_or_reinstate(on_stage, "phat-bieu")
    stage.skip_or_reinstate(on_stage, "phat-bieu")
    assert all_of_it(on_stage) == before
    stage.skip_or_reinstate(on_stage, "phat-bieu")
    undo(on_stage)
    assert all_of_it(on_stage) == before


def test_what_the_plan_fixes_or_what_has_begun_is_never_left_out(on_stage: Session) -> None:
    with pytest.raises(Refused):
        stage.skip_or_reinstate(on_stage, "quyet-dinh-mo-hinh")
    stage.go(on_stage)
    with pytest.raises(Refused):
        stage.skip_or_reinstate(on_stage, "gioi-thieu")


def test_leaving_out_the_last_items_lets_the_next_go_close(on_stage: Session, clock: SetClock) -> None:
    while on_stage.state.agenda_progress.current != "phat-bieu":
        stage.go(on_stage)
    for item in ("chuyen-de", "be-mac"):
        stage.skip_or_reinstate(on_stage, item)
    clock.pass_time(600)
    stage.go(on_stage, "")
    closed = on_stage.state.agenda_progress.closed
    clock.pass_time(3600)
    assert closed == EIGHT + 10 * MINUTE
    assert (
        pace(on_stage.state.event, on_stage.state.agenda_progress, rows(on_stage), on_stage.now()).end
        == closed
    )


def test_the_order_of_what_is_to_come_changes_in_one_step_past_items_that_are_off(on_stage: Session) -> None:
    stage.go(on_stage)
    before = [item.id for item in stage.waiting_items(on_stage)]
    # "tiep-thu" is off and stands between these two in the agenda.
    stage.move_to_come(on_stage, "chuyen-de", -1)
    after = [item.id for item in stage.waiting_items(on_stage)]
    place = before.index("chuyen-de")
    before[place - 1], before[place] = before[place], before[place - 1]
    assert after == before


def test_what_has_begun_keeps_its_place(on_stage: Session) -> None:
    stage.go(on_stage)
    first = stage.waiting_items(on_stage)[0].id
    last = stage.waiting_items(on_stage)[-1].id
    for item, by in (("gioi-thieu", 1), (first, -1), (last, 1)):
        with pytest.raises(Refused):
            stage.move_to_come(on_stage, item, by)


def test_a_waiting_item_is_given_minutes_and_keeps_them_when_it_begins(on_stage: Session) -> None:
    stage.go(on_stage)
    stage.adjust(on_stage, -3, "quyet-dinh-mo-hinh")
    assert row(on_stage, "quyet-dinh-mo-hinh").minutes == 4
    stage.go(on_stage)
    assert row(on_stage, "quyet-dinh-mo-hinh").minutes == 4
    with pytest.raises(Refused):
        stage.adjust(on_stage, -4)
    with pytest.raises(Refused):
        stage.adjust(on_stage, 1, "gioi-thieu")


def test_what_was_left_out_is_no_longer_open(on_stage: Session) -> None:
    stage.skip_or_reinstate(on_stage, "phat-bieu")
    assert "phat-bieu" not in [item.id for item in remaining(on_stage.state).items]
