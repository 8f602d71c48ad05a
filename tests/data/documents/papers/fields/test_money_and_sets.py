"""Money is not kept in good order, sets that were handed out are told, and a plan is cited with its day."""

from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm

from data.commands.door import door
from data.commands.gifts import gift_desk, gifts
from data.documents.papers.catalogue import paper
from data.documents.papers.files import make_papers
from data.model.entries.gifts import HandedGift, Person
from data.session.session import Session
from tests.data.documents.papers.day import begin
from tests.data.documents.papers.docx_files import printed

MOST_DIGITS_WIDE = Mm(31)
"""``1.000.000.000`` in 13 points with the margins of a cell."""


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return begin(tmp_path / "event", ("Nguyễn Văn A", "Nguyễn Văn B"))


def made(session: Session, id: str) -> Path:
    (one,) = make_papers(session, [paper(session.state, id)])
    return one.file


def said(session: Session, id: str) -> str:
    return "\n".join(printed(p) for p in Document(str(made(session, id))).element.body.iter(qn("w:p")))


def hand(session: Session, *units: str) -> None:
    """Unannounced gifts of the units, one after another, each with minutes of its own."""
    for unit in units:
        gift = gifts.new_gift(session.state.event, f"Quà tính bằng {unit}", unit)
        gifts.hand_over(
            session,
            [HandedGift(gift.id, 2_000_000 if unit == "đồng" else 1)],
            giver=Person("bà Hà", "Chủ tịch", "UBMTTQ huyện"),
            receiver=Person("ông Bùi", "Trưởng ban", "Ban Công tác Mặt trận"),
            unannounced=gift,
        )


def test_minutes_of_money_speak_of_money(session: Session) -> None:
    hand(session, "đồng", "chiếc")
    money, thing = said(session, "handover-1"), said(session, "handover-2")
    assert "quản lý, sử dụng số tiền đúng mục đích" in money
    assert "đầy đủ số tiền sau đây" in money
    assert "hiện vật" not in money.casefold() and "bảo quản" not in money
    assert "đầy đủ các hiện vật sau đây" in thing
    assert "quản lý, bảo quản và sử dụng hiện vật đúng mục đích" in thing


def test_the_minutes_tell_the_sets_that_were_handed_out(session: Session) -> None:
    assert "Đã phát" not in said(session, "minutes")
    for number in (1, 2):
        door.admit(session, number, "number")
        gift_desk.give(session, "tai-lieu", number)
    assert "Đã phát 02 bộ tài liệu tuyên truyền pháp luật cho các hộ gia đình." in said(session, "minutes")


@pytest.mark.parametrize("id", ["decision-model", "decision-team"])
def test_a_decision_cites_the_plan_with_its_day(session: Session, id: str) -> None:
    assert "/KH-MTTQ-BTT ngày 10 tháng 6 năm 2022 của" in said(session, id)


@pytest.mark.parametrize(
    ("id", "columns"), [("report", ("Kế hoạch", "Đã trao")), ("handover-1", ("Số lượng",))]
)
def test_a_sum_has_room_in_its_column(session: Session, id: str, columns: tuple[str, ...]) -> None:
    hand(session, "đồng")
    cells = [
        cell
        for table in Document(str(made(session, id))).tables
        for cell in table.rows[0].cells
        if cell.text in columns
    ]
    assert len(cells) == len(columns)
    assert all(cell.width >= MOST_DIGITS_WIDE - Mm(0.1) for cell in cells)
