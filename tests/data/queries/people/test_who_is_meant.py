"""Whoever was chosen is that guest, from the picker to the paper; facts of two guests never mix."""

import pytest
from msgspec.structs import replace

from data.commands.event.paperwork import set_member, set_person, set_signer
from data.commands.guests import correct_guest
from data.commands.undo import undo
from data.documents.papers.fields.office.paperwork import paperwork_tables
from data.documents.papers.fields.office.people import body_signer, in_role, person, role_fields
from data.documents.papers.fields.values import text_of
from data.model.entries.gifts import Person
from data.queries.handover_defaults import person_here
from data.queries.people.known_person import namesakes, who_signs
from data.queries.stage.spoken.greeting import team_lines
from data.queries.stage.spoken.live_facts import live_facts
from data.session.session import Session
from tests.data.queries.people.village import CHAIR, DELEGATE, HOUSEHOLD, NAME, SON, listed


@pytest.fixture(autouse=True)
def village(session: Session) -> None:
    listed(session)


def test_a_household_that_was_chosen_has_nothing_of_the_delegate_of_its_name(session: Session) -> None:
    state = session.state
    chosen = person_here(state.guests[HOUSEHOLD], state)
    assert person(chosen, state).spoken == f"ông {NAME}, Xóm 2"


def test_a_delegate_who_was_chosen_has_nothing_of_the_household(session: Session) -> None:
    state = session.state
    chosen = person_here(state.guests[DELEGATE], state)
    assert person(chosen, state).spoken == f"{NAME}, Chủ tịch UBND xã"


@pytest.mark.parametrize("typed", [NAME, "bui xuan tuan"])
def test_a_name_that_fits_two_takes_nothing_from_either(session: Session, typed: str) -> None:
    assert {guest.number for guest in namesakes(typed, session.state)} == {HOUSEHOLD, DELEGATE}
    assert person(Person(typed), session.state).office == ""
    set_person(session, "chair", name=typed)
    assert in_role(session.state, "chair").office == ""


def test_what_is_typed_beside_a_name_tells_two_of_it_apart(session: Session) -> None:
    set_person(session, "chair", name="bui xuan tuan", title="Chủ tịch")
    assert in_role(session.state, "chair").spoken == f"{NAME}, Chủ tịch UBND xã"


def test_a_role_follows_the_guest_who_was_chosen_for_it(session: Session) -> None:
    set_person(session, "chair", name=NAME, guest=DELEGATE)
    blank = next(one for one in session.state.event.blanks if one.id == "chair")
    assert blank.guest == DELEGATE
    correct_guest(session, DELEGATE, honorific="Ông")
    said = f"ông {NAME}, Chủ tịch UBND xã"
    assert in_role(session.state, "chair").spoken == live_facts(session.state)["chair"] == said


def test_a_form_of_address_that_is_answered_later_reaches_every_role(session: Session) -> None:
    set_person(session, "flowers_giver_front", name="do huu son")
    set_signer(session, "accountant", name="do huu son")
    set_member(session, "", name="do huu son", duty="Tổ trưởng")
    assert not live_facts(session.state)["flowers_giver_front"].startswith("ông")
    correct_guest(session, SON, honorific="Ông")
    state = session.state
    assert live_facts(state)["flowers_giver_front"].startswith("ông Đỗ Hữu Sơn, ")
    assert team_lines(state) == ["ông Đỗ Hữu Sơn, Tổ trưởng"]
    assert text_of(paperwork_tables(state)["thành viên"].rows[0][1]) == "Ông Đỗ Hữu Sơn"
    assert text_of(role_fields(state)["họ tên kế toán"]) == "Đỗ Hữu Sơn"
    assert live_facts(state)["team"] == "ông Đỗ Hữu Sơn, Tổ trưởng"


def test_a_name_that_is_set_right_takes_its_roles_along(session: Session) -> None:
    set_person(session, "chair", name="do huu son")
    set_signer(session, "accountant", name="do huu son")
    set_member(session, "", name="do huu son")
    correct_guest(session, SON, name="Đỗ Hữu Sang")
    state = session.state
    assert in_role(state, "chair").spoken == "Đỗ Hữu Sang, Trưởng Ban công tác Mặt trận thôn"
    assert text_of(role_fields(state)["họ tên kế toán"]) == "Đỗ Hữu Sang"
    assert "Đỗ Hữu Sang" in text_of(paperwork_tables(state)["thành viên"].rows[0][1])
    undo(session)
    assert in_role(session.state, "chair").name == "Đỗ Hữu Sơn"


def test_an_answer_that_is_set_right_later_replaces_the_first(session: Session) -> None:
    set_person(session, "chair", name="tran thi man")
    correct_guest(session, CHAIR, honorific="Đồng chí")
    assert in_role(session.state, "chair").spoken.startswith("đồng chí Trần Thị Mận")


def test_a_typed_person_of_another_office_or_address_is_somebody_else(session: Session) -> None:
    set_person(session, "chair", name="Trần Thị Mận", title="Giáo viên")
    assert in_role(session.state, "chair").spoken == "Trần Thị Mận, Giáo viên"
    set_person(session, "secretary", name="Trần Thị Mận", honorific="ông")
    assert in_role(session.state, "secretary").spoken == "ông Trần Thị Mận"


def test_a_number_that_another_has_by_now_means_nobody(session: Session) -> None:
    assert person(Person("Vũ Văn Ai", "", "", DELEGATE), session.state).spoken == "Vũ Văn Ai"


def test_an_office_of_another_level_never_stands_under_a_signature(session: Session) -> None:
    set_signer(session, "papers", name="bà Trần Thị Mận")
    signer = session.state.event.paperwork.signer("papers")
    assert (signer.guest, signer.title) == (CHAIR, "")
    assert who_signs(replace(signer, guest=None), session.state).title == ""
    set_signer(session, "papers", name="bà Trần Thị Mận", title="Chủ tịch")
    assert who_signs(session.state.event.paperwork.signer("papers"), session.state).title == "Chủ tịch"
    set_signer(session, "papers", name="Bùi Xuân Tuấn", guest=DELEGATE)
    assert session.state.event.paperwork.signer("papers").title == "Chủ tịch"


def test_who_presides_for_another_level_does_not_sign_for_this_one(session: Session) -> None:
    set_person(session, "chair", name="Trần Thị Mận", guest=CHAIR)
    assert body_signer(session.state).name == ""
    set_person(session, "chair", name="Lê Thị Nga", title="Phó Chủ tịch", unit="Ủy ban MTTQ xã")
    assert body_signer(session.state).name == "Lê Thị Nga"
