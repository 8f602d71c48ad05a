"""Setting right who is here, each by one entry that undo takes back."""

import pytest

from data.clock import SetClock
from data.commands.door import door, presence
from data.commands.undo import undo
from data.errors import Refused
from data.messages.log import describe
from data.model.entries.door import CheckInMoved, CheckInRemoved, GroupCheckedIn, LeftEarly
from data.queries.people.counts import counts
from data.queries.people.missing import missing_groups, missing_guests
from data.scanning.codes import payload
from data.session.session import Session
from tests.conftest import list_guests
from tests.data.state.facts import facts, same_on_disk
from tests.data.text.test_search import delegate


def test_a_whole_delegation_is_let_in_by_one_entry_and_out_again_by_one_undo(session: Session) -> None:
    police = [delegate(n, f"Vũ Văn {n}", "cong-an-huyen", "Cán bộ", "") for n in (20, 21)]
    list_guests(session, police)
    door.admit(session, 8, "scanner")
    before = facts(session.state)
    answer = presence.admit_group(session, "cong-an-huyen")
    assert [guest.number for guest in answer.guests] == [20, 21]
    assert session.state.entries[-1].what == GroupCheckedIn(guests=(20, 21), group="cong-an-huyen")
    assert session.state.present[20].duty == "Mai"
    assert same_on_disk(session)
    with pytest.raises(Refused):
        presence.admit_group(session, "cong-an-huyen")
    undo(session)
    assert facts(session.state) == before


def test_who_did_not_come_with_the_group_is_left_out(session: Session) -> None:
    list_guests(session, [delegate(20, "Vũ Văn An", "cong-an-huyen", "", "")])
    presence.admit_group(session, "cong-an-huyen", without=[20])
    assert set(session.state.present) == {8}


def test_a_check_in_of_the_wrong_person_moves_with_its_time_and_party(
    session: Session, clock: SetClock
) -> None:
    first = door.admit(session, 1, "name", relation="vợ", people=2).attendance
    clock.pass_time(600)
    assert presence.move_check_in(session, 1, 2) == first
    assert session.state.entries[-1].what == CheckInMoved(guest=1, to=2)
    assert list(session.state.present) == [2]
    assert same_on_disk(session)
    undo(session)
    assert session.state.present == {1: first}


def test_a_check_in_is_not_moved_onto_somebody_who_is_in(session: Session) -> None:
    door.admit(session, 1, "name")
    door.admit(session, 2, "name")
    for number, to in ((1, 2), (3, 4), (1, 999)):
        with pytest.raises(Refused):
            presence.move_check_in(session, number, to)


def test_a_mistaken_check_in_is_taken_away_however_much_happened_since(session: Session) -> None:
    door.admit(session, 1, "name")
    door.admit(session, 2, "name")
    presence.remove_check_in(session, 1)
    assert session.state.entries[-1].what == CheckInRemoved(guest=1)
    assert list(session.state.present) == [2]
    assert door.scan(session, payload(session.state.guests[1].code), "scanner").status == "admitted"
    with pytest.raises(Refused):
        presence.remove_check_in(session, 3)


def test_who_goes_home_early_came_but_is_not_here_until_they_come_back(
    session: Session, clock: SetClock
) -> None:
    door.admit(session, 1, "scanner", people=3)
    clock.pass_time(3600)
    assert presence.leave(session, 1).left == clock.now()
    assert session.state.entries[-1].what == LeftEarly(guest=1)
    now = counts(session.state)
    assert (now.households_present, now.people, now.households_here, now.people_here, now.left) == (
        1,
        3,
        0,
        0,
        1,
    )
    assert same_on_disk(session)
    with pytest.raises(Refused):
        presence.leave(session, 1)
    assert door.admit(session, 1, "scanner").status == "already"
    assert counts(session.state).households_here == 1
    assert same_on_disk(session)


def test_going_home_is_undone(session: Session) -> None:
    door.admit(session, 1, "scanner")
    presence.leave(session, 1)
    undo(session)
    assert session.state.present[1].is_here


def test_the_missing_are_told_by_delegation_in_protocol_order_and_by_hamlet(session: Session) -> None:
    for number in (1, 2, 7):
        door.admit(session, number, "number")
    told = [
        (group.total.id, group.is_delegation, [guest.number for guest in group.guests])
        for group in missing_groups(session.state)
    ]
    assert told == [
        ("cong-an-huyen", True, [8]),
        ("cap-uy-xa", True, [9]),
        ("xóm 2", False, [4, 3]),
        ("xóm 3", False, [5, 6]),
    ]
    assert [guest.number for guest in missing_guests(session.state, delegation="cap-uy-xa")] == [9]


def test_each_of_them_is_told_in_a_sentence_that_names_the_guests(session: Session) -> None:
    door.admit(session, 1, "name")
    presence.move_check_in(session, 1, 2)
    presence.leave(session, 2)
    presence.remove_check_in(session, 2)
    presence.admit_group(session, "cong-an-huyen")
    moved, left, removed, group = (describe(entry, session.state) for entry in session.state.entries[-4:])
    assert "Nguyễn Văn Dũng (001)" in moved
    assert "Trần Thị Hòa (002)" in moved
    assert "Trần Thị Hòa (002)" in left
    assert "Trần Thị Hòa (002)" in removed
    assert "Công an huyện" in group
    assert "008" in group
