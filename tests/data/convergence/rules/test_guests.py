"""What two doors can do at once with one guest: what counts then, and that both are told."""

from msgspec.structs import replace

from data.commands.door import door
from data.commands.door.presence import leave, remove_check_in
from data.commands.guests import add_guest, correct_guest, withdraw_guest
from data.commands.undo import undo
from data.messages.warnings.clashes import clash_text
from data.queries.laptops.clashes import clashes
from data.queries.people.counts import counts
from data.scanning.codes import payload
from data.session.session import Session
from tests.data.convergence.rules.recorded import kinds
from tests.data.convergence.several import meet, pass_time, same, send


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
