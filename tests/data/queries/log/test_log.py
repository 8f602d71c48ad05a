"""Reading the ledger back by area, channel, guest and who was on duty."""

import pytest
from msgspec.structs import replace

from data.commands.door import door, presence
from data.commands.stage import stage
from data.commands.undo import undo
from data.model.entries.event import EventChanged
from data.model.entries.gifts import HandedGift, HandedOver, Person
from data.queries.log import (
    AREAS,
    Log,
    LogFilter,
    area_of,
    channels_in,
    duty_names,
    guests_in,
    is_about,
    undone_by,
)
from data.scanning.codes import payload
from data.session.session import Session


@pytest.fixture
def busy(session: Session) -> Session:
    door.admit(session, 1, "name")
    door.scan(session, payload(session.state.guests[4].code), "scanner")
    door.scan(session, "12", "scanner")
    session.duty = "Lan"
    presence.admit_group(session, "cong-an-huyen")
    presence.leave(session, 4)
    undo(session)
    stage.go(session)
    return session


def kinds(session: Session, **wanted: str) -> list[str]:
    found = Log(session.state).find(LogFilter(**wanted))  # type: ignore[arg-type]
    return [type(session.state.steps[place].entry.what).__name__ for place in found]


def test_without_a_filter_every_entry_stands_there_newest_first(busy: Session) -> None:
    everything = Log(busy.state).find(LogFilter())
    assert everything == list(range(len(busy.state.steps)))[::-1]


def test_every_entry_belongs_to_one_area(busy: Session) -> None:
    own = [kinds(busy, area=area) for area in AREAS if area != "undone"]
    assert sorted(kind for area in own for kind in area) == sorted(kinds(busy))
    assert {area_of(entry) for entry in busy.state.entries} <= set(AREAS)


def test_areas_and_channels_narrow_it_down(busy: Session) -> None:
    assert kinds(busy, area="refused") == ["ScanRefused"]
    assert kinds(busy, area="undone") == ["Undone", "LeftEarly"]
    assert kinds(busy, channel="scanner") == ["ScanRefused", "CheckedIn"]
    assert kinds(busy, channel="scanner", area="door") == ["CheckedIn"]
    assert channels_in(busy.state) == ["name", "scanner", "group"]


@pytest.mark.parametrize("text", ["do thi anh", "Ánh", "4", "004"])
def test_a_guest_is_found_by_name_without_marks_or_by_number(busy: Session, text: str) -> None:
    assert kinds(busy, text=text) == ["LeftEarly", "CheckedIn", "RosterImported"]


def test_who_was_on_duty_is_found_and_named_latest_first(busy: Session) -> None:
    assert kinds(busy, text="lan") == ["Went", "Undone", "LeftEarly", "GroupCheckedIn"]
    assert duty_names(busy.state) == ["Lan", "Mai"]


def test_a_group_entry_is_about_each_of_its_guests(busy: Session) -> None:
    group = next(
        step
        for step in busy.state.steps
        if area_of(step.entry) == "door" and 8 in guests_in(step, busy.state)
    )
    assert guests_in(group, busy.state) == {8}


def test_one_guest_is_looked_for_as_all_are_listed(busy: Session) -> None:
    state = busy.state
    door.replace_card(busy, 3)
    undo(busy)
    door.replace_card(busy, 5)
    for step in state.steps:
        assert {number for number in range(1, 60) if is_about(step, number, state)} == guests_in(step, state)


def test_what_took_an_entry_back_is_known(busy: Session) -> None:
    left = next(entry for entry in busy.state.entries if type(entry.what).__name__ == "LeftEarly")
    taker = undone_by(busy.state, left.id)
    assert taker is not None
    assert type(taker.what).__name__ == "Undone"
    assert undone_by(busy.state, busy.state.entries[-1].id) is None


def test_a_log_that_was_read_before_knows_what_came_since(busy: Session) -> None:
    log = Log(busy.state)
    log.find(LogFilter())
    door.walk_in(busy, kind="household", name="Trịnh Văn Lợi")
    undo(busy)
    assert len(log.find(LogFilter(text="trinh loi"))) == 1
    assert log.find(LogFilter()) == Log(busy.state).find(LogFilter())


def test_a_household_served_together_with_others_is_found_by_its_name(session: Session) -> None:
    for number in (1, 2, 3):
        door.admit(session, number, "number")
    gift = next(gift for gift in session.state.event.gifts if gift.each_household)
    session.record(
        HandedOver(
            gifts=(HandedGift(gift.id, 3),), giver=Person("A"), receiver=Person("B"), households=(1, 2, 3)
        )
    )
    found = Log(session.state).find(LogFilter(area="gifts", text=session.state.guests[2].name))
    assert [session.state.steps[place].entry.what.about() for place in found] == [frozenset({1, 2, 3})]


def test_who_is_to_stand_at_the_door_is_offered_for_duty_too(busy: Session) -> None:
    event = busy.state.event
    blanks = [
        replace(blank, value="Mai, Hùng và Sơn") if blank.id == "door_keepers" else blank
        for blank in event.blanks
    ]
    busy.record(EventChanged(what="x"), event=replace(event, blanks=tuple(blanks)))
    assert duty_names(busy.state) == ["Lan", "Mai", "Hùng", "Sơn"]
