"""The numbers that the chairman asks for."""

from msgspec.structs import replace

from data.commands.door import door
from data.commands.undo import undo
from data.queries.people.counts import by_delegation, by_hamlet, counts
from data.session.session import Session
from tests.conftest import list_guests
from tests.data.state.facts import same_on_disk


def test_a_household_is_counted_once_however_many_came(session: Session) -> None:
    door.admit(session, 1, "scanner", people=4)
    door.admit(session, 2, "scanner", relation="vợ")
    door.admit(session, 7, "scanner")
    now = counts(session.state)
    assert (now.households_target, now.households_listed, now.households_present) == (100, 6, 2)
    assert (now.people, now.delegates_listed, now.delegates_present) == (5, 3, 1)


def test_a_walk_in_is_present_and_was_not_invited(session: Session) -> None:
    door.walk_in(session, kind="household", name="Trịnh Văn Lợi", hamlet="xóm 3")
    now = counts(session.state)
    assert (now.households_listed, now.households_present, now.households_walk_ins) == (6, 1, 1)
    assert (now.households_invited_present, now.households_missing) == (0, 6)
    last = by_hamlet(session.state)[-1]
    assert (last.name, last.listed, last.present, last.walk_ins, last.missing) == ("xóm 3", 2, 1, 1, 2)


def test_a_withdrawn_guest_is_neither_listed_nor_present(session: Session) -> None:
    door.admit(session, 1, "scanner", people=3)
    list_guests(session, [replace(session.state.guests[1], withdrawn=True)])
    now = counts(session.state)
    assert (now.households_listed, now.households_present, now.people) == (5, 0, 0)


def test_delegations_stand_in_protocol_order_and_hamlets_as_listed(session: Session) -> None:
    door.admit(session, 9, "scanner")
    assert [(g.name, g.listed, g.present) for g in by_delegation(session.state)] == [
        ("MTTQ huyện", 1, 0),
        ("Công an huyện", 1, 0),
        ("Cấp ủy xã", 1, 1),
    ]
    assert [g.name for g in by_hamlet(session.state)] == ["xóm 1", "xóm 2", "xóm 3"]


def test_a_guest_in_is_counted_on_in_the_order_of_arrival(session: Session) -> None:
    for number in (5, 1, 8):
        door.admit(session, number, "number")
    assert list(session.state.present) == [5, 1, 8]
    assert same_on_disk(session)


def test_a_number_that_was_undone_is_not_given_again(session: Session) -> None:
    first = door.walk_in(session, kind="household", name="A").guest
    undo(session)
    second = door.walk_in(session, kind="household", name="B").guest
    assert first is not None
    assert second is not None
    assert second.number == first.number + 1
