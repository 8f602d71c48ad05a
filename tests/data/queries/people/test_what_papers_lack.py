"""Dates, numbers, totals and names: what papers print of them, and what F10 says is missing for them."""

from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from msgspec.structs import replace

from data.commands.door import door
from data.commands.event.changing import change
from data.commands.event.checklist import open_points, settle
from data.commands.event.event import set_blank, set_fact, set_gift
from data.commands.event.paperwork import set_expense
from data.commands.gifts.gifts import hand_over, new_gift, void
from data.commands.stage.minutes_notes import write_down
from data.commands.undo import undo
from data.documents.papers.catalogue import paper, papers
from data.documents.papers.fields.day.gifts import gift_tables
from data.documents.papers.fields.office.money import money_fields, money_tables
from data.documents.papers.fields.values import text_of
from data.documents.papers.files import make_papers
from data.model.entries.gifts import HandedGift, Person
from data.session.session import Session
from tests.conftest import hand


def said(session: Session, id: str) -> str:
    (made,) = make_papers(session, [paper(session.state, id)])
    lines = Document(str(made.file)).element.body.iter(qn("w:p"))
    return "\n".join("".join(map(printed, line.iter(qn("w:t"), qn("w:tab")))) for line in lines)


def printed(piece: Any) -> str:
    if piece.tag == qn("w:t"):
        return piece.text or ""
    return "\t" if piece.getparent().tag == qn("w:r") else ""


def total(session: Session, which: str = "tổng dự trù") -> str:
    return text_of(money_fields(session.state)[which])


@pytest.mark.parametrize(
    ("day", "dated"), [("20/06/2022", True), ("15/06/2022", False), ("12/06/2022", False)]
)
def test_an_invitation_is_dated_before_the_day_or_by_pen(session: Session, day: str, dated: bool) -> None:
    if day != "15/06/2022":
        set_fact(session, "date", day)
    text = said(session, "invitations")
    assert ("Duyên Hải, ngày 15 tháng 6 năm 2022" in text) == dated
    assert ("Duyên Hải, ngày ...." in text) != dated


def test_nobody_who_walked_in_gets_an_invitation(session: Session) -> None:
    door.walk_in(session, kind="delegate", name="Ngô Thị Đến", title="Giám đốc", delegation="khach-moi-khac")
    text = said(session, "invitations")
    assert "Ngô Thị Đến" not in text and "Nguyễn Thị Lệ Hà" in text
    assert "Ngô Thị Đến" in said(session, "badges")


def test_minutes_of_handovers_are_numbered_in_their_own_row(session: Session) -> None:
    hand(session, "hoa-mttq")
    first = hand(session, "tu-sach")
    hand(session, "hoa-cong-an")
    gift = new_gift(session.state.event, "Ti vi", "chiếc")
    hand_over(session, [HandedGift(gift.id, 1)], giver=Person("A"), receiver=Person("B"), unannounced=gift)
    titles = [one.title for one in papers(session.state) if one.handover]
    assert [one.split(":")[0][-1] for one in titles] == ["1", "2"]
    void(session, first.id, "nhầm")
    (left,) = [one for one in papers(session.state) if one.handover]
    assert left.title == titles[1], "a number never moves"


def test_the_list_of_who_came_ends_its_sentence(session: Session) -> None:
    for number in (7, 8, 9):
        door.admit(session, number, "scanner")
    lines = [line for line in said(session, "minutes").splitlines() if line.startswith("- Ông/Bà")]
    assert [line[-1] for line in lines] == [";", ";", "."]


def test_money_is_written_with_points_in_every_table(session: Session) -> None:
    gift = new_gift(session.state.event, "Tiền hỗ trợ", "đồng")
    handed = [HandedGift(gift.id, 2_000_000)]
    hand_over(session, handed, giver=Person("A"), receiver=Person("B"), unannounced=gift)
    rows = [row for row in gift_tables(session.state)["quà"].rows if row[1] == "Tiền hỗ trợ"]
    assert text_of(rows[0][-1]) == "2.000.000"
    assert "2000000" not in said(session, "report") + said(session, "minutes")


def test_sums_that_were_granted_are_the_budget_while_nothing_has_a_price(session: Session) -> None:
    set_blank(session, "amount_bookcase", "12 triệu")
    assert total(session).startswith("."), "one sum is open"
    set_blank(session, "amount_launch", "5 triệu")
    assert total(session) == total(session, "tổng thanh toán") == "17.000.000 đồng (mười bảy triệu đồng)"
    sums = [text_of(row[5]) for row in money_tables(session.state)["dự trù"].rows if row[1]]
    assert sums == ["12.000.000", "5.000.000"]


def test_a_total_of_what_is_known_says_what_it_leaves_out(session: Session) -> None:
    set_gift(session, "hoa-mttq", price="200000")
    set_expense(session, "", name="Nước uống", quantity=2, price=50_000)
    assert total(session).startswith("300.000 đồng (ba trăm nghìn đồng), chưa gồm (chưa có đơn giá): ")
    assert "Tủ sách pháp luật" in total(session)
    for gift in session.state.event.gifts:
        if gift.price is None:
            set_gift(session, gift.id, price="1000")
    assert "chưa gồm" not in total(session)


def test_who_signs_and_who_is_called_is_missing_while_its_item_is_on(session: Session) -> None:
    def missing() -> set[str]:
        return {point.id for point in open_points(session.state) if point.kind in ("signer", "team")}

    assert missing() == {"team", "papers", "decision-model", "decision-team", "accountant"}
    event = session.state.event
    off = tuple(replace(one, optional=one.id == "quyet-dinh-to-tu-quan") for one in event.agenda)
    change(session, replace(event, agenda=off), "")
    assert missing() == {"papers", "decision-model", "accountant"}
    undo(session)
    for point in open_points(session.state):
        if point.kind in ("signer", "team"):
            settle(session, point, "do huu son")
    assert not missing()


def test_no_dots_lead_on_behind_words_that_were_written_down(session: Session) -> None:
    before = [line for line in said(session, "minutes").splitlines() if line.endswith("\t")]
    assert before, "a line for the pen is dotted to the margin"
    write_down(session, "conclusion", "Đề nghị duy trì mô hình.")
    lines = said(session, "minutes").splitlines()
    assert "Đề nghị duy trì mô hình." in lines
    assert 0 < sum(line.endswith("\t") for line in lines) < len(before)
