"""The numbers that the chairman asks for."""

from msgspec.structs import replace

from data.ceremony import Ceremony
from data.commands import door
from data.commands.undo import undo
from data.state.counts import by_delegation, by_hamlet, counts
from tests.conftest import list_guests
from tests.state.facts import same_on_disk


def test_a_household_is_counted_once_however_many_came(ceremony: Ceremony) -> None:
    door.admit(ceremony, 1, "scanner", people=4)
    door.admit(ceremony, 2, "scanner", relation="vợ")
    door.admit(ceremony, 7, "scanner")
    now = counts(ceremony.state)
    assert (now.households_target, now.households_listed, now.households_present) == (100, 6, 2)
    assert (now.people, now.delegates_listed, now.delegates_present) == (5, 3, 1)


def test_a_walk_in_is_listed_and_present(ceremony: Ceremony) -> None:
    door.walk_in(ceremony, kind="household", name="Trịnh Văn Lợi", hamlet="xóm 3")
    now = counts(ceremony.state)
    assert (now.households_listed, now.households_present) == (7, 1)
    assert [(g.name, g.listed, g.present) for g in by_hamlet(ceremony.state)][-1] == ("xóm 3", 3, 1)


def test_a_withdrawn_guest_is_neither_listed_nor_present(ceremony: Ceremony) -> None:
    door.admit(ceremony, 1, "scanner", people=3)
    list_guests(ceremony, [replace(ceremony.state.guests[1], withdrawn=True)])
    now = counts(ceremony.state)
    assert (now.households_listed, now.households_present, now.people) == (5, 0, 0)


def test_delegations_stand_in_protocol_order_and_hamlets_as_listed(ceremony: Ceremony) -> None:
    door.admit(ceremony, 9, "scanner")
    assert [(g.name, g.listed, g.present) for g in by_delegation(ceremony.state)] == [
        ("MTTQ huyện", 1, 0),
        ("Công an huyện", 1, 0),
        ("Cấp ủy xã", 1, 1),
    ]
    assert [g.name for g in by_hamlet(ceremony.state)] == ["xóm 1", "xóm 2", "xóm 3"]


def test_a_guest_in_is_counted_on_in_the_order_of_arrival(ceremony: Ceremony) -> None:
    for number in (5, 1, 8):
        door.admit(ceremony, number, "number")
    assert list(ceremony.state.present) == [5, 1, 8]
    assert same_on_disk(ceremony)


def test_a_number_that_was_undone_is_not_given_again(ceremony: Ceremony) -> None:
    first = door.walk_in(ceremony, kind="household", name="A").guest
    undo(ceremony)
    second = door.walk_in(ceremony, kind="household", name="B").guest
    assert first is not None
    assert second is not None
    assert second.number == first.number + 1
