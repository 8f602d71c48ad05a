"""The form is filled from the plan, from the agenda and from who is here."""

import pytest

from data.commands.door import door
from data.commands.event.event import set_blank
from data.commands.stage import stage
from data.model.entries.gifts import Person, Piece
from data.model.plan import Gift
from data.queries.handover_defaults import due_gifts, people_here, person_here, planned_person, planned_pieces
from data.queries.stage.spoken.live_facts import live_facts
from data.session.session import Session
from tests.conftest import hand


@pytest.mark.parametrize(
    ("template", "known", "person"),
    [
        ("{giver}, MTTQ {district}", "", Person("", "", "MTTQ huyện Hưng Hà")),
        ("{giver}, MTTQ {district}", "bà Hà", Person("bà Hà", "", "MTTQ huyện Hưng Hà")),
        ("{giver}, MTTQ", "bà Hà, Chủ tịch", Person("bà Hà", "Chủ tịch", "MTTQ")),
        ("{giver}", "bà Hà, Chủ tịch", Person("bà Hà", "Chủ tịch")),
        ("ông An, Trưởng thôn, {village}", "", Person("ông An", "Trưởng thôn", "thôn Khả Tân")),
        ("Hộ gia đình", "", Person("Hộ gia đình")),
        ("", "", Person()),
    ],
)
def test_the_plan_says_who(session: Session, template: str, known: str, person: Person) -> None:
    assert planned_person(template, live_facts(session.state) | {"giver": known}) == person


def test_the_plan_fills_both_sides_of_the_bookcase(session: Session) -> None:
    set_blank(session, "bookcase_giver", "bà Nguyễn Thị Lệ Hà, Chủ tịch")
    gift = session.state.event.gift("tu-sach")
    assert gift is not None
    facts = live_facts(session.state)
    giver = planned_person(gift.giver, facts)
    assert giver == Person(
        "bà Nguyễn Thị Lệ Hà", "Chủ tịch", "Ban Thường trực Ủy ban MTTQ Việt Nam huyện Hưng Hà"
    )
    assert planned_person(gift.receiver, facts).organisation == "Ban Công tác Mặt trận thôn Khả Tân"


def test_books_are_offered_with_what_is_usual_for_them() -> None:
    gift = Gift(
        id="x",
        name="Tủ",
        unit="tủ",
        quantity=1,
        contents=("A", "B"),
        contents_unit="cuốn",
        contents_condition="mới",
    )
    assert planned_pieces(gift) == (Piece("A", "cuốn", 1, "mới"), Piece("B", "cuốn", 1, "mới"))


def test_only_who_is_present_can_be_picked_delegates_first(session: Session) -> None:
    assert people_here(session.state) == []
    for number in (2, 9, 7, 1):
        door.admit(session, number, "scanner")
    assert [guest.number for guest in people_here(session.state)] == [7, 9, 2, 1]
    assert [guest.number for guest in people_here(session.state, [3, 1, 8, 7])] == [1, 7]


def test_a_guest_is_named_as_the_papers_name_them(session: Session) -> None:
    state = session.state
    door.admit(session, 7, "scanner")
    door.admit(session, 1, "scanner")
    door.set_party(session, 1, relation="con trai", substitute="Nam")
    assert person_here(state.guests[7], state) == Person(
        "Nguyễn Thị Lệ Hà", "Chủ tịch", "Ban Thường trực MTTQ Việt Nam huyện", 7
    )
    assert person_here(state.guests[1], state) == Person("Nam", "thay mặt Nguyễn Văn Dũng", "xóm 1", 1)


def test_the_gifts_of_the_running_item_are_due_until_they_are_handed_over(session: Session) -> None:
    assert due_gifts(session.state) == []
    while session.state.agenda_progress.current != "tang-hoa":
        stage.go(session)
    assert [gift.id for gift in due_gifts(session.state)] == ["hoa-mttq", "hoa-cong-an"]
    hand(session, "hoa-mttq")
    assert [gift.id for gift in due_gifts(session.state)] == ["hoa-cong-an"]
