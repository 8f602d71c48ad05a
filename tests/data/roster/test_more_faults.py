"""Faults of lists that came up in more villages: every name right, or a sentence that names the row."""

import unicodedata
from datetime import datetime
from pathlib import Path

import pytest

from data.model.event import Event
from data.roster.comparing.preview import preview
from data.roster.facts import RosterReading
from data.roster.reading import read_roster
from data.roster.reading_options import ReadingOptions
from data.roster.words.typed_text import is_ditto, is_nothing, read_name
from tests.data.roster.build import Table, names, refusals, write_xlsx


def warned(reading: RosterReading) -> list[int]:
    """The rows that something is said of, though they are taken in."""
    return [problem.row for problem in reading.problems if problem.severity == "warning"]


def test_name_cut_in_two_under_one_heading_and_hamlets_as_titles_in_the_table(
    tmp_path: Path, event: Event
) -> None:
    table: Table = [
        ["UBND XÃ DUYÊN HẢI"],
        ["DANH SÁCH HỘ TIÊU BIỂU NĂM 2022"],
        [],
        ["STT", "Họ và tên", None, "Năm sinh", None, "Số điện thoại"],
        [None, "Họ đệm", "Tên", "Nam", "Nữ", None],
        ["XÓM 1"],
        [1, "Nguyễn Văn", "An", 1960, None, "0912.345.678"],
        [2, "Trần Thị", "Bích", None, 1971, "+84 912 345 679"],
        ["XÓM 2 (3 hộ)"],
        [1, "Lê Đình", "Cường", 22000, None, "0912345680 - 0912345681"],
        [2, "Phạm Thị", "Dung", None, 1980, "0912345682\n0912345683"],
        [3, "Vũ", "Em", "1.955", None, "912345684"],
        ["Tổng số: 5 hộ"],
        [None, None, None, None, "Khả Tân, ngày 10 tháng 6 năm 2022"],
        ["NGƯỜI LẬP BIỂU", None, None, None, "TM. BAN CTMT"],
        ["Đỗ Văn Lập", None, None, None, "Vũ Văn Thôn"],
    ]
    merges = ["B4:C4", "D4:E4", "A6:F6", "A9:F9", "F4:F5", "A4:A5"]
    reading = read_roster(write_xlsx(tmp_path / "ds.xlsx", {"Sheet1": table}, merges), event)
    assert [(f.name, f.hamlet, f.birth_year, f.order) for f in (row.facts for row in reading.rows)] == [
        ("Nguyễn Văn An", "XÓM 1", 1960, 1),
        ("Trần Thị Bích", "XÓM 1", 1971, 2),
        ("Lê Đình Cường", "XÓM 2", 1960, 1),
        ("Phạm Thị Dung", "XÓM 2", 1980, 2),
        ("Vũ Em", "XÓM 2", 1955, 3),
    ]
    phones = [row.facts.phone for row in reading.rows]
    assert phones[2:] == ["0912345680; 0912345681", "0912345682; 0912345683", "0912345684"]
    assert (refusals(reading), warned(reading)) == ([], [10])


def test_ditto_marks_stand_for_what_is_above(tmp_path: Path, event: Event) -> None:
    marks = ["Xóm 1", "nt", "-nt-", "//", '"', "Xóm 2", "như trên", "-", "''", "nt."]
    rows: Table = [[n, f"Nguyễn Văn {chr(65 + n)}", mark] for n, mark in enumerate(marks)]
    reading = read_roster(write_xlsx(tmp_path / "nt.xlsx", {"DS": [["STT", "Họ tên", "Xóm"], *rows]}), event)
    hamlets = [row.facts.hamlet for row in reading.rows]
    assert hamlets == ["Xóm 1"] * 5 + ["Xóm 2", "Xóm 2", "", "Xóm 2", "Xóm 2"]


def test_two_lists_beside_one_another_are_both_read(tmp_path: Path, event: Event) -> None:
    table: Table = [
        ["DANH SÁCH HỘ"],
        ["STT", "Họ và tên", "Xóm", None, "STT", "Họ và tên", "Xóm"],
        [1, "Nguyễn Văn An", "1", None, 3, "Lê Văn Cảnh", "2"],
        [2, "Trần Văn Bình", "1", None, 4, "12", "2"],
    ]
    reading = read_roster(write_xlsx(tmp_path / "doi.xlsx", {"DS": table}), event)
    assert names(reading) == ["Nguyễn Văn An", "Trần Văn Bình", "Lê Văn Cảnh"]
    assert [(p.row, p.column) for p in reading.problems] == [(4, "F")]


def test_letters_that_look_alike_are_the_same_name(tmp_path: Path, event: Event) -> None:
    table: Table = [
        ["STT", unicodedata.normalize("NFD", "Họ và tên chủ hộ"), "Xóm"],
        [1, unicodedata.normalize("NFD", "Nguyễn Thị Hường"), "Xóm\u00a01"],
        [2, "\ufeffNguyễn\u00a0Thị\u200b Hường ", "Xóm 1"],
    ]
    reading = read_roster(write_xlsx(tmp_path / "nfd.xlsx", {"DS": table}), event)
    assert names(reading) == ["Nguyễn Thị Hường"] * 2
    assert [problem.row for problem in preview(reading, []).refused] == [3]


@pytest.mark.parametrize(
    ("typed", "name", "honorific"),
    [
        ("1. Nguyễn Văn An", "Nguyễn Văn An", ""),
        ("12) Nguyễn Văn An**", "Nguyễn Văn An", ""),
        ("Ông Trần Văn B", "Trần Văn B", "Ông"),
        ("Hộ bà: Lê Thị C*", "Lê Thị C", "Bà"),
        ("ô. Đỗ D", "Đỗ D", "Ông"),
        ("Bà Huyện", "Bà Huyện", ""),
        ("Nguyễn Bà Huyện", "Nguyễn Bà Huyện", ""),
        ("=1+1", "=1+1", ""),
        ("*", "*", ""),
    ],
)
def test_what_stands_around_a_name(typed: str, name: str, honorific: str) -> None:
    assert read_name(typed) == (name, honorific)


def test_a_dash_is_nothing_and_no_ditto() -> None:
    assert is_nothing("-") and is_nothing("…") and not is_ditto("-")
    assert is_ditto("//") and not is_nothing("//") and not is_nothing("nt")


def test_a_birth_date_over_three_columns(tmp_path: Path, event: Event) -> None:
    table: Table = [
        ["STT", "Họ và tên", "Ngày sinh", None, None, "Xóm"],
        [None, None, "Ngày", "Tháng", "Năm", None],
        [1, "Nguyễn An", 3, 5, 1960, "1"],
        [2, "Trần Bình", 12, 12, 1971, "2"],
    ]
    path = write_xlsx(tmp_path / "ngay.xlsx", {"DS": table}, ["C1:E1", "A1:A2", "B1:B2", "F1:F2"])
    reading = read_roster(path, event)
    assert [row.facts.birth_year for row in reading.rows] == [1960, 1971]
    assert reading.problems == ()


def test_offices_without_a_delegation_are_households_only_with_a_warning(
    tmp_path: Path, event: Event
) -> None:
    table: Table = [
        ["STT", "Họ và tên", "Chức vụ", "Đơn vị"],
        [1, "Nguyễn An", "Chủ tịch", "MTTQ huyện"],
        [2, "Trần Bình", "Giám đốc", "Công ty Sao Sáng"],
        [3, "Lê Cảnh", "Hộ dân", None],
    ]
    path = write_xlsx(tmp_path / "khach.xlsx", {"DS": table})
    as_it_is = read_roster(path, event)
    assert [row.facts.kind for row in as_it_is.rows] == ["household"] * 3
    assert (warned(as_it_is), as_it_is.sheets[0].in_doubt) == ([2, 3], 2)
    as_delegates = read_roster(path, event, ReadingOptions(delegates=True))
    assert [(row.facts.name, row.facts.delegation) for row in as_delegates.rows] == [
        ("Nguyễn An", "mttq-huyen"),
        ("Lê Cảnh", "ho-gia-dinh"),
    ]
    assert refusals(as_delegates) == [("DS", 3)]


def test_offices_are_known_by_what_the_plan_says_they_are_called(tmp_path: Path, event: Event) -> None:
    table: Table = [
        ["ĐẠI BIỂU MỜI DỰ"],
        ["STT", "Họ và tên", "Chức vụ", "Đơn vị công tác"],
        [1, "Nguyễn An", "Phó Chủ tịch", "MTTQ huyện Hưng Hà"],
        [2, "Trần Bình", "Bí thư", "Đảng ủy xã"],
        [3, "Lê Cảnh", "Trưởng thôn", None],
        [4, "Đỗ Dũng", "Chủ tịch", "UBND huyện"],
        [5, "Vũ Em", "Giám đốc", "Công ty xã"],
    ]
    reading = read_roster(write_xlsx(tmp_path / "db.xlsx", {"DS": table}), event)
    assert {row.facts.name: row.facts.delegation for row in reading.rows} == {
        "Nguyễn An": "mttq-huyen",
        "Trần Bình": "cap-uy-xa",
        "Lê Cảnh": "ban-ctmt",
    }
    assert refusals(reading) == [("DS", 6), ("DS", 7)]
    assert set(warned(reading)) <= {3, 4, 5}


def test_a_delegate_without_any_office_is_taken_for_a_household_with_a_warning(
    tmp_path: Path, event: Event
) -> None:
    table: Table = [
        ["DANH SÁCH ĐẠI BIỂU"],
        ["STT", "Họ và tên", "Chức vụ", "Đơn vị"],
        [1, "Nguyễn An", "Chủ tịch", "MTTQ huyện"],
        [2, "Lê Cảnh", None, None],
    ]
    reading = read_roster(write_xlsx(tmp_path / "db.xlsx", {"DS": table}), event)
    assert [row.facts.kind for row in reading.rows] == ["delegate", "household"]
    assert warned(reading) == [4]


def test_a_list_typed_in_word(tmp_path: Path, event: Event) -> None:
    import docx

    document = docx.Document()
    document.add_paragraph("DANH SÁCH HỘ")
    table = document.add_table(rows=0, cols=4)
    for texts in (
        ["STT", "Họ và tên", "Năm sinh", "Xóm"],
        ["1", "Nguyễn Văn Ước", "1960", "Xóm 1"],
        ["2", "Trần Thị Ánh", "1961", ""],
        ["3", "4567", "1961", "Xóm 2"],
    ):
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
    table.cell(1, 3).merge(table.cell(2, 3))
    document.save(str(tmp_path / "ds.docx"))
    reading = read_roster(tmp_path / "ds.docx", event)
    assert [(row.facts.name, row.facts.hamlet) for row in reading.rows] == [
        ("Nguyễn Văn Ước", "Xóm 1"),
        ("Trần Thị Ánh", "Xóm 1"),
    ]
    assert refusals(reading) == [("1", 4)]


def test_the_village_sends_its_list_again_in_another_order(tmp_path: Path, event: Event) -> None:
    head = ["STT", "Họ và tên", "Năm sinh", "Xóm", "SĐT"]
    first: Table = [
        head,
        [1, "Nguyễn Văn An", 1960, "Xóm 1", "0912345678"],
        [2, "Nguyễn Văn An", 1960, "Xóm 1", "0912345679"],
        [3, "Trần Thị Bích", datetime(1971, 2, 3), "Xóm 2", None],
    ]
    again: Table = [
        head,
        [1, "BÀ TRẦN THỊ BÍCH", "03/02/1971", "Xóm 2", "0987654321"],
        [2, "Nguyễn Văn An", 1960, "Xóm 1", "912345679"],
        [3, "Nguyễn Văn An", 1960, "Xóm 1", "0912.345.678"],
        [4, "Lê Cảnh", 1980, "Xóm 2", None],
    ]
    before = preview(read_roster(write_xlsx(tmp_path / "1.xlsx", {"DS": first}), event), [])
    guests = before.guests(1, "17")
    after = preview(read_roster(write_xlsx(tmp_path / "2.xlsx", {"DS": again}), event), guests)
    assert [row.facts.name for row in after.added] == ["Lê Cảnh"]
    assert after.refused == []
    phones = {change.number: change.after.phone for change in after.changed}
    assert phones == {1: "0912345678", 3: "0987654321"}
    assert after.unchanged == [2]


def test_a_row_of_formulas_that_were_never_reckoned_is_refused_by_its_number(
    tmp_path: Path, event: Event
) -> None:
    table: Table = [
        ["STT", "Họ và tên", "Xóm"],
        [1, "Nguyễn An", "Xóm 1"],
        ["=FORMULAA2+1", "=FORMULAB2", "=FORMULAC2"],
        ["=FORMULAA3+1", "=FORMULAUPPER(B2)", "=FORMULAC2"],
    ]
    reading = read_roster(write_xlsx(tmp_path / "ct.xlsx", {"DS": table}), event)
    assert names(reading) == ["Nguyễn An"]
    assert refusals(reading) == [("DS", 3), ("DS", 4)]
