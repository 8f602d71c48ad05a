"""What two laptops can do at once: what counts then, and that people are told."""

from datetime import timedelta
from typing import get_args

import pytest
from msgspec.structs import replace

from data.commands.door import door
from data.commands.door.presence import leave, remove_check_in
from data.commands.event.closing import close_event, missing_laptops, reopen_event
from data.commands.event.event import set_blank, set_fact
from data.commands.gifts.gift_desk import give
from data.commands.gifts.gifts import void
from data.commands.guests import add_guest, correct_guest, withdraw_guest
from data.commands.stage import stage
from data.commands.stage.holding import held_by, take_stage
from data.commands.stage.stage_times import correct_times
from data.commands.undo import last_step, undo
from data.errors import EventAtRest, Refused, StageHeld
from data.messages.warnings.clashes import clash_text
from data.model.entries.base import Apart
from data.model.entry import AnyHappening
from data.queries.clashes import clashes
from data.queries.people.counts import counts
from data.scanning.codes import payload
from data.session.session import Session
from tests.data.convergence.several import meet, pass_time, same, send


def kinds(session: Session) -> list[str]:
    return [clash.kind for clash in clashes(session.state)]


@pytest.mark.parametrize("kind", get_args(AnyHappening), ids=lambda kind: kind.__name__)
def test_every_kind_says_what_counts_when_two_do_it_at_once(kind: type) -> None:
    assert kind.apart in get_args(Apart)  # type: ignore[attr-defined]


def test_of_two_who_let_the_same_guest_in_the_earlier_stands_and_both_are_told(three: list[Session]) -> None:
    one, two, _ = three
    pass_time(one, 30)
    door.admit(two, 1, "number", people=4)
    door.admit(one, 1, "number", people=2)
    here = send(two, one)
    there = send(one, two)
    for session, taken in ((one, here), (two, there)):
        assert session.state.present[1].people == 4
        assert counts(session.state).households_present == 1
        (clash,) = taken.clashes
        told = clash_text(clash, session.state)
        assert "cửa 1" in told and "cửa 2" in told and "Nguyễn Văn Dũng" in told
    same(one, two)


def test_who_went_home_and_is_let_in_at_the_other_door_is_here_again(three: list[Session]) -> None:
    one, two, _ = three
    door.admit(one, 1, "number")
    leave(one, 1)
    pass_time(two, 600)
    door.admit(two, 1, "number")
    meet(one, two)
    assert one.state.present[1].is_here
    same(one, two)


def test_when_the_earlier_check_in_is_undone_the_later_one_stands(three: list[Session]) -> None:
    one, two, _ = three
    door.admit(one, 1, "number")
    pass_time(two, 60)
    door.admit(two, 1, "number")
    meet(one, two)
    undo(one)
    meet(one, two)
    assert one.state.present[1].device == "cửa 2"
    assert not clashes(one.state)
    same(one, two)


def test_walk_ins_of_two_doors_that_are_together_never_have_one_number(three: list[Session]) -> None:
    one, two, third = three
    for session in three:
        session.is_together = True
    for turn in range(5):
        for session in three:
            door.walk_in(session, kind="household", name=f"Khách {turn} của {session.device}")
    meet(*three)
    meet(*three)
    assert len(one.state.guests) == 9 + 15
    assert not clashes(one.state)
    # Who made the list goes on with it, as on a laptop alone.
    assert {10, 11, 12, 13, 14} <= one.state.guests.keys()
    same(one, two, third)


def test_a_card_replaced_at_one_door_and_scanned_at_the_other_lets_its_guest_in(three: list[Session]) -> None:
    one, two, _ = three
    old = payload(one.state.guests[1].code)
    new = door.replace_card(one, 1)
    pass_time(two, 60)
    assert door.scan(two, old, "scanner").status == "admitted"
    meet(one, two)
    for session in (one, two):
        assert 1 in session.state.present
        assert door.scan(session, old, "scanner").status == "replaced"
        assert door.scan(session, payload(new.code), "scanner").status == "already"
    meet(one, two)
    same(one, two)


def test_of_two_new_cards_the_later_is_valid_and_the_other_says_that_it_was_replaced(
    three: list[Session],
) -> None:
    one, two, _ = three
    first = door.replace_card(one, 1)
    pass_time(two, 60)
    second = door.replace_card(two, 1)
    meet(one, two)
    for session in (one, two):
        assert door.scan(session, payload(first.code), "scanner").status == "replaced"
        assert door.scan(session, payload(second.code), "scanner").is_welcome
        meet(one, two)
    same(one, two)


def test_two_corrections_of_one_guest_both_count_and_leave_the_card_alone(three: list[Session]) -> None:
    one, two, third = three
    correct_guest(one, 1, phone="0912345678")
    pass_time(two, 60)
    correct_guest(two, 1, birth_year=1960)
    pass_time(third, 30)
    new = door.replace_card(third, 1)
    meet(*three)
    guest = one.state.guests[1]
    assert (guest.phone, guest.birth_year, guest.code) == ("0912345678", 1960, new.code)
    same(*three)


def test_two_changes_of_the_event_both_count(three: list[Session]) -> None:
    one, two, third = three
    blanks = [blank.id for blank in one.state.event.blanks if blank.names_person][:2]
    set_blank(one, blanks[0], "Nguyễn Văn An")
    pass_time(two, 60)
    set_blank(two, blanks[1], "Trần Thị Bình")
    pass_time(third, 30)
    set_fact(third, "start", "08:15")
    before = one.state.event.blanks
    meet(*three)
    event = one.state.event
    values = {blank.id: blank.value for blank in event.blanks}
    assert "An" in values[blanks[0]] and "Bình" in values[blanks[1]]
    assert event.start == "08:15"
    assert [blank.id for blank in event.blanks] == [blank.id for blank in before]
    same(*three)


def test_who_came_is_on_the_list_whoever_took_them_off_it(three: list[Session]) -> None:
    one, two, third = three
    withdraw_guest(one, 1, "báo vắng")
    pass_time(two, 60)
    door.admit(two, 1, "number")
    door.admit(two, 2, "number")
    pass_time(third, 120)
    withdraw_guest(third, 2, "báo vắng")
    meet(*three)
    assert counts(one.state).households_present == 2
    assert kinds(one) == ["withdrawn", "withdrawn"]
    assert all("cửa 2" in clash_text(clash, one.state) for clash in clashes(one.state))
    same(*three)


def test_undo_takes_back_what_was_done_here_and_nothing_of_another_laptop(three: list[Session]) -> None:
    one, two, _ = three
    door.admit(one, 1, "number")
    pass_time(two, 60)
    door.admit(two, 2, "number")
    meet(one, two)
    assert undo(one).what.about() == {1}
    assert list(one.state.present) == [2]
    before = last_step(one)
    assert before is not None and before.what.about() != {2}


def test_a_share_that_was_given_at_two_desks_counts_twice_and_is_shown(three: list[Session]) -> None:
    one, two, _ = three
    door.admit(one, 1, "number")
    meet(one, two)
    give(one, "tai-lieu", 1)
    give(two, "tai-lieu", 1)
    meet(one, two)
    assert one.state.handovers.given("tai-lieu") == 2
    assert kinds(one) == ["served-twice"]
    assert "cửa 1" in clash_text(clashes(one.state)[0], one.state)
    void(one, clashes(one.state)[0].second, "trao hai lần")
    assert not clashes(one.state)


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


def test_a_check_in_taken_away_at_one_door_is_gone_at_both(three: list[Session]) -> None:
    one, two, _ = three
    door.admit(one, 1, "number")
    meet(one, two)
    remove_check_in(one, 1)
    pass_time(two, 5)
    remove_check_in(two, 1)
    guest = add_guest(two, kind="household", name="Mai", hamlet="xóm 1")
    meet(one, two)
    assert not one.state.present
    assert one.state.guests[guest.number] == replace(guest)
    same(one, two)
