"""Handing gifts over, and voiding what was logged wrongly."""

from typing import Any, TypedDict

import pytest

from data.ceremony import Ceremony
from data.clock import SetClock
from data.commands import gifts, stage
from data.commands.undo import undo
from data.errors import Refused
from data.model.happenings.gifts import HandedOver
from tests.state.facts import facts, same_on_disk


class People(TypedDict):
    giver: str
    receiver: str


PEOPLE: People = {"giver": "Bà Hà", "receiver": "Ông Sơn"}


def test_a_handover_says_what_how_many_who_to_whom_and_when(ceremony: Ceremony, clock: SetClock) -> None:
    entry = gifts.hand_over(
        ceremony, "tu-sach", 1, giver=" Bà  Hà", receiver="Ông Sơn", witness="Bà Thơm", note="mới"
    )
    handover = ceremony.state.handovers.by_id[entry.id]
    assert handover.what == HandedOver(
        gift="tu-sach",
        quantity=1,
        giver="Bà Hà",
        receiver="Ông Sơn",
        witness="Bà Thơm",
        note="mới",
        item="tu-sach",
    )
    assert (handover.at, handover.duty, handover.voided) == (clock.now(), "Mai", "")
    assert ceremony.state.handovers.given("tu-sach") == 1
    assert same_on_disk(ceremony)


def test_a_handover_belongs_to_the_item_that_runs(ceremony: Ceremony) -> None:
    stage.go(ceremony)
    entry = gifts.hand_over(ceremony, "hoa-mttq", 1, **PEOPLE)
    assert isinstance(entry.what, HandedOver)
    assert entry.what.item == "gioi-thieu"


def test_more_than_planned_is_refused_unless_it_was_confirmed(ceremony: Ceremony) -> None:
    gifts.hand_over(ceremony, "tai-lieu", 60, **PEOPLE)
    assert not gifts.exceeds_plan(ceremony, "tai-lieu", 40)
    assert gifts.exceeds_plan(ceremony, "tai-lieu", 41)
    with pytest.raises(Refused, match=r"101.*100"):
        gifts.hand_over(ceremony, "tai-lieu", 41, **PEOPLE)
    assert ceremony.state.handovers.given("tai-lieu") == 60
    gifts.hand_over(ceremony, "tai-lieu", 41, beyond_plan=True, **PEOPLE)
    assert ceremony.state.handovers.given("tai-lieu") == 101


@pytest.mark.parametrize(
    "wrong",
    [
        {"gift": "vang"},
        {"quantity": 0},
        {"quantity": -1},
        {"giver": " "},
        {"receiver": ""},
    ],
)
def test_a_handover_that_says_too_little_is_refused(ceremony: Ceremony, wrong: dict[str, Any]) -> None:
    before = len(ceremony.state.entries)
    asked = {"gift": "tu-sach", "quantity": 1, **PEOPLE, **wrong}
    with pytest.raises(Refused):
        gifts.hand_over(ceremony, **asked, beyond_plan=True)
    assert len(ceremony.state.entries) == before


def test_a_void_handover_stays_on_record_with_its_reason_and_no_longer_counts(ceremony: Ceremony) -> None:
    entry = gifts.hand_over(ceremony, "tu-sach", 1, **PEOPLE)
    for reason in ("", "  \t"):
        with pytest.raises(Refused):
            gifts.void(ceremony, entry.id, reason)
    gifts.void(ceremony, entry.id, " ghi  nhầm ")
    assert ceremony.state.handovers.by_id[entry.id].voided == "ghi nhầm"
    assert ceremony.state.handovers.given("tu-sach") == 0
    assert ceremony.state.handovers.standing() == []
    assert not gifts.exceeds_plan(ceremony, "tu-sach", 1)
    assert same_on_disk(ceremony)


def test_what_does_not_count_cannot_be_voided_again(ceremony: Ceremony) -> None:
    entry = gifts.hand_over(ceremony, "tu-sach", 1, **PEOPLE)
    gifts.void(ceremony, entry.id, "ghi nhầm")
    other = gifts.hand_over(ceremony, "hoa-mttq", 1, **PEOPLE)
    undo(ceremony)
    for id in (entry.id, other.id, "", "khong-co"):
        with pytest.raises(Refused):
            gifts.void(ceremony, id, "ghi nhầm")


def test_a_voiding_that_is_undone_makes_the_handover_count_again(ceremony: Ceremony) -> None:
    entry = gifts.hand_over(ceremony, "tu-sach", 1, **PEOPLE)
    before = facts(ceremony.state)
    gifts.void(ceremony, entry.id, "ghi nhầm")
    undo(ceremony)
    assert facts(ceremony.state) == before
