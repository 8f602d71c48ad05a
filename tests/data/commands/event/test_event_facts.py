"""The facts, blanks and gifts of an event are changed, one undoable step each."""

from datetime import date
from typing import Any

import pytest

from data.commands.event import event
from data.commands.undo import undo
from data.errors import Refused
from data.model.entries.event import EventChanged
from data.plans.typed import paper_number
from data.session.session import Session
from tests.conftest import hand
from tests.data.state.facts import facts, same_on_disk


def refused(session: Session, change: Any, *args: Any, **named: Any) -> str:
    before = len(session.state.entries)
    with pytest.raises(Refused) as caught:
        change(session, *args, **named)
    assert len(session.state.entries) == before
    return caught.value.sentence


@pytest.mark.parametrize(
    ("name", "typed", "reads"),
    [
        ("title", "  Lễ  ra mắt ", "Lễ ra mắt"),
        ("model", "Tự quản", "Tự quản"),
        ("plan_number", "12/KH-MTTQ-BTT", "12/KH-MTTQ-BTT"),
        ("plan_number", "", ""),
        ("date", "2022-06-20", "20/06/2022"),
        ("date", "1/7/2022", "01/07/2022"),
        ("date", "20-06-2022", "20/06/2022"),
        ("date", "", ""),
        ("doors", "7h", "07:00"),
        ("start", "8h30", "08:30"),
        ("deadline", "11:30", "11:30"),
        ("target_households", "120", "120"),
        ("village", "thôn Mới", "thôn Mới"),
        ("commune", "xã Mới", "xã Mới"),
        ("district", "", ""),
        ("venue", "Đình làng", "Đình làng"),
    ],
)
def test_a_fact_is_set_as_it_is_typed(session: Session, name: str, typed: str, reads: str) -> None:
    before = facts(session.state)
    entry = event.set_fact(session, name, typed)
    assert event.fact_value(session.state.event, name) == reads
    assert isinstance(entry.what, EventChanged)
    assert event.fact_label(name) in entry.what.what
    assert same_on_disk(session)
    refused(session, event.set_fact, name, typed)
    undo(session)
    assert facts(session.state) == before


@pytest.mark.parametrize("name", event.FACTS)
def test_every_fact_can_be_typed_as_it_is_shown(session: Session, name: str) -> None:
    shown = event.fact_value(session.state.event, name)
    assert refused(session, event.set_fact, name, shown) == refused(session, event.set_fact, name, shown)


def test_a_date_may_be_given_as_one(session: Session) -> None:
    event.set_fact(session, "date", date(2022, 6, 30))
    assert session.state.event.date == date(2022, 6, 30)
    event.set_fact(session, "date", None)
    assert session.state.event.date is None


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("title", " "),
        ("model", ""),
        ("venue", ""),
        ("date", "31/06/2022"),
        ("date", "mai"),
        ("date", "2022"),
        ("doors", "25:00"),
        ("doors", "08:01"),
        ("start", "23:59"),
        ("start", "sau cơm trưa"),
        ("deadline", "8:00"),
        ("deadline", ""),
        ("target_households", "0"),
        ("target_households", "một trăm"),
    ],
)
def test_a_fact_that_cannot_be_is_refused_with_a_sentence(session: Session, name: str, typed: str) -> None:
    assert len(refused(session, event.set_fact, name, typed)) > 15


def test_a_blank_is_filled_and_opened_again(session: Session) -> None:
    event.set_blank(session, "chair", " Bà  Hà ")
    blanks = {blank.id: blank for blank in session.state.event.blanks}
    assert blanks["chair"].value == "Bà Hà"
    assert blanks["chair"].label in session.state.entries[-1].what.what  # type: ignore[union-attr]
    refused(session, event.set_blank, "chair", "Bà Hà")
    refused(session, event.set_blank, "khong_co", "Bà Hà")
    event.set_blank(session, "chair", "")
    assert not any(blank.value for blank in session.state.event.blanks)


def test_a_gift_is_changed(session: Session) -> None:
    before = facts(session.state)
    event.set_gift(
        session,
        "tu-sach",
        name="Tủ sách",
        unit="chiếc",
        quantity="2",
        giver="{bookcase_giver}",
        receiver="Ông A",
        contents="Bộ luật Hình sự\n Luật Đất đai ;; Luật An ninh mạng\n",
    )
    gift = session.state.event.gift("tu-sach")
    assert gift is not None
    assert (gift.name, gift.unit, gift.quantity) == ("Tủ sách", "chiếc", 2)
    assert (gift.giver, gift.receiver) == ("{bookcase_giver}", "Ông A")
    assert gift.contents == ("Bộ luật Hình sự", "Luật Đất đai", "Luật An ninh mạng")
    assert gift.witness == "{bookcase_witness}"
    undo(session)
    assert facts(session.state) == before


def test_a_gift_is_added_with_an_id_of_its_own(session: Session) -> None:
    first = event.add_gift(session, "Tủ sách", "tủ", contents=["A", " "], item="tu-sach")
    second = event.add_gift(session, "!!!", "cái", 3)
    assert (first.id, first.quantity, first.contents, first.item) == ("tu-sach-2", 1, ("A",), "tu-sach")
    assert second.id == "qua"
    hand(session, first.id, 1)
    assert session.state.handovers.given(first.id) == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"name": ""},
        {"unit": " "},
        {"quantity": 0},
        {"quantity": "x"},
        {"giver": "{ai}"},
        {"receiver": "{"},
    ],
)
def test_a_gift_that_cannot_be_is_refused(session: Session, wrong: dict[str, Any]) -> None:
    refused(session, event.set_gift, "tu-sach", **wrong)


def test_no_fewer_gifts_are_planned_than_were_handed_over(session: Session) -> None:
    hand(session, "tai-lieu", 60)
    assert "60" in refused(session, event.set_gift, "tai-lieu", quantity=59)
    event.set_gift(session, "tai-lieu", quantity=60)
    refused(session, event.set_gift, "khong-co", quantity=1)
    refused(session, event.add_gift, "Cờ", "lá", item="khong-co")
    refused(session, event.add_gift, "", "lá")


@pytest.mark.parametrize(
    ("known", "typed", "meant"),
    [
        ("…/KH-MTTQ-BTT", "12", "12/KH-MTTQ-BTT"),
        ("…/KH-MTTQ-BTT", "12/KH-MTTQ-BTT", "12/KH-MTTQ-BTT"),
        ("…/KH-MTTQ-BTT", "12/KH-MTTQ-BTT/KH-MTTQ-BTT", "12/KH-MTTQ-BTT"),
        ("…/KH-MTTQ-BTT", "số 12/kh-mttq-btt/KH-MTTQ-BTT", "12/KH-MTTQ-BTT"),
        ("…/KH-MTTQ-BTT", "12/KH-UBND/KH-MTTQ-BTT", "12/KH-UBND"),
        ("…/KH-MTTQ-BTT", "12/2026/KH-MTTQ-BTT", "12/2026/KH-MTTQ-BTT"),
        ("12/KH-MTTQ-BTT", "15", "15/KH-MTTQ-BTT"),
        ("", "12", "12"),
        ("…/KH-MTTQ-BTT", "", ""),
    ],
)
def test_a_plans_number_may_be_typed_alone_or_with_its_letters(known: str, typed: str, meant: str) -> None:
    assert paper_number(typed, known) == meant
    assert paper_number(meant, meant) == meant


def test_the_number_of_a_paper_holds_a_digit(session: Session) -> None:
    assert "12/KH-MTTQ-BTT" in refused(session, event.set_fact, "plan_number", "luc")
    assert "12/QĐ-UBND" in refused(session, event.set_blank, "decision_model_number", "luc")
    event.set_blank(session, "decision_model_number", "12/QĐ-UBND")
    event.set_blank(session, "decision_model_number", "")
