"""Start, reception and end belong together, and what was drawn before a change is known."""

import os
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from data.clock import SetClock
from data.commands.event import event
from data.commands.event.checklist import open_points, outdated_point
from data.commands.guests import correct_guest, mark_printed
from data.commands.undo import undo
from data.documents.outdated import outdated
from data.documents.redraw import redraw
from data.documents.signing_sheet.files import write_paper_list
from data.errors import Refused
from data.model.entries.event import EventChanged
from data.plans.load import load_plan
from data.queries.people.cards import outdated_cards
from data.session.create_event import create_event, own_place
from data.session.events.next_meeting import found_meeting
from data.session.session import Session
from tests.conftest import PLAN, found, list_guests, many_households


def times(session: Session) -> tuple[str, str, str]:
    now = session.state.event
    return now.doors, now.start, now.deadline


def test_reception_and_end_move_with_the_start(session: Session) -> None:
    assert event.moved_with_start(session.state.event, "13h30").startswith("13:30 · ")
    entry = event.set_fact(session, "start", "13h30")
    assert times(session) == ("12:45", "13:30", "16:30")
    assert isinstance(entry.what, EventChanged)
    assert "12:45" in entry.what.what
    assert "16:30" in entry.what.what
    undo(session)
    assert times(session) == ("07:15", "08:00", "11:00")


def test_they_stay_on_the_day(session: Session) -> None:
    event.set_fact(session, "start", "0h20")
    assert times(session) == ("00:00", "00:20", "03:20")
    event.set_fact(session, "start", "23h")
    assert times(session) == ("22:40", "23:00", "23:59")
    with pytest.raises(Refused):
        event.set_fact(session, "start", "23:59")


def test_an_event_made_for_the_afternoon_is_of_the_afternoon(own_home: Path, clock: SetClock) -> None:
    create_event(own_home / "chieu", load_plan(PLAN), site="kha-tan", start="13 giờ 30", clock=clock)
    with Session(own_home / "chieu", clock=clock) as session:
        assert times(session) == ("12:45", "13:30", "16:30")
        assert not [point for point in open_points(session.state) if point.id in ("deadline", "doors")]


def test_contradictions_are_missing_things(session: Session) -> None:
    wrong = replace(session.state.event, deadline="07:30", doors="08:10")
    session.record(EventChanged(what="x"), event=wrong)
    points = {point.id: point for point in open_points(session.state)}
    assert points["deadline"].value == "07:30"
    assert points["doors"].value == "08:10"
    event.set_fact(session, "doors", "7:15")
    event.set_fact(session, "deadline", "9:00")
    (point,) = (point for point in open_points(session.state) if point.id == "deadline")
    assert "10:30" in point.why
    event.set_fact(session, "deadline", "11:00")
    assert not [point for point in open_points(session.state) if point.id == "deadline"]


def test_a_plan_of_years_ago_does_not_date_this_event(own_home: Path, clock: SetClock) -> None:
    plan = load_plan(PLAN)
    create_event(own_home / "a", plan, site="kha-tan", on=date(2026, 11, 28), clock=clock)
    with Session(own_home / "a", clock=clock) as session:
        behind = session.state.event.background
        assert behind.issued == ""
        assert "2022" not in behind.title + "".join(behind.basis)
        assert "plan_issued" in [point.id for point in open_points(session.state)]
        event.set_fact(session, "plan_issued", "10/11/2026")
        assert event.fact_value(session.state.event, "plan_issued") == "10/11/2026"
        event.set_fact(session, "date", "5/1/2027")
        assert session.state.event.background.issued == "2026-11-10"
    create_event(own_home / "b", plan, site="kha-tan", on=date(2022, 6, 20), clock=clock)
    with Session(own_home / "b", clock=clock) as session:
        assert session.state.event.background.issued == plan.issued
        event.set_fact(session, "date", "20/6/2026")
        assert session.state.event.background.issued == ""


def test_a_meeting_years_later_names_the_plan_of_its_launch(own_home: Path, clock: SetClock) -> None:
    before = found(own_home / "le", clock)
    with Session(before, clock=clock) as session:
        list_guests(session, many_households(session.state.event.number, 2))
        event.set_fact(session, "plan_number", "12/KH-MTTQ-BTT")
        launch = session.state.event
    found_meeting(own_home / "hop", before, launch, date(2026, 9, 15), "", clock)
    with Session(own_home / "hop", clock=clock) as session:
        meeting = session.state.event
        assert (meeting.plan_number, meeting.background.issued) == ("12/KH-MTTQ-BTT", "2022-06-10")


def test_cards_drawn_before_a_change_are_known_until_they_are_drawn_again(
    session: Session, clock: SetClock
) -> None:
    mark_printed(session, [1, 2, 3])
    assert not outdated_cards(session.state)
    clock.pass_time(60)
    event.set_fact(session, "start", "13:30")
    assert [guest.number for guest in outdated_cards(session.state)] == [1, 2, 3]
    clock.pass_time(60)
    mark_printed(session, [1, 2])
    assert [guest.number for guest in outdated_cards(session.state)] == [3]
    correct_guest(session, 2, name="Trần Thị Hoà Bình")
    assert [guest.number for guest in outdated_cards(session.state)] == [2, 3]
    event.set_fact(session, "start", "8:00")
    assert [guest.number for guest in outdated_cards(session.state)] == [1, 2]


def test_what_does_not_stand_on_a_card_does_not_outdate_it(session: Session) -> None:
    mark_printed(session, [1])
    event.set_fact(session, "deadline", "11:30")
    event.set_blank(session, "chair", "Bà Hà")
    correct_guest(session, 1, phone="0912345678")
    assert not outdated_cards(session.state)


def test_a_list_drawn_before_a_change_is_drawn_again_with_one_key(session: Session, clock: SetClock) -> None:
    folder = session.folder / "papers"
    path = write_paper_list(session.state, folder)
    drawn = clock.now().timestamp()
    os.utime(path, (drawn, drawn))
    assert not outdated(session.state, folder)
    assert outdated_point(outdated(session.state, folder)) is None
    clock.pass_time(60)
    event.set_fact(session, "date", "20/6/2022")
    known = outdated(session.state, folder)
    assert (known.list, known.sign, known.cards) == (True, False, ())
    point = outdated_point(known)
    assert point is not None
    assert point.value == "danh sách giấy"
    again = redraw(session.folder, session.state, known, None, clock, session.run, lambda _done, _all: None)
    (fresh,) = again.files
    assert fresh != path
    assert not outdated(session.state, folder)


def test_an_own_place_has_its_levels_and_its_house() -> None:
    plan = load_plan(PLAN)
    place = own_place(plan, "đông hải", "Minh Khai")
    assert (place.village, place.commune, place.district) == ("thôn Đông Hải", "xã Minh Khai", "")
    assert place.venue == "Nhà Văn hóa thôn Đông Hải"
    assert place.id == "dong-hai"
    with pytest.raises(Refused):
        own_place(plan, "đông hải", " ")
