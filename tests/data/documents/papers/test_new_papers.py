"""What an office typed by hand until now: filled from what is known, the rest dotted and named."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from msgspec.structs import replace

from data.commands.event.event import set_blank, set_gift
from data.commands.event.paperwork import set_expense, set_member, set_signer
from data.commands.gifts import gift_desk
from data.documents.papers.catalogue import paper, papers
from data.documents.papers.files import make_papers
from data.documents.papers.template_places import all_papers
from data.model.entries.event import EventChanged
from data.scanning.codes import payload
from data.scanning.pictures.decode import decode_picture
from data.session.events.next_meeting import found_meeting, usually_invited
from data.session.session import Session
from tests.data.documents.papers.day import begin, play
from tests.data.documents.papers.docx_files import printed, rows

NAMES = tuple(f"Nguyễn Văn {letter}" for letter in "ABCDEFG")


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Session]:
    with begin(tmp_path / "event", NAMES) as session:
        yield session


def made(session: Session, id: str) -> Any:
    (one,) = make_papers(session, [paper(session.state, id)])
    return Document(str(one.file))


def said(document: Any) -> str:
    body = document.element.body
    return "\n".join(printed(p) for p in body.iter(qn("w:p")))


def test_households_that_got_documents_sign_for_them(day: Session) -> None:
    play(day)
    for number in (1, 3):
        gift_desk.give(day, "tai-lieu", number)
    document = made(day, "documents")
    (listed,) = (rows(t)[1:] for t in document.tables if t.rows[0].cells[0].text == "STT")
    assert sorted(row[1] for row in listed if row[1]) == ["001", "003"]
    assert {row[4] for row in listed} == {"01"}
    assert "Tổng cộng: 02 (hai) bộ." in said(document)


def test_there_is_an_invitation_for_each_delegate_on_a_page_of_its_own(day: Session) -> None:
    document = made(day, "invitations")
    text = said(document)
    for name in NAMES:
        assert text.count(f"kính mời: Ông/Bà {name}, Phó Chủ tịch") == 1
    assert text.count("GIẤY MỜI") == len(NAMES) == len(document.sections)
    assert "Số: ......../GM-MTTQ-BTT" in text


def test_decisions_say_who_issued_them_and_list_the_team(day: Session) -> None:
    set_blank(day, "decision_team_number", "13/QĐ-UBND ngày 5/6/2022")
    set_blank(day, "decision_team_issuer", "Ủy ban nhân dân xã Duyên Hải")
    set_signer(day, "decision-team", name="ông Lê Văn Tám", title="Phó Chủ tịch")
    set_member(day, "", name="ông Vũ Văn Bảo", duty="Tổ trưởng", office="Trưởng thôn")
    document = made(day, "decision-team")
    text = said(document)
    assert "Số: 13/QĐ-UBND" in text
    assert "Duyên Hải, ngày 05 tháng 6 năm 2022" in text
    assert "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nLê Văn Tám" in text
    assert "gồm 01 (một) thành viên" in text
    (team,) = (rows(t)[1:] for t in document.tables if t.rows[0].cells[0].text == "TT")
    assert team == [["1", "Ông Vũ Văn Bảo", "Trưởng thôn", "Tổ trưởng"]]


def test_money_is_added_up_in_figures_and_words_once_every_price_is_known(day: Session) -> None:
    set_expense(day, "", name="Nước uống", unit="suất", quantity=100, price=15_000)
    first = said(made(day, "budget"))
    assert "Tổng cộng: 1.500.000 đồng (một triệu năm trăm nghìn đồng), chưa gồm (chưa có đơn giá): " in first
    for gift, price in (("hoa-mttq", 250_000), ("hoa-cong-an", 250_000), ("tu-sach", 3_500_000)):
        set_gift(day, gift, price=str(price))
    set_gift(day, "tai-lieu", price="12.000")
    total = "Tổng cộng: 6.700.000 đồng (sáu triệu bảy trăm nghìn đồng)."
    assert total in said(made(day, "budget"))
    play(day)
    settled = "thanh toán: 5.000.000 đồng (năm triệu đồng)."
    assert settled in said(made(day, "expenses"))


def test_each_household_has_a_pledge_with_its_card_and_the_plans_two_criteria(day: Session) -> None:
    text = said(made(day, "pledges"))
    assert text.count("BẢN ĐĂNG KÝ, CAM KẾT") == len(NAMES)
    assert text.count("1. Gia đình văn hóa.") == len(NAMES)
    assert "Số thẻ mời: 003" in text


def test_a_badge_shows_the_code_that_the_door_reads(day: Session, tmp_path: Path) -> None:
    document = made(day, "badges")
    pictures = [
        document.part.related_parts[blip.get(qn("r:embed"))].blob
        for blip in document.element.body.iter(qn("a:blip"))
    ]
    codes = set()
    for place, picture in enumerate(pictures):
        file = tmp_path / f"{place}.png"
        file.write_bytes(picture)
        codes.update(decode_picture(file))
    delegates = [guest for guest in day.state.guests.values() if not guest.is_household]
    assert codes == {payload(guest.code) for guest in delegates}


def test_flowers_have_no_minutes_of_their_own(day: Session) -> None:
    from tests.conftest import hand

    hand(day, "hoa-mttq")
    assert not [one for one in papers(day.state) if one.handover]
    set_gift(day, "hoa-mttq", durable=True)
    assert len([one for one in papers(day.state) if one.handover]) == 1


def test_an_organisers_own_template_appears_by_itself_and_is_filled(day: Session) -> None:
    folder = day.folder / "templates"
    folder.mkdir()
    document = Document()
    document.add_paragraph("Thông báo của {{ thôn }}")
    document.save(str(folder / "thong-bao.docx"))
    (folder / "~$ong-bao.docx").write_bytes(b"Word's own")
    own = [one for one in all_papers(day) if one.when == "own"]
    assert [(one.id, one.title) for one in own] == [("own-thong-bao", "thong-bao")]
    (one,) = make_papers(day, own)
    assert said(Document(str(one.file))) == "Thông báo của thôn Khả Tân"


def test_before_the_day_nothing_is_counted(tmp_path: Path) -> None:
    with begin(tmp_path / "event", ()) as session:
        for one in make_papers(session, papers(session.state)):
            text = said(Document(str(one.file)))
            assert "/0" not in text, one.paper.id
            assert "0/8" not in text, one.paper.id
            assert "None" not in text, one.paper.id


def test_an_event_from_before_these_facts_makes_every_paper(day: Session) -> None:
    event = day.state.event
    old = replace(
        event,
        agenda=tuple(replace(item, by="") for item in event.agenda),
        delegations=tuple(one for one in event.delegations if one.id != "khach-moi-khac"),
        blanks=tuple(replace(blank, person=False) for blank in event.blanks),
        gifts=tuple(replace(gift, durable=None, price=None) for gift in event.gifts),
        background=replace(
            event.background,
            head=replace(event.background.head, name="", office=""),
            addressees=(),
            minutes_recipients=(),
            other_recipients=(),
        ),
    )
    day.record(EventChanged(what="cũ"), event=old)
    play(day)
    wanted = papers(day.state)
    assert len(make_papers(day, wanted)) == len(wanted)


def test_the_meeting_invites_the_delegations_that_were_chosen(day: Session, tmp_path: Path) -> None:
    event = day.state.event
    assert usually_invited(event) == {"mttq-xa", "cong-an-xa", "ban-ctmt"}
    clock = day.clock
    found_meeting(tmp_path / "quy", day.folder, event, date(2022, 9, 15), "19:30", clock, {"bao-dai"})
    with Session(tmp_path / "quy", "read", clock=clock) as meeting:
        guests = meeting.state.guests.values()
        assert {guest.delegation for guest in guests if not guest.is_household} == {"bao-dai"}
        assert sum(guest.is_household for guest in guests) == len(NAMES)


def test_before_the_day_only_those_are_greeted_who_are_on_the_list(day: Session, tmp_path: Path) -> None:
    assert "phóng viên báo, đài" in said(made(day, "opening"))
    clock, event = day.clock, day.state.event
    found_meeting(tmp_path / "quy", day.folder, event, date(2022, 9, 15), "19:30", clock, {"cong-an-huyen"})
    with Session(tmp_path / "quy", "read", clock=clock) as meeting:
        script = said(made(meeting, "script"))
    assert "Kính thưa các đồng chí lãnh đạo Công an" in script
    assert "báo, đài" not in script


def test_the_news_tells_nothing_of_gifts_where_none_was_given(day: Session) -> None:
    news = said(made(day, "news"))
    assert "Đã trao" not in news
    assert day.state.event.title in news
    play(day)
    assert "Đã trao 01 Tủ sách pháp luật (06 cuốn)" in said(made(day, "news"))
