"""One laptop holds the stage, and closing waits for all of them."""

from datetime import timedelta

import pytest

from data.commands.door import door
from data.commands.event.closing import close_event, missing_laptops, reopen_event
from data.commands.event.event import set_fact
from data.commands.stage import stage
from data.commands.stage.holding import held_by, take_stage
from data.commands.stage.stage_times import correct_times
from data.errors import EventAtRest, Refused, StageHeld
from data.session.session import Session
from tests.data.convergence.rules.recorded import kinds
from tests.data.convergence.several import meet, pass_time, same, send


def test_the_stage_is_held_by_the_laptop_that_began_and_taken_over_knowingly(three: list[Session]) -> None:
    one, two, _ = three
    stage.go(one)
    assert held_by(one) == ""
    send(one, two)
    assert held_by(two) == "cửa 1"
    with pytest.raises(StageHeld, match="cửa 1"):
        stage.go(two)
    with pytest.raises(StageHeld):
        stage.pause_or_resume(two)
    take_stage(two)
    stage.go(two)
    with pytest.raises(Refused):
        take_stage(two)
    meet(one, two)
    assert held_by(one) == "cửa 2"
    with pytest.raises(StageHeld):
        stage.go(one)
    assert one.state.agenda_progress.current == one.state.event.program[1].id
    same(one, two)


def test_of_two_who_step_through_the_agenda_apart_the_first_holds_the_stage(three: list[Session]) -> None:
    one, two, _ = three
    stage.go(one)
    pass_time(two, 60)
    stage.go(two)
    stage.go(two)
    pass_time(one, 120)
    stage.go(one)
    meet(one, two)
    assert two.state.agenda_progress.current == two.state.event.program[1].id
    assert kinds(one) == ["stage", "stage"]
    same(one, two)


def test_of_two_who_take_the_stage_over_apart_the_first_has_it(three: list[Session]) -> None:
    one, two, third = three
    stage.go(one)
    meet(*three)
    take_stage(two)
    pass_time(third, 5)
    take_stage(third)
    meet(*three)
    assert [held_by(session) for session in three] == ["cửa 2", "", "cửa 2"]
    same(*three)


def test_the_agendas_time_goes_by_the_clocks_of_the_laptop_that_holds_the_stage(three: list[Session]) -> None:
    one, two, _ = three
    pass_time(two, 3600)
    stage.go(one)
    for number in range(1, 7):
        pass_time(one, 60)
        pass_time(two, 60)
        door.admit(one if number % 2 else two, number, "number")
        meet(one, two)
    item = one.state.agenda_progress.current
    assert one.state.agenda_progress.elapsed(item, one.now()) == timedelta(minutes=6)
    stage.go(one)
    meet(one, two)
    assert two.state.agenda_progress.elapsed(item, two.now()) == timedelta(minutes=6)
    correct_times(two, item, ended="07:16")
    send(two, one)
    same(one, two)


def test_closing_on_one_laptop_is_closing_once_the_others_have_closed_too(three: list[Session]) -> None:
    one, two, _ = three
    door.admit(one, 1, "number")
    door.admit(two, 2, "number")
    meet(one, two)
    close_event(one)
    with pytest.raises(EventAtRest):
        door.admit(one, 3, "number")
    assert one.state.rest.closed is None
    assert [laptop.name for laptop in missing_laptops(one)] == ["cửa 2"]
    door.admit(two, 3, "number")
    close_event(two)
    meet(one, two)
    assert one.state.rest.closed is not None and missing_laptops(one) == []
    assert 3 in one.state.present
    same(one, two)
    reopen_event(two)
    meet(one, two)
    assert one.closed is None


def test_entries_of_a_laptop_that_is_lost_can_be_given_up(three: list[Session]) -> None:
    one, two, _ = three
    door.admit(one, 1, "number")
    door.admit(two, 2, "number")
    meet(one, two)
    close_event(one)
    close_event(one, without_others=True)
    assert one.state.rest.closed is not None


def test_a_laptop_that_only_prepared_the_event_is_not_waited_for(three: list[Session]) -> None:
    one, two, _ = three
    set_fact(one, "start", "08:15")
    send(one, two)
    door.admit(two, 1, "number")
    close_event(two)
    assert two.state.rest.closed is not None
