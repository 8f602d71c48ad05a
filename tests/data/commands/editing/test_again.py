"""The same households again: another event for the guests of an earlier one, with their old cards."""

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from data.clock import SetClock
from data.commands.door import door
from data.commands.guests import add_guest, mark_printed, withdraw_guest
from data.commands.undo import undo
from data.errors import CeremonyError, EventMissing, Refused
from data.model.entries.guests import RosterImported
from data.model.plan import Plan
from data.plans.load import load_plan
from data.scanning.codes import event_number, payload
from data.session.create_event import create_event
from data.session.session import Session
from tests.conftest import PLAN, found
from tests.data.state.facts import same_on_disk

AGAIN = "sinh-hoat-chuyen-de"


@pytest.fixture(scope="module")
def plan() -> Plan:
    return load_plan(AGAIN)


@pytest.fixture
def launch(event_folder: Path, clock: SetClock) -> Path:
    """A launch after its day: a replaced card, a walk-in, one guest withdrawn, one card not printed."""
    with Session(event_folder, clock=clock) as session:
        door.replace_card(session, 2)
        door.walk_in(session, kind="household", name="Vũ Văn Hòa", hamlet="xóm 4")
        withdraw_guest(session, 3, "chuyển đi")
        mark_printed(session, [n for n in session.state.guests if n != 1])
        door.admit(session, 1, "name")
    return event_folder


def again(folder: Path, plan: Plan, source: Path, clock: SetClock) -> Path:
    create_event(folder, plan, site="kha-tan", on=date(2022, 9, 15), guests_from=source, clock=clock)
    return folder


def test_guests_keep_their_numbers_and_cards(
    own_home: Path, plan: Plan, launch: Path, clock: SetClock
) -> None:
    folder = again(own_home / "quy-3", plan, launch, clock)
    with Session(launch, "read") as earlier, Session(folder, clock=clock) as session:
        before, state = earlier.state, session.state
        assert list(state.guests) == [1, 2, 4, 5, 6, 7, 8, 9, 10]
        for number, guest in state.guests.items():
            assert guest == replace(before.guests[number], walk_in=False)
        assert state.entries[1].what == RosterImported(source="kha-tan", added=9, changed=0, refused=0)
        assert not state.present
        assert state.printed == {g.code for g in state.guests.values() if g.number != 1}
        assert state.event.number != before.event.number
        assert same_on_disk(session)
        undo(session)
        undo(session)
        assert not state.guests


def test_a_card_printed_for_the_launch_opens_the_door_again(
    own_home: Path, plan: Plan, launch: Path, clock: SetClock
) -> None:
    folder = again(own_home / "quy-3", plan, launch, clock)
    with Session(launch, "read") as earlier, Session(folder, clock=clock) as session:
        cards = {number: payload(guest.code) for number, guest in earlier.state.guests.items()}
        old = payload(next(iter(earlier.state.replaced)))
        for number in (1, 2, 10):
            assert door.scan(session, cards[number], "scanner").status == "admitted"
        assert door.scan(session, old, "scanner").status == "other-event"
        assert door.scan(session, cards[3], "scanner").status == "other-event"
        withdraw_guest(session, 4, "chuyển đi")
        assert door.scan(session, cards[4], "scanner").status == "unknown"
        new = door.replace_card(session, 5)
        assert event_number(new.code) == session.state.event.number
        assert door.scan(session, cards[5], "scanner").status == "replaced"
        assert add_guest(session, kind="household", name="Hoa").number == 11


def test_a_delegation_that_the_plan_lacks_comes_with_its_guests(
    own_home: Path, plan: Plan, launch: Path, clock: SetClock
) -> None:
    with Session(launch, clock=clock) as session:
        add_guest(session, kind="delegate", name="Mai", delegation="bao-dai")
    assert "bao-dai" not in [delegation.id for delegation in plan.delegations]
    households = tuple(replace(d, id="ho") if d.kind == "household" else d for d in plan.delegations)
    folder = again(own_home / "quy-3", replace(plan, delegations=households), launch, clock)
    with Session(folder, "read") as session:
        state = session.state
        assert {g.delegation for g in state.guests.values() if g.is_household} == {"ho"}
        assert all(state.event.delegation(guest.delegation) for guest in state.guests.values())
        assert [d.id for d in state.event.delegations if d.kind == "household"] == ["ho"]


def test_fictional_guests_stay_marked_as_fictional(own_home: Path, plan: Plan, clock: SetClock) -> None:
    source = own_home / "mau"
    create_event(source, load_plan(PLAN), site="kha-tan", sample=True, clock=clock)
    with Session(source, clock=clock) as session:
        add_guest(session, kind="household", name="Hoa")
    with Session(again(own_home / "quy-3", plan, source, clock), "read") as session:
        assert session.state.event.sample


def test_an_event_without_guests_or_no_event_makes_none(own_home: Path, plan: Plan, clock: SetClock) -> None:
    found(own_home / "trong", clock)
    for source, error in ((own_home / "trong", Refused), (own_home / "khong-co", EventMissing)):
        with pytest.raises(CeremonyError) as caught:
            again(own_home / "quy-3", plan, source, clock)
        assert caught.type is error
        assert not (own_home / "quy-3").exists()


def test_the_quarterly_meeting_is_short_and_at_the_same_sites(plan: Plan) -> None:
    launch_plan = load_plan(PLAN)
    assert plan.sites == launch_plan.sites
    assert [item.id for item in plan.agenda if not item.optional] == [
        "gioi-thieu",
        "kiem-diem",
        "chuyen-de",
        "thao-luan",
        "be-mac",
    ]
    hours, minutes = (
        int(e) - int(s) for s, e in zip(plan.start.split(":"), plan.deadline.split(":"), strict=True)
    )
    assert sum(item.minutes for item in plan.agenda if not item.optional) <= hours * 60 + minutes
    assert all(len(delegation.short) <= 14 for delegation in plan.delegations)
    ours, theirs = {d.id for d in plan.delegations}, {d.id for d in launch_plan.delegations}
    assert theirs - ours == {"bao-dai"}
