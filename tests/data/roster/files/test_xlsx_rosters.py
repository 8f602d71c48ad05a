"""Lists in .xlsx as villages hand them over: every name right, every refusal at its place."""

from datetime import datetime
from pathlib import Path

from data.model.event import Event
from data.roster.comparing.preview import preview
from data.roster.reading import read_roster
from tests.data.roster.build import Table, names, refusals, tcvn3, tcvn3_h, write_xlsx


def test_title_block_two_row_header_sections_totals_and_signatures(tmp_path: Path, event: Event) -> None:
    table: Table = [
        ["ỦY BAN MTTQ XÃ DUYÊN HẢI", None, None, None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        ["DANH SÁCH HỘ GIA ĐÌNH TIÊU BIỂU"],
        [],
        ["STT", "Họ và tên\nchủ hộ", "Năm sinh", None, "Số ĐT", "Ghi chú"],
        [None, None, "Nam", "Nữ", None, None],
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
        ["I", "Xóm 1"],
        [1, "Nguyễn Văn Dũng", 1960, None, 912345678, None],
        [2, "Trần Thị Hoà", None, 1955.0, "0912.345.679", "hay ốm"],
        ["Cộng", None, 2],
        ["Xóm 2: 2 hộ"],
        [1, "Phạm  Văn\nĐức", "1948", None, None, None],
        [2, None, 1950, None, "0987654321", None],
        [3, "12345", 1951, None, None, None],
        ["STT", "Họ và tên\nchủ hộ", "Năm sinh", None, "Số ĐT", "Ghi chú"],
        [4, "Lê Thị Tổng", None, 1962, None, None],
        ["Tổng cộng: 4 hộ"],
        [None, None, None, None, "Duyên Hải, ngày 05 tháng 6 năm 2022"],
        [None, "Người lập biểu", None, None, "Trưởng thôn"],
        [None, "Đào Văn Ký", None, None, "Vũ Văn Thôn"],
    ]
    merges = ["A1:C1", "F1:H1", "A2:F2", "A4:A5", "B4:B5", "C4:D4", "E4:E5", "F4:F5", "A11:F11"]
    reading = read_roster(write_xlsx(tmp_path / "ds.xlsx", {"Sheet1": table}, merges), event)
    facts = [row.facts for row in reading.rows]
    assert [(f.name, f.birth_year, f.hamlet) for f in facts] == [
        ("Nguyễn Văn Dũng", 1960, "Xóm 1"),
        ("Trần Thị Hoà", 1955, "Xóm 1"),
        ("Phạm Văn Đức", 1948, "Xóm 2"),
        ("Lê Thị Tổng", 1962, "Xóm 2"),
    ]
    assert [f.phone for f in facts[:2]] == ["0912345678", "0912345679"]
    assert [row.row for row in reading.rows] == [8, 9, 12, 16]
    assert (facts[1].note, facts[3].order) == ("hay ốm", 4)
    assert refusals(reading) == [("Sheet1", 13), ("Sheet1", 14)]
    assert reading.sheets[0].header_row == 5


def test_a_sheet_for_each_hamlet_merged_hamlets_and_hidden_sheets(tmp_path: Path, event: Event) -> None:
    by_sheet: Table = [["TT", "Chủ hộ", "SN"], [1, "Bùi Văn An", 1970], [2, "Bùi Thị Ba", "không rõ"]]
    merged: Table = [
        ["STT", "Họ tên", "Xóm", "Điện thoại"],
        [1, "Đỗ Văn Cả", "Xóm 7", "01652345678 / 0227 3862 345"],
        [2, "Đỗ Thị Dậu", None, "0123 456 7890"],
        [3, "Đỗ Văn Em", 8, "khong co"],
        [4, "Đỗ Văn Út", "8", "12"],
    ]
    notes: Table = [["Việc cần làm"], ["In danh sách"], ["Gọi điện cho trưởng thôn"]]
    path = write_xlsx(
        tmp_path / "nhieu-sheet.xlsx",
        {"Xóm 1": by_sheet, "Xom 2 ": by_sheet, "Gộp": merged, "Ghi nhớ": notes, "Trống": []},
        ["Gộp!C2:C3"],
    )
    reading = read_roster(path, event)
    assert [(row.sheet, row.facts.name, row.facts.hamlet) for row in reading.rows] == [
        ("Xóm 1", "Bùi Văn An", "Xóm 1"),
        ("Xóm 1", "Bùi Thị Ba", "Xóm 1"),
        ("Xom 2", "Bùi Văn An", "Xom 2"),
        ("Xom 2", "Bùi Thị Ba", "Xom 2"),
        ("Gộp", "Đỗ Văn Cả", "Xóm 7"),
        ("Gộp", "Đỗ Thị Dậu", "Xóm 7"),
        ("Gộp", "Đỗ Văn Em", "Xóm 8"),
        ("Gộp", "Đỗ Văn Út", "Xóm 8"),
    ]
    phones = [row.facts.phone for row in reading.rows[4:]]
    assert phones == ["0352345678; 02273862345", "0834567890", "", "12"]
    assert [(p.sheet, p.row, p.column) for p in reading.problems] == [
        ("Xóm 1", 3, "C"),
        ("Xom 2", 3, "C"),
        ("Gộp", 5, "D"),
        ("Ghi nhớ", 1, ""),
    ]


def test_delegates_and_households_in_one_workbook(tmp_path: Path, event: Event) -> None:
    delegates: Table = [
        ["DANH SÁCH ĐẠI BIỂU MỜI DỰ"],
        ["STT", "Danh xưng", "Họ và tên", "Chức vụ", "Đơn vị", "Thành phần"],
        [1, "Bà", "Nguyễn Thị Lệ Hà", "Chủ tịch", "Ủy ban MTTQ huyện", "MTTQ huyện"],
        [2, "Ông", "Vũ Đình Sơn", "Phó trưởng CA", "Công an huyện", None],
        [3, "Ông", "Trần Công", "Trưởng Công an", "Công an xã", "Công an xã"],
        [4, "Ông", "Hà Viết Báo", "Phóng viên", "Báo Thái Bình", "bao-dai"],
        [5, None, "Phạm Thị Hộ", None, None, "hộ dân"],
        [6, "Ông", "Lê Mặt Trận", "Trưởng ban", "Ban công tác mặt trậnn", None],
        [7, "Ông", "Đỗ Không Rõ", "Giám đốc", "Công ty Sao Sáng", None],
        [8, "Ông", "Ngô Hai Nơi", "Chủ tịch", None, "Ban Thường trực MTTQ"],
        ["II. Đại diện cấp ủy, chính quyền, đoàn thể xã"],
        [9, "Bà", "Bùi Thị Thơm", "Bí thư Đảng ủy", None, None],
    ]
    households: Table = [["Họ và tên", "Xóm", "Chức vụ"], ["Đinh Văn Gia", "Xóm 1", "Bí thư chi bộ"]]
    path = write_xlsx(tmp_path / "moi.xlsx", {"Đại biểu": delegates, "Hộ": households}, ["A1:F1"])
    reading = read_roster(path, event)
    assert {row.facts.name: (row.facts.kind, row.facts.delegation) for row in reading.rows} == {
        "Nguyễn Thị Lệ Hà": ("delegate", "mttq-huyen"),
        "Vũ Đình Sơn": ("delegate", "cong-an-huyen"),
        "Hà Viết Báo": ("delegate", "bao-dai"),
        "Phạm Thị Hộ": ("household", "ho-gia-dinh"),
        "Lê Mặt Trận": ("delegate", "ban-ctmt"),
        "Bùi Thị Thơm": ("delegate", "cap-uy-xa"),
        "Đinh Văn Gia": ("household", "ho-gia-dinh"),
    }
    assert refusals(reading) == [("Đại biểu", 5), ("Đại biểu", 9), ("Đại biểu", 10)]
    unknown, _company, doubtful = (p.sentence for p in reading.problems)
    assert "Công an xã" in unknown and "Lãnh đạo Công an huyện" in unknown and "Báo Thái Bình" in unknown
    assert "MTTQ Việt Nam huyện" in doubtful and "MTTQ Việt Nam xã" in doubtful


def test_names_cut_in_two_dates_formulas_and_doubles(tmp_path: Path, event: Event) -> None:
    table: Table = [
        ["STT", "Họ và tên", None, "Ngày tháng năm sinh", "SĐT 1", "SĐT 2", "Tên thường gọi", "Ghi chú"],
        [1, "Nguyễn Văn", "An", datetime(1960, 5, 3), "912345678.0", "0987654321", "Ba An", None],
        [2, "Nguyễn Văn", "An", datetime(1960, 7, 9), "0900000002", None, "An Còi", None],
        [3, "Nguyễn Văn", "An", "03/05/1960", "0912345678", "0987654321", "Ba An", None],
        [4, "=FORMULAB2", "Bình", "1961", None, None, None, None],
        [5, "=1+1", "[/b]", 1850, None, None, None, None],
        [6, "=1+1", "[/b]", 61, None, None, None, None],
        [7, "Đặng", "X" * 300, "1/1/1970", 9.12345678e8, None, None, "@nhớ"],
        [8, None, None, None, None, None, None, None],
        [9, None, None, None, None, None, None, None],
    ]
    reading = read_roster(write_xlsx(tmp_path / "tach.xlsx", {"DS": table}, ["B1:C1"]), event)
    shown = preview(reading, [])
    assert [row.facts.name for row in shown.added] == [
        "Nguyễn Văn An",
        "Nguyễn Văn An",
        "=1+1 [/b]",
        "Đặng " + "X" * 300,
    ]
    assert [row.facts.birth_year for row in shown.added] == [1960, 1960, 1961, 1970]
    assert shown.added[0].facts.phone == "0912345678; 0987654321"
    assert shown.added[3].facts.phone == "0912345678"
    assert [(p.row, p.column) for p in shown.refused] == [(4, ""), (5, "B"), (6, "D")]
    assert "2" in shown.refused[0].sentence
    assert {(3, ""), (7, "D")} <= {(p.row, p.column) for p in shown.warnings}


def test_old_fonts_in_a_new_workbook(tmp_path: Path, event: Event) -> None:
    people = ["Nguyễn Văn Ước", "Trần Thị Ánh", "Lê Đình Hợp"]
    table: Table = [
        [tcvn3_h("DANH SÁCH HỘ DÂN")],
        [tcvn3("STT"), tcvn3("Họ và tên"), tcvn3("Tên thường gọi"), "Xóm"],
        [1, tcvn3(people[0]), tcvn3_h("CẢ ƯỚC"), "Xóm Đông"],
        [2, tcvn3(people[1]), tcvn3_h("BÀ ÁNH"), "Xóm Đông"],
        [3, people[2], people[2], "Xóm Đoài"],
        [4, "Lê Thị Hà", None, "Xóm Đoài"],
    ]
    fonts = {f"{column}{row}": ".VnTime" for column in "AB" for row in range(2, 7)}
    fonts |= {"A1": ".VnTimeH", "C2": ".VnTime", "C3": ".VnTimeH", "C4": ".VnTimeH", "B6": "Arial"}
    reading = read_roster(write_xlsx(tmp_path / "abc.xlsx", {"DS": table}, fonts=fonts), event)
    assert names(reading) == [*people, "Lê Thị Hà"]
    assert [row.facts.nickname for row in reading.rows] == ["CẢ ƯỚC", "BÀ ÁNH", people[2], ""]
    assert [column.meaning for column in reading.sheets[0].columns] == ["order", "name", "nickname", "hamlet"]


def test_unicode_typed_under_an_old_font_stays(tmp_path: Path, event: Event) -> None:
    people = ["Lê Hà", "Nguyễn Văn Đức", "Trần Thị Hòa", "Đỗ Quốc Việt"]
    table: Table = [["Họ và tên"], *([person] for person in people)]
    fonts = {f"A{row}": ".VnTime" for row in range(1, 6)}
    reading = read_roster(write_xlsx(tmp_path / "uni.xlsx", {"DS": table}, fonts=fonts), event)
    assert names(reading) == people
