"""Who signs, the team, the expenses, whom papers go to: entries like any other, taken back and taken out."""

import pytest

from data.commands.event.event import set_blank, set_gift
from data.commands.event.paperwork import (
    paper_fact_value,
    set_expense,
    set_member,
    set_paper_fact,
    set_person,
    set_signer,
)
from data.commands.guests import correct_guest
from data.commands.undo import undo
from data.documents.papers.fields.office.people import in_role
from data.errors import Refused
from data.model.entries.base import GONE
from data.model.paperwork import Signer
from data.model.texts import texts
from data.plans.placeholders import event_facts
from data.queries.people.honorifics import without_honorific
from data.queries.people.known_person import who_signs
from data.queries.stage.spoken.greeting import TEAM
from data.queries.stage.spoken.live_facts import live_facts
from data.session.opening import open_for_reading
from data.session.purging.scrub import scrub
from data.session.session import Session


def test_a_signer_is_set_in_parts_or_in_one_line_and_taken_back(session: Session) -> None:
    set_signer(session, "papers", name="bà Trần Thị Nga, Phó Chủ tịch Ủy ban MTTQ xã")
    signer = session.state.event.paperwork.signer("papers")
    assert (signer.honorific, signer.name, signer.title) == ("bà", "Trần Thị Nga", "Phó Chủ tịch")
    with open_for_reading(session.folder) as again:
        assert again.state.event == session.state.event
    with pytest.raises(Refused):
        set_signer(session, "papers", name="Trần Thị Nga", honorific="bà", title="Phó Chủ tịch")
    undo(session)
    assert not session.state.event.paperwork.signers


def test_a_person_is_completed_from_the_guest_list(session: Session) -> None:
    delegate = next(g for g in session.state.guests.values() if not g.is_household and g.title)
    set_person(session, "chair", name=delegate.name)
    (blank,) = (one for one in session.state.event.blanks if one.id == "chair")
    assert blank.value.startswith(f"{delegate.honorific.lower()} {delegate.name}".strip())
    assert delegate.title.split()[0] in event_facts(session.state.event)["chair"]


def test_members_are_added_changed_and_taken_off(session: Session) -> None:
    set_member(session, "", name="ông Vũ Văn Bảo", duty="Tổ trưởng")
    set_member(session, "", name="bà Phạm Thị Hòa", duty="Tổ phó")
    first, second = session.state.event.paperwork.team
    assert live_facts(session.state)[TEAM] == "ông Vũ Văn Bảo, Tổ trưởng; bà Phạm Thị Hòa, Tổ phó"
    set_member(session, second.id, name="bà Phạm Thị Hòa", duty="Thành viên")
    assert session.state.event.paperwork.team[1].duty == "Thành viên"
    set_member(session, first.id, name="")
    assert [one.name for one in session.state.event.paperwork.team] == ["Phạm Thị Hòa"]


def test_expenses_have_prices_as_people_write_them(session: Session) -> None:
    set_expense(session, "", name="Nước uống", unit="suất", quantity="140", price="15.000đ")
    (one,) = session.state.event.paperwork.expenses
    assert one.sum == 2_100_000
    set_gift(session, "tu-sach", price="3.500.000")
    gift = session.state.event.gift("tu-sach")
    assert gift is not None
    assert gift.price == 3_500_000
    with pytest.raises(Refused):
        set_expense(session, one.id, name="Nước uống", quantity="nhiều", price="1")


def test_whom_papers_go_to_is_what_the_plan_says_until_it_is_typed(session: Session) -> None:
    assert paper_fact_value(session.state.event, "letters") == "MTTQ-BTT"
    set_paper_fact(session, "report_recipients", "Như trên; UBND {commune}")
    assert session.state.event.paperwork.report_recipients == ("Như trên", "UBND {commune}")
    with pytest.raises(Refused):
        set_paper_fact(session, "addressees", "{nobody}")
    set_paper_fact(session, "report_recipients", "")
    assert "Lưu: VT" in paper_fact_value(session.state.event, "report_recipients")


def test_personal_data_of_papers_are_purged_and_sums_stay(session: Session) -> None:
    set_signer(session, "papers", name="bà Trần Thị Nga", title="Phó Chủ tịch")
    set_member(session, "", name="ông Vũ Văn Bảo", duty="Tổ trưởng", office="Trưởng thôn")
    set_expense(session, "", name="Công của Vũ Văn Bảo", price="100000")
    set_paper_fact(session, "minutes_recipients", "Ông Vũ Văn Bảo; Lưu: VT")
    last = scrub(session.state.steps)[-1].event
    assert last is not None
    left = " ".join(texts(last.paperwork))
    assert "Nga" not in left
    assert "Bảo" not in left
    assert last.paperwork.signers[0].title == "Phó Chủ tịch"
    assert last.paperwork.team[0].name == GONE
    assert last.paperwork.expenses[0].price == 100_000


def test_how_somebody_is_addressed_is_read_without_marks_and_told_to_the_list(session: Session) -> None:
    guest = without_honorific(session.state)[0]
    set_person(session, "chair", name=guest.name, honorific="ba", guest=guest.number)
    assert in_role(session.state, "chair").spoken.startswith(f"bà {guest.name}")
    assert guest.number not in {one.number for one in without_honorific(session.state)}
    undo(session)
    assert session.state.guests[guest.number].honorific == ""
    with pytest.raises(Refused, match="đồng chí"):
        set_person(session, "chair", name=guest.name, honorific="Đại tá")


def test_a_role_that_holds_a_word_without_its_mark_is_mended_where_it_is_read(session: Session) -> None:
    guest = without_honorific(session.state)[0]
    set_blank(session, "chair", f"ba {guest.name}, Chủ tịch, UBND xã", guest.number)
    signer = Signer(role="papers", honorific="ba", name=guest.name, guest=guest.number)
    assert in_role(session.state, "chair").spoken == f"bà {guest.name}, Chủ tịch UBND xã"
    assert who_signs(signer, session.state).honorific == "bà"
    correct_guest(session, guest.number, honorific="ong")
    assert in_role(session.state, "chair").honorific == who_signs(signer, session.state).honorific == "ông"
