"""Setting right who is here, each by one entry that undo takes back."""

import pytest

from data.ceremony import Ceremony
from data.clock import SetClock
from data.codes import payload
from data.commands import door, presence
from data.commands.undo import undo
from data.errors import Refused
from data.model.happenings.door import CheckInMoved, CheckInRemoved, GroupCheckedIn, LeftEarly
from data.state.counts import counts
from data.state.missing import missing_groups, missing_guests
from data.wording.log import describe
from tests.conftest import list_guests
from tests.state.facts import facts, same_on_disk
from tests.text.test_search import delegate


def test_a_whole_delegation_is_let_in_by_one_entry_and_out_again_by_one_undo(ceremony: Ceremony) -> None:
    police = [delegate(n, f"Vũ Văn {n}", "cong-an-huyen", "Cán bộ", "") for n in (20, 21)]
    list_guests(ceremony, police)
    door.admit(ceremony, 8, "scanner")
    before = facts(ceremony.state)
    answer = presence.admit_group(ceremony, "cong-an-huyen")
    assert [guest.number for guest in answer.guests] == [20, 21]
    assert ceremony.state.entries[-1].what == GroupCheckedIn(guests=(20, 21), group="cong-an-huyen")
    assert ceremony.state.present[20].duty == "Mai"
    assert same_on_disk(ceremony)
    with pytest.raises(Refused):
        presence.admit_group(ceremony, "cong-an-huyen")
    undo(ceremony)
    assert facts(ceremony.state) == before


def test_who_did_not_come_with_the_group_is_left_out(ceremony: Ceremony) -> None:
    list_guests(ceremony, [delegate(20, "Vũ Văn An", "cong-an-huyen", "", "")])
    presence.admit_group(ceremony, "cong-an-huyen", without=[20])
    assert set(ceremony.state.present) == {8}


def test_a_check_in_of_the_wrong_person_moves_with_its_time_and_party(
    ceremony: Ceremony, clock: SetClock
) -> None:
    first = door.admit(ceremony, 1, "name", relation="vợ", people=2).attendance
    clock.pass_time(600)
    assert presence.move_check_in(ceremony, 1, 2) == first
    assert ceremony.state.entries[-1].what == CheckInMoved(guest=1, to=2)
    assert list(ceremony.state.present) == [2]
    assert same_on_disk(ceremony)
    undo(ceremony)
    assert ceremony.state.present == {1: first}


def test_a_check_in_is_not_moved_onto_somebody_who_is_in(ceremony: Ceremony) -> None:
    door.admit(ceremony, 1, "name")
    door.admit(ceremony, 2, "name")
    for number, to in ((1, 2), (3, 4), (1, 999)):
        with pytest.raises(Refused):
            presence.move_check_in(ceremony, number, to)


def test_a_mistaken_check_in_is_taken_away_however_much_happened_since(ceremony: Ceremony) -> None:
    door.admit(ceremony, 1, "name")
    door.admit(ceremony, 2, "name")
    presence.remove_check_in(ceremony, 1)
    assert ceremony.state.entries[-1].what == CheckInRemoved(guest=1)
    assert list(ceremony.state.present) == [2]
    assert door.scan(ceremony, payload(ceremony.state.guests[1].code), "scanner").status == "admitted"
    with pytest.raises(Refused):
        presence.remove_check_in(ceremony, 3)


def test_who_goes_home_early_came_but_is_not_here_until_they_come_back(
    ceremony: Ceremony, clock: SetClock
) -> None:
    door.admit(ceremony, 1, "scanner", people=3)
    clock.pass_time(3600)
    assert presence.leave(ceremony, 1).left == clock.now()
    assert ceremony.state.entries[-1].what == LeftEarly(guest=1)
    now = counts(ceremony.state)
    assert (now.households_present, now.people, now.households_here, now.people_here, now.left) == (
        1,
        3,
        0,
        0,
        1,
    )
    assert same_on_disk(ceremony)
    with pytest.raises(Refused):
        presence.leave(ceremony, 1)
    assert door.admit(ceremony, 1, "scanner").status == "already"
    assert counts(ceremony.state).households_here == 1
    assert same_on_disk(ceremony)


def test_going_home_is_undone(ceremony: Ceremony) -> None:
    door.admit(ceremony, 1, "scanner")
    presence.leave(ceremony, 1)
    undo(ceremony)
    assert ceremony.state.present[1].is_here


def test_the_missing_are_told_by_delegation_in_protocol_order_and_by_hamlet(ceremony: Ceremony) -> None:
    for number in (1, 2, 7):
        door.admit(ceremony, number, "number")
    told = [
        (group.total.id, group.is_delegation, [guest.number for guest in group.guests])
        for group in missing_groups(ceremony.state)
    ]
    assert told == [
        ("cong-an-huyen", True, [8]),
        ("cap-uy-xa", True, [9]),
        ("xóm 2", False, [4, 3]),
        ("xóm 3", False, [5, 6]),
    ]
    assert [guest.number for guest in missing_guests(ceremony.state, delegation="cap-uy-xa")] == [9]


def test_each_of_them_is_told_in_a_sentence_that_names_the_guests(ceremony: Ceremony) -> None:
    door.admit(ceremony, 1, "name")
    presence.move_check_in(ceremony, 1, 2)
    presence.leave(ceremony, 2)
    presence.remove_check_in(ceremony, 2)
    presence.admit_group(ceremony, "cong-an-huyen")
    moved, left, removed, group = (describe(entry, ceremony.state) for entry in ceremony.state.entries[-4:])
    assert "Nguyễn Văn Dũng (001)" in moved
    assert "Trần Thị Hòa (002)" in moved
    assert "Trần Thị Hòa (002)" in left
    assert "Trần Thị Hòa (002)" in removed
    assert "Công an huyện" in group
    assert "008" in group
