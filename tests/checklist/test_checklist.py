"""What is still open before the day, and that typing settles it."""

from pathlib import Path

import pytest

from data.ceremony import Ceremony
from data.clock import SetClock
from data.commands import door
from data.commands.guests import mark_printed, withdraw_guest
from data.errors import Refused
from data.founding import found_event
from data.plans import load_plan
from data.state.checklist import OpenPoint, open_points, settle, unprinted
from tests.conftest import PLAN


def point(ceremony: Ceremony, id: str) -> OpenPoint | None:
    return next((point for point in open_points(ceremony.state) if point.id == id), None)


def test_a_new_event_has_everything_open(own_home: Path, clock: SetClock) -> None:
    plan = load_plan(PLAN)
    found_event(own_home / "moi", plan, site="kha-tan", clock=clock)
    with Ceremony(own_home / "moi", clock=clock) as ceremony:
        points = open_points(ceremony.state)
    assert [(p.kind, p.id) for p in points] == [
        ("fact", "date"),
        ("fact", "plan_number"),
        *(("blank", blank.id) for blank in plan.blanks),
        ("guests", "guests"),
        ("contents", "tu-sach"),
    ]
    assert all(p.label and p.why for p in points)
    assert {p.id: p.value for p in points}["plan_number"] == "…/KH-MTTQ-BTT"


def test_a_blanks_label_and_reason_are_the_plans(ceremony: Ceremony) -> None:
    blank = next(blank for blank in ceremony.state.event.blanks if blank.id == "chair")
    open_ = point(ceremony, "chair")
    assert open_ is not None
    assert (open_.label, open_.why, open_.value) == (blank.label, blank.why, "")


def test_typing_settles_every_point_that_is_typed(ceremony: Ceremony) -> None:
    settle(ceremony, OpenPoint(kind="fact", id="date", label="", why=""), "20/6/2022")
    typed = {"fact": "12/KH-MTTQ-BTT", "blank": "Ông A", "contents": "Luật Đất đai\nBộ luật Hình sự"}
    for open_ in open_points(ceremony.state):
        if open_.is_typed:
            settle(ceremony, open_, typed[open_.kind])
    event = ceremony.state.event
    assert event.plan_number == typed["fact"]
    assert all(blank.value for blank in event.blanks)
    assert [gift.contents for gift in event.gifts if gift.id == "tu-sach"] == [
        ("Luật Đất đai", "Bộ luật Hình sự")
    ]
    left = open_points(ceremony.state)
    assert [p.kind for p in left] == ["cards"]
    with pytest.raises(Refused):
        settle(ceremony, left[0], "x")
    mark_printed(ceremony, ceremony.state.guests)
    assert open_points(ceremony.state) == []


def test_a_value_that_cannot_be_is_refused(ceremony: Ceremony) -> None:
    with pytest.raises(Refused):
        settle(ceremony, OpenPoint(kind="fact", id="date", label="", why=""), "31/6/2022")
    with pytest.raises(Refused):
        settle(ceremony, OpenPoint(kind="guests", id="guests", label="", why=""), "x")


def test_cards_are_open_until_the_present_ones_are_printed(ceremony: Ceremony) -> None:
    mark_printed(ceremony, [n for n in ceremony.state.guests if n > 3])
    cards = point(ceremony, "cards")
    assert cards is not None
    assert cards.value == "6/9"
    withdraw_guest(ceremony, 1, "chuyển đi")
    door.admit(ceremony, 2, "name")
    door.walk_in(ceremony, kind="household", name="Hoa")
    assert [guest.number for guest in unprinted(ceremony.state)] == [3]
    mark_printed(ceremony, [3])
    assert point(ceremony, "cards") is None
    door.replace_card(ceremony, 9)
    assert [guest.number for guest in unprinted(ceremony.state)] == [9]
