"""Who comes without being invited counts as such, in every paper, list and workbook alike."""

from pathlib import Path

import openpyxl
import pytest
from docx import Document
from docx.oxml.ns import qn

from data.commands.door import door
from data.documents.papers.catalogue import paper
from data.documents.papers.fields.day.attendance import attendance_fields, attendance_tables
from data.documents.papers.fields.values import text_of
from data.documents.papers.files import make_papers
from data.export.files import export_event
from data.queries.people.counts import counts
from data.queries.status import status
from data.session.session import Session
from tests.data.documents.papers.day import begin, play
from tests.data.documents.papers.docx_files import printed

NAMES = tuple(f"Nguyễn Văn {letter}" for letter in "ABCDEFG")


def said(session: Session, id: str) -> str:
    (made,) = make_papers(session, [paper(session.state, id)])
    body = Document(str(made.file)).element.body
    return "\n".join(printed(p) for p in body.iter(qn("w:p")))


@pytest.fixture
def day(tmp_path: Path) -> Session:
    """Seven of each were invited; four households and three delegates of them came, and three without."""
    session = begin(tmp_path / "event", NAMES)
    door.walk_in(session, kind="household", name="Trịnh Văn Lợi", hamlet="xóm 3")
    door.walk_in(session, kind="household", name="Vũ Thị Mùi", hamlet="xóm 9")
    door.walk_in(
        session,
        kind="delegate",
        name="Lê Bá Kha",
        honorific="ông",
        delegation="khach-moi-khac",
        title="Nhà tài trợ",
    )
    play(session)
    return session


def test_the_state_counts_them_apart(day: Session) -> None:
    n = counts(day.state)
    assert (n.households_listed, n.households_invited_present, n.households_walk_ins) == (7, 4, 2)
    assert (n.households_present, n.households_missing) == (6, 3)
    assert (n.delegates_listed, n.delegates_invited_present, n.delegates_walk_ins) == (7, 3, 1)
    told = status(day.state, day.now())
    assert told["households"] == {"target": 100, "listed": 7, "present": 6, "walk_ins": 2}


@pytest.mark.parametrize("id", ["minutes", "report", "households"])
def test_every_paper_says_so_in_the_same_words(day: Session, id: str) -> None:
    assert "mời 7, có mặt 4, vắng 3, đạt 4 % chỉ tiêu; ngoài danh sách 2; tổng 6" in said(day, id)


def test_a_check_in_taken_back_leaves_no_trace_in_the_counts(day: Session) -> None:
    from data.commands.door.presence import remove_check_in

    number = next(guest.number for guest in day.state.guests.values() if guest.name == "Vũ Thị Mùi")
    remove_check_in(day, number)
    n = counts(day.state)
    assert (n.households_listed, n.households_present, n.households_walk_ins) == (7, 5, 1)


def test_lists_say_who_was_not_invited_and_who_is_absent(day: Session) -> None:
    text = said(day, "households")
    assert text.count("ngoài danh sách") >= 2 + 2
    assert "vắng" in text.splitlines()
    delegates = said(day, "delegates")
    assert "Nhà tài trợ" in delegates
    assert "Khách mời khác" not in delegates, "a group is nobody's organisation"


def test_the_workbook_counts_them_apart(day: Session, tmp_path: Path) -> None:
    workbook, *_others = export_event(day, tmp_path)
    book = openpyxl.load_workbook(workbook, data_only=True)
    rows = list(book[book.sheetnames[1]].iter_rows(values_only=True))
    column = rows[0].index("Được mời")
    assert [row[column] for row in rows[1:] if row[0]].count("ngoài danh sách") == 3
    figures = {row[0]: row[1] for row in book[book.sheetnames[0]].iter_rows(values_only=True) if row[0]}
    assert figures["Hộ đến ngoài danh sách"] == 2
    assert figures["Đại biểu đến ngoài danh sách"] == 1
    assert book[book.sheetnames[-1]].sheet_state == "hidden"


def test_a_share_of_the_plan_and_the_share_of_the_table_count_the_same_households(tmp_path: Path) -> None:
    session = begin(tmp_path / "event", tuple(f"Nguyễn Văn {number}" for number in range(100)))
    for guest in [one for one in session.state.guests.values() if one.is_household][:8]:
        if guest.number not in session.state.present:
            door.admit(session, guest.number, "number")
    door.walk_in(session, kind="household", name="Trịnh Văn Lợi", hamlet="xóm 3")
    facts, n = attendance_fields(session.state), counts(session.state)
    share_of_table = attendance_tables(session.state)["thành phần"].rows[-1][-1]
    assert n.households_listed == session.state.event.target_households == 100
    assert text_of(facts["tỷ lệ chỉ tiêu"]) == share_of_table == f"{n.households_invited_present} %"
