import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from msgspec.structs import replace

from data import language
from data.clock import SetClock, hour_minute
from data.commands.door import door
from data.commands.event.event import set_blank
from data.commands.gifts import gift_desk
from data.commands.gifts.gifts import void
from data.commands.paper_status import record_made
from data.commands.stage import stage
from data.commands.undo import undo
from data.documents.papers.catalogue import paper, papers
from data.documents.papers.files import MadePaper, make_papers
from data.documents.papers.overview import look_at_papers, missing_text, to_make
from data.documents.papers.template_places import copy_templates
from data.errors import CeremonyError, Refused
from data.model.background import Background
from data.model.entries.event import EventChanged
from data.queries.people.counts import counts
from data.session.session import Session
from data.state.stage.agenda_progress import table
from data.text.cleaning.clean import safe
from tests.data.documents.papers.day import BOOKS, HOSTILE, PHONE, begin, hand_over_books, play
from tests.data.documents.papers.docx_files import printed, rows


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Session]:
    with begin(tmp_path / "event") as session:
        yield session


def make(session: Session, id: str) -> MadePaper:
    (made,) = make_papers(session, [paper(session.state, id)])
    return made


def text(made: MadePaper) -> str:
    """Everything that stands in a paper, its head and foot too, with the closed direction marks taken out."""
    document = Document(str(made.file))
    section = document.sections[0]
    parts = [document.element.body, section.footer._element, section.header._element]
    paragraphs = [p for part in parts for p in part.iter(qn("w:p"))]
    lines = [printed(p) for p in paragraphs]
    return "\n".join(lines).replace("\u202c", "")


def table_of(made: MadePaper, heading: str) -> list[list[str]]:
    document = Document(str(made.file))
    found: list[list[str]] = next(
        rows(one) for one in document.tables if heading in [cell.text for cell in one.rows[0].cells]
    )
    return found[1:]


def test_every_paper_of_a_played_day_is_whole(day: Session) -> None:
    play(day)
    made = make_papers(day, papers(day.state))
    assert [one.paper.id for one in made if one.paper.usual] == [
        *("invitations", "script", "decision-model", "decision-team", "budget"),
        *("delegates", "households", "documents", "minutes", "handover-1"),
        *("agenda", "report", "expenses"),
    ]
    for one in made:
        said = text(one)
        # The hostile names hold braces of their own: what is left without them holds none.
        for name in (*HOSTILE, "{{ xã }} Nam", "{{ thôn }} Bùi"):
            said = said.replace(name, "").replace(name.upper(), "")
        assert not re.search(r"\{\{|\}\}|\{%", said), one.paper.id
        assert PHONE not in text(one)


def test_households_stand_as_they_came_with_every_name_whole(day: Session) -> None:
    play(day)
    listed = table_of(make(day, "households"), "Chủ hộ")
    assert {row[2] for row in listed} == set(map(safe, HOSTILE))
    by_card = {row[1]: row for row in listed}
    assert by_card["002"][5] == "{{ xã }} Nam (con trai), 3 người"
    assert by_card["002"][6] == hour_minute(day.state.present[2].at)
    assert by_card["005"][5:7] == ["", "vắng"]
    assert [row[0] for row in listed] == [str(place) for place in range(1, len(HOSTILE) + 1)]
    assert [row[4] for row in listed] == sorted(row[4] for row in listed)


def test_an_own_template_can_list_what_each_household_was_given(day: Session) -> None:
    play(day)
    gift_desk.give(day, "tai-lieu", 1)
    copy_templates(day.folder)
    own = day.folder / "templates" / "danh-sach-ho.docx"
    document: Any = Document(str(own))
    document.add_paragraph("{{ hộ.số thẻ }}: {{ hộ.quà đã nhận }}")
    document.save(str(own))
    said = text(make(day, "households"))
    assert "001: Tài liệu tuyên truyền pháp luật" in said
    assert "002: \n" in said


def test_lists_made_before_anybody_came_leave_the_figures_to_the_pen(day: Session) -> None:
    made = make(day, "households")
    assert f"Hộ gia đình: mời {len(HOSTILE)}, có mặt ........, vắng ........, đạt" in text(made)
    assert made.missing["số hộ có mặt"]
    empty = [row for row in table_of(made, "Chủ hộ") if not any(row)]
    assert len(empty) == 3


def test_the_report_says_who_was_invited_came_and_was_missing(day: Session) -> None:
    play(day)
    n = counts(day.state)
    made = make(day, "report")
    said = text(made)
    assert (
        f"Hộ gia đình: mời {n.households_listed}, có mặt {n.households_present}, "
        f"vắng {n.households_missing}, đạt 4 % chỉ tiêu; ngoài danh sách 0; tổng {n.households_present}"
        in said
    )
    assert "Kính gửi: Ban Thường trực Ủy ban MTTQ Việt Nam huyện Hưng Hà." in said
    assert f"Số người của các hộ đến dự: {n.people}." in said
    groups = table_of(made, "Thành phần")
    assert [int(row[3]) for row in groups][-1] == n.households_present
    assert sum(int(row[3]) for row in groups[:-1]) == n.delegates_present
    assert all(int(row[2]) == int(row[3]) + int(row[4]) for row in groups)
    hamlets = table_of(made, "Xóm/Tổ")
    assert sum(int(row[3]) for row in hamlets) == n.households_present


def test_the_report_names_its_grounds_costs_and_what_follows(day: Session) -> None:
    play(day)
    said = text(make(day, "report"))
    assert "Căn cứ Kế hoạch số ......../KH-MTTQ-BTT ngày 10 tháng 6 năm 2022 của Ban Thường trực" in said
    assert "Tổ chức ra mắt mô hình: 5.000.000 đồng (năm triệu đồng)." in said
    assert "Duy trì sinh hoạt chuyên đề định kỳ 3 tháng/1 lần" in said
    assert "- Tổng cộng: ..............................." in said
    assert "TM. BAN THƯỜNG TRỰC" in said
    assert "Trần Văn Long" in said


def test_the_total_is_known_once_every_sum_is(day: Session) -> None:
    set_blank(day, "amount_launch", "5000000")
    set_blank(day, "amount_bookcase", "3.500.000 đồng")
    total = "- Tổng cộng: 8.500.000 đồng (tám triệu năm trăm nghìn đồng)."
    assert total in text(make(day, "report"))


def test_an_event_made_before_there_were_papers_has_lines_for_the_pen(day: Session) -> None:
    event = replace(day.state.event, background=Background())
    day.record(EventChanged(what="cũ"), event=event)
    play(day)
    for one in papers(day.state):
        make(day, one.id)
    missing = look_at_papers(day)["report"].missing
    assert {"cơ quan ban hành", "nơi nhận", "kinh phí", "việc tiếp theo", "thẩm quyền ký"} <= set(missing)


def _minutes(printed: str) -> int:
    hours, minutes = printed.split(":")
    return 60 * int(hours) + int(minutes)


def test_the_agenda_is_planned_before_and_real_after(day: Session) -> None:
    before = table_of(make(day, "agenda"), "Thời gian")
    planned = table(day.state.event, day.state.agenda_progress, day.now())
    assert next(row[1] for row in before) == "08:00 – 08:15"
    assert [row[2] for row in before] == [row.item.title for row in planned]
    play(day)
    after = table_of(make(day, "agenda"), "Bắt đầu")
    real = table(day.state.event, day.state.agenda_progress, day.now())
    for said, row in zip(after, real, strict=True):
        assert row.started
        assert row.ended
        assert said[2:5] == [hour_minute(row.planned), hour_minute(row.started), hour_minute(row.ended)]
        minutes = _minutes(said[4]) - _minutes(said[3])
        assert said[6] == str(minutes), "what the times beside it say"
        longer = minutes - row.item.minutes
        assert said[7] == ("đúng" if not longer else f"thêm {longer}" if longer > 0 else f"bớt {-longer}")


def test_pauses_stand_below_their_item(day: Session) -> None:
    stage.go(day)
    stage.pause_or_resume(day)
    assert isinstance(day.clock, SetClock)
    day.clock.pass_time(180)
    stage.pause_or_resume(day)
    play(day)
    first = table_of(make(day, "agenda"), "Bắt đầu")[0]
    assert first[1].splitlines()[1:] == ["tạm dừng 07:15 – 07:18"]


def test_an_item_that_was_left_out_says_so(day: Session) -> None:
    stage.go(day)
    waiting = next(item for item in stage.waiting_items(day) if item.id == "phat-bieu")
    stage.skip_or_reinstate(day, waiting.id)
    play(day)
    row = next(row for row in table_of(make(day, "agenda"), "Bắt đầu") if row[1] == waiting.title)
    assert row[3:5] == ["–", "–"]
    assert "- Không thực hiện." in text(make(day, "minutes"))


def test_the_minutes_tell_who_was_there_and_what_happened(day: Session) -> None:
    play(day)
    made = make(day, "minutes")
    said = text(made)
    assert "1. Chủ tọa: Ông Trần Văn Long, Chủ tịch Ủy ban MTTQ xã." in said
    assert "2. Thư ký: .............................." in said
    assert "Đại biểu: mời 7, có mặt 3, vắng 4; ngoài danh sách 0; tổng 3." in said
    assert said.count("- Ông/Bà") >= 3
    assert "trao 01 Tủ sách pháp luật (06 cuốn); tiếp nhận: {{ thôn }} Bùi" in said
    assert "thư ký" in made.missing


def test_handover_minutes_name_both_sides_and_every_book(day: Session) -> None:
    play(day)
    made = make(day, "handover-1")
    pieces = table_of(made, "Tên sách, tài liệu")
    assert [row[1] for row in pieces] == ["Tủ sách pháp luật", *BOOKS]
    assert [row[3] for row in pieces] == ["01", "02", "02", "02"]
    said = text(made)
    assert "Tổng cộng: 01 (một) tủ, 06 (sáu) cuốn." in said
    assert "Bà: Nguyễn Thị Lệ Hà" in said
    assert "Chức vụ: Trưởng ban" in said
    assert "người chứng kiến" in made.missing
    assert "bên giao" not in made.missing


def test_a_void_handover_has_no_minutes_and_counts_nowhere(day: Session) -> None:
    play(day)
    (handover,) = day.state.handovers.standing()
    void(day, handover.id, "ghi nhầm")
    with pytest.raises(Refused):
        paper(day.state, "handover-1")
    gifts = {row[1]: row[4] for row in table_of(make(day, "report"), "Hiện vật")}
    assert gifts["Tủ sách pháp luật"] == "0"
    assert "Tủ sách pháp luật: .............................." in text(make(day, "minutes"))
    hand_over_books(day)
    assert paper(day.state, "handover-2")


def test_a_paper_made_again_says_so_and_keeps_the_old_one(day: Session) -> None:
    first = make(day, "report")
    record_made(day, [first])
    kept = first.file.read_bytes()
    second = make(day, "report")
    record_made(day, [second])
    assert (first.file.name, second.file.name) == ("bao-cao-ket-qua.docx", "bao-cao-ket-qua-lan-2.docx")
    assert first.file.read_bytes() == kept
    assert [Document(str(one.file)).core_properties.revision for one in (first, second)] == [1, 2]
    assert Document(str(second.file)).core_properties.subject.endswith("(lần 2)")
    assert "(lần" not in text(second)
    undo(day)
    assert make(day, "report").file.name == "bao-cao-ket-qua-lan-3.docx"


def test_a_file_that_nobody_recorded_is_not_overwritten(day: Session) -> None:
    first, second = make(day, "report"), make(day, "report")
    assert first.file != second.file
    assert second.edition == 2


def test_only_papers_whose_figures_changed_need_to_be_made_again(day: Session) -> None:
    play(day)
    record_made(day, make_papers(day, papers(day.state)))
    assert to_make(day, look_at_papers(day)) == []
    door.admit(day, 5, "number")
    assert {one.id for one in to_make(day, look_at_papers(day))} == {
        *("households", "script", "minutes", "report", "news")
    }


def test_every_dotted_line_of_a_paper_is_told_before_it_is_made(day: Session) -> None:
    looks = look_at_papers(day)
    for id, look in looks.items():
        assert bool(look.missing) == ("......" in text(make(day, id)))
    assert "số văn bản" in missing_text(looks["minutes"].missing, day.state.event)
    assert "mục: bắt đầu (8×)" in missing_text(looks["minutes"].missing, day.state.event)
    play(day)
    assert "mục: bắt đầu" not in look_at_papers(day)["minutes"].missing


def test_papers_are_vietnamese_in_every_language_of_the_screen(day: Session) -> None:
    play(day)
    digests = {id: look.digest for id, look in look_at_papers(day).items()}
    language.choose("en")
    assert {id: look.digest for id, look in look_at_papers(day).items()} == digests


def test_a_folder_that_cannot_be_written_is_told_in_one_sentence(day: Session, tmp_path: Path) -> None:
    blocked = tmp_path / "tệp"
    blocked.write_text("")
    with pytest.raises(CeremonyError, match="tệp"):
        make_papers(day, [paper(day.state, "report")], blocked)
