"""Numbers of new guests, and whom a number means when two laptops that were apart gave it to two people."""

from pathlib import Path
from random import Random

import pytest

from data.commands.door import door
from data.commands.gifts.gift_desk import give
from data.commands.guests import add_guest, correct_guest
from data.commands.undo import undo
from data.ledger.lines.record import Step
from data.messages.log import describe
from data.model.entries.event import Undone
from data.model.guest import Guest
from data.queries.laptops.clashes import clashes
from data.queries.log import guests_in, is_about
from data.scanning.codes import payload
from data.session.session import Session
from tests.data.convergence.meant import play_meant
from tests.data.convergence.several import IDS, founded, meet, opened, pass_time, same, send


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> list[Step]:
    place: Path = tmp_path_factory.mktemp("numbers")
    with opened(founded(place), place, 0) as session:
        return list(session.state.steps)


def walk_in(session: Session, name: str) -> Guest:
    guest = door.walk_in(session, kind="household", name=name).guest
    assert guest is not None
    return guest


def numbers(session: Session) -> dict[str, int]:
    return {guest.name: number for number, guest in session.state.guests.items()}


def test_a_laptop_to_which_an_event_was_carried_goes_on_with_the_lists_numbers(three: list[Session]) -> None:
    one, two, third = three
    door.admit(one, 1, "number")
    send(one, two)
    for turn in range(3):
        pass_time(two, 60)
        assert walk_in(two, f"Khách {turn}").number == 10 + turn
    pass_time(third, 600)
    send(two, third)
    assert add_guest(third, kind="household", name="Mai", hamlet="xóm 1").number == 13


def test_from_the_first_merge_of_two_at_work_on_each_has_numbers_of_its_own(three: list[Session]) -> None:
    one, two, _ = three
    door.admit(two, 1, "number")
    pass_time(one, 60)
    door.admit(one, 2, "number")
    send(one, two)
    assert walk_in(two, "Lan").number >= 200_000
    assert walk_in(one, "Hoa").number == 10


def test_a_number_that_two_gave_is_the_earlier_guests_and_the_later_ones_tells_the_old_one(
    three: list[Session],
) -> None:
    one, two, _ = three
    walk_in(one, "Lan")
    pass_time(two, 60)
    card = walk_in(two, "Hoa").code
    meet(one, two)
    for session in (one, two):
        assert (numbers(session)["Lan"], numbers(session)["Hoa"]) == (10, 1_000_010)
        assert {10, 1_000_010} <= session.state.present.keys()
        assert [clash.kind for clash in clashes(session.state)] == ["number"]
        answer = door.scan(session, payload(card), "scanner")
        assert (answer.status, answer.guest) == ("already", session.state.guests[1_000_010])
        meet(one, two)
    same(one, two)


def test_what_each_did_with_its_own_guest_stays_that_guests_when_they_meet(three: list[Session]) -> None:
    one, two, _ = three
    pass_time(two, 60)
    for session, name, people in ((one, "Lan", 2), (two, "Hoa", 5)):
        walk_in(session, name)
        door.set_party(session, 10, people=people, relation="con", substitute=f"con {name}")
        correct_guest(session, 10, phone=f"09123456{people}8")
        give(session, "tai-lieu", 10)
    before = [describe(step.entry, two.state) for step in two.state.steps[-4:]]
    meet(one, two)
    for session in (one, two):
        state, known = session.state, numbers(session)
        for name, people in (("Lan", 2), ("Hoa", 5)):
            assert state.present[known[name]].people == people
            assert state.present[known[name]].substitute == f"con {name}"
            assert state.guests[known[name]].phone == f"09123456{people}8"
            assert state.handovers.share("tai-lieu", known[name]) is not None
        assert [clash.kind for clash in clashes(state)] == ["number"]
        told = [describe(entry, state) for entry in state.entries]
        assert sum("Hoa" in line for line in told) == sum("Hoa" in line for line in before)
        assert {1_000_010} == {n for step in state.steps[-4:] for n in guests_in(step, state)}
        assert all(is_about(step, 1_000_010, state) for step in state.steps[-4:])
        assert not any(is_about(step, 10, state) for step in state.steps[-4:])
    same(one, two)


def test_once_they_have_met_the_number_means_who_has_it_on_the_screen(three: list[Session]) -> None:
    one, two, third = three
    walk_in(one, "Lan")
    pass_time(two, 60)
    walk_in(two, "Hoa")
    meet(one, two)
    pass_time(two, 60)
    door.set_party(two, 10, people=4)
    door.set_party(two, 1_000_010, people=7)
    undo(two)
    door.set_party(two, 1_000_010, people=6)
    meet(one, two, third)
    for session in three:
        assert session.state.present[10].people == 4
        assert session.state.present[1_000_010].people == 6
    same(*three)


def test_a_guest_whose_listing_was_undone_leaves_nothing_to_who_else_has_the_number(
    three: list[Session],
) -> None:
    one, two, _ = three
    guest = add_guest(two, kind="household", name="Hoa", hamlet="xóm 1")
    listing = two.state.steps[-1].entry.id
    door.admit(two, guest.number, "number", people=5)
    two.record(Undone(entry=listing))
    pass_time(one, 60)
    add_guest(one, kind="household", name="Lan", hamlet="xóm 1")
    meet(one, two)
    assert numbers(one)["Lan"] == 10
    assert not one.state.present
    same(one, two)


def test_where_the_numbers_say_it_themselves_no_entry_says_more(session: Session) -> None:
    walk_in(session, "Lan")
    door.set_party(session, session.next_number - 1, people=2)
    undo(session)
    session.close()
    with Session(session.folder, laptop=IDS[1]) as carried:
        door.set_party(carried, carried.next_number - 1, people=3)
        walk_in(carried, "Hoa")
        door.set_party(carried, carried.next_number - 1, people=4)
        assert b"meant" not in carried.storage.path.read_bytes()


@pytest.mark.quick_once("ten")
@pytest.mark.parametrize(("seed", "ten"), [(seed, seed % 10) for seed in range(40)])
def test_whatever_three_do_apart_every_entry_goes_on_meaning_whom_its_laptop_meant(
    first: list[Step], seed: int, ten: int
) -> None:
    assert play_meant(first, Random(seed)) == []
