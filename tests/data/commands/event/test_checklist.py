"""What is still open before the day, and that typing settles it."""

from pathlib import Path

import pytest

from data.clock import SetClock
from data.commands.door import door
from data.commands.event.checklist import OpenPoint, open_points, settle
from data.commands.event.event import set_blank, set_fact
from data.commands.guests import mark_printed, withdraw_guest
from data.errors import Refused
from data.plans.load import load_plan
from data.queries.people.cards import unprinted
from data.session.create_event import create_event
from data.session.session import Session
from tests.conftest import PLAN


def point(session: Session, id: str) -> OpenPoint | None:
    return next((point for point in open_points(session.state) if point.id == id), None)


def said_of(id: str) -> str:
    """What a blank takes that asks for a sum, or for the number of a paper; empty for any other."""
    if id.startswith("amount_"):
        return "5 triệu"
    return "12/QĐ-UBND" if id.startswith("decision_") and id.endswith("_number") else ""


def test_a_new_event_has_everything_open(own_home: Path, clock: SetClock) -> None:
    plan = load_plan(PLAN)
    create_event(own_home / "moi", plan, site="kha-tan", clock=clock)
    with Session(own_home / "moi", clock=clock) as session:
        points = open_points(session.state)
    assert [(p.kind, p.id) for p in points] == [
        ("fact", "date"),
        ("fact", "plan_number"),
        # Who thanks the guests is asked only once that item is in the agenda.
        *(("blank", blank.id) for blank in plan.blanks if blank.id != "response_speaker"),
        ("guests", "guests"),
        ("contents", "tu-sach"),
        ("team", "team"),
        ("signer", "papers"),
        ("signer", "decision-model"),
        ("signer", "decision-team"),
        ("signer", "accountant"),
    ]
    assert all(p.label and p.why for p in points)
    assert {p.id: p.value for p in points}["plan_number"] == "…/KH-MTTQ-BTT"


def test_a_blanks_label_and_reason_are_the_plans(session: Session) -> None:
    blank = next(blank for blank in session.state.event.blanks if blank.id == "chair")
    open_ = point(session, "chair")
    assert open_ is not None
    assert (open_.label, open_.why, open_.value) == (blank.label, blank.why, "")


def test_typing_settles_every_point_that_is_typed(session: Session) -> None:
    settle(session, OpenPoint(kind="fact", id="date", label="", why=""), "20/6/2022")
    typed = {
        "fact": "12/KH-MTTQ-BTT",
        "blank": "Ông A",
        "team": "Bà B",
        "signer": "Bà C",
        "contents": "Luật Đất đai\nBộ luật Hình sự",
    }
    for open_ in open_points(session.state):
        if open_.is_typed:
            settle(session, open_, said_of(open_.id) or typed[open_.kind])
    event = session.state.event
    assert event.plan_number == typed["fact"]
    values = {blank.id: blank.value for blank in event.blanks}
    assert values.pop("response_speaker") == ""
    assert values["amount_bookcase"] == "5.000.000 đồng"
    assert all(values.values())
    assert [gift.contents for gift in event.gifts if gift.id == "tu-sach"] == [
        ("Luật Đất đai", "Bộ luật Hình sự")
    ]
    left = open_points(session.state)
    assert [p.kind for p in left] == ["honorifics", "cards"]
    with pytest.raises(Refused):
        settle(session, left[0], "x")
    mark_printed(session, session.state.guests)
    assert [p.kind for p in open_points(session.state)] == ["honorifics"]


def test_a_value_that_cannot_be_is_refused(session: Session) -> None:
    with pytest.raises(Refused):
        settle(session, OpenPoint(kind="fact", id="date", label="", why=""), "31/6/2022")
    with pytest.raises(Refused):
        settle(session, OpenPoint(kind="guests", id="guests", label="", why=""), "x")


def test_cards_are_open_until_the_present_ones_are_printed(session: Session) -> None:
    mark_printed(session, [n for n in session.state.guests if n > 3])
    cards = point(session, "cards")
    assert cards is not None
    assert cards.value == "6/9"
    withdraw_guest(session, 1, "chuyển đi")
    door.admit(session, 2, "name")
    door.walk_in(session, kind="household", name="Hoa")
    assert [guest.number for guest in unprinted(session.state)] == [3]
    mark_printed(session, [3])
    assert point(session, "cards") is None
    door.replace_card(session, 9)
    assert [guest.number for guest in unprinted(session.state)] == [9]


def test_a_district_that_the_mc_and_the_papers_name_is_missing_until_it_is_said(session: Session) -> None:
    assert point(session, "district") is None
    set_fact(session, "district", "")
    missing = point(session, "district")
    assert missing is not None and missing.is_typed
    settle(session, missing, "huyện Hưng Hà")
    assert point(session, "district") is None


def test_who_signs_the_papers_is_missing_until_the_head_presides_or_somebody_is_named(
    session: Session,
) -> None:
    assert point(session, "papers") is not None
    set_blank(session, "chair", "ông Trần Văn Long, Trưởng Công an xã")
    assert point(session, "papers") is not None
    set_blank(session, "chair", "ông Trần Văn Long, Chủ tịch Ủy ban MTTQ xã")
    assert point(session, "papers") is None
    set_blank(session, "chair", "")
    missing = point(session, "papers")
    assert missing is not None
    settle(session, missing, "ông Lê Văn Ba")
    assert point(session, "papers") is None
