"""Where the list begins and ends, and what its rows are: further lists of each kind."""

# ruff: noqa: E501 - tables of words

from pathlib import Path
from typing import Any

import pytest

from data.model.event import Event
from tests.data.roster.build import Table
from tests.data.roster.kinds.tables import AN, BINH, CUONG, HEADINGS, Case, Guest, check, rows

H3: list[Any] = ["STT", "Họ và tên", "Năm sinh"]


def in_hamlet(hamlet: str, *guests: Guest) -> list[Guest]:
    return [(name, year, hamlet) for name, year, _hamlet in guests]


def sectioned(first: list[Any], second: list[Any], one: str, two: str) -> Case:
    """A list with two sections, over one and two guests."""
    table: Table = [H3, first, [1, *AN[:2]], second, [2, *BINH[:2]], [3, *CUONG[:2]]]
    return Case(table, [*in_hamlet(one, AN), *in_hamlet(two, BINH, CUONG)])


SECTIONS = {
    "capitals": sectioned(["XÓM ĐÔNG"], ["XÓM TÂY"], "XÓM ĐÔNG", "XÓM TÂY"),
    "Roman numbers": sectioned(["I", "Xóm 1"], ["II", "Xóm 2"], "Xóm 1", "Xóm 2"),
    "letters with a count": sectioned(
        ["A", "Thôn Thượng", 25], ["B", "Thôn Hạ", 31], "Thôn Thượng", "Thôn Hạ"
    ),
    "a dash before and a colon behind": sectioned(["- Xóm Đình:"], ["- Xóm Chùa:"], "Xóm Đình", "Xóm Chùa"),
    "counts in brackets": sectioned(["Tổ 1 (01 hộ)"], ["Tổ 2 (02 hộ)"], "Tổ 1", "Tổ 2"),
    "a numbered section": sectioned(["1. Xóm Đình"], ["2. Xóm Chùa"], "Xóm Đình", "Xóm Chùa"),
    "a hamlet with a colon": sectioned(["Xóm: 1"], ["Xóm: 2"], "Xóm 1", "Xóm 2"),
    "a people's group": sectioned(
        ["Tổ dân phố số 5"], ["Tổ dân phố số 6"], "Tổ dân phố số 5", "Tổ dân phố số 6"
    ),
    "a village quarter": sectioned(["Làng Vạn"], ["Làng Đông"], "Làng Vạn", "Làng Đông"),
    "in the column of names": sectioned([None, "Xóm Mới"], [None, "Xóm Cũ"], "Xóm Mới", "Xóm Cũ"),
    "with a number in STT": sectioned([1, "Xóm Mới"], [2, "Xóm Cũ"], "Xóm Mới", "Xóm Cũ"),
    "a bare word": sectioned(["ĐÌNH"], ["CHÙA"], "ĐÌNH", "CHÙA"),
}


@pytest.mark.parametrize("kind", SECTIONS)
def test_a_section_gives_the_hamlet(kind: str, tmp_path: Path, event: Event) -> None:
    check(SECTIONS[kind], tmp_path, event)


def test_a_section_over_the_whole_width(tmp_path: Path, event: Event) -> None:
    case = sectioned(["Cụm dân cư 1"], ["Cụm dân cư 2"], "Cụm dân cư 1", "Cụm dân cư 2")
    check(case._replace(merges=["A2:C2", "A4:C4"]), tmp_path, event)


@pytest.mark.parametrize(
    "foot",
    [
        [[None, "Người lập danh sách"], [None, "(Ký, ghi rõ họ tên)"], [None, "Phạm Văn Lập"]],
        [[None, "Nơi nhận"], [None, "- Đảng ủy xã (để b/c);"], [None, "- Lưu VP."]],
        [[None, "TM. BAN CÔNG TÁC MẶT TRẬN"], [None, "TRƯỞNG BAN"], [None, "Phạm Văn Lập"]],
        [[None, "Xác nhận của UBND xã"], [None, "KT. CHỦ TỊCH"], [None, "PHÓ CHỦ TỊCH"]],
        [["Duyên Hải, ngày 05 tháng 6 năm 2022"], [None, "Kế toán"], [None, "Thủ trưởng đơn vị"]],
        [[None, "Người kiểm tra"], [None, "Đã duyệt"], [None, "Bí thư chi bộ"]],
        [["Ghi chú: danh sách này thay danh sách cũ"], [None, "Cán bộ phụ trách"]],
        [["Ấn định danh sách có 02 hộ"], [None, "Thư ký"], [None, "Nguyễn Thị Ký"]],
    ],
)
def test_what_stands_below_the_list_is_no_guest(foot: Table, tmp_path: Path, event: Event) -> None:
    check(Case([HEADINGS, *rows(AN, BINH), [], *foot], [AN, BINH]), tmp_path, event)


@pytest.mark.parametrize(
    "total",
    [
        [2, "Tổng cộng"], [2, "TỔNG SỐ:"], ["Cộng", None, 2], [None, "Cộng: 02 hộ"], [2, "Tổng cộng:", None, "2 hộ"],
        [2, "Toàn thôn"], [2, "Total"], ["Tổng cộng: 2 hộ"], [2, "Cộng xóm 1"], [2, "Grand total", 2],
    ],
)  # fmt: skip
def test_a_total_is_no_guest(total: list[Any], tmp_path: Path, event: Event) -> None:
    check(Case([HEADINGS, *rows(AN, BINH), total], [AN, BINH]), tmp_path, event)


@pytest.mark.parametrize(
    "numbering",
    [
        ["(1)", "(2)", "(3)", "(4)"], ["A", "B", "C", "D"], [1, 2, 3, 4], ["(1)", "(2)", "(3a)", "(3b)"],
        ["[1]", "[2]", "[3]", "[4]"], [-1, -2, -3, -4], ["A", "B", 1, 2], ["(1)", "(2)", "(3)", "(4)=(2)+(3)"],
    ],
)  # fmt: skip
def test_the_row_that_numbers_columns_is_no_guest(numbering: list[Any], tmp_path: Path, event: Event) -> None:
    check(Case([HEADINGS, numbering, *rows(AN, BINH)], [AN, BINH]), tmp_path, event)


@pytest.mark.parametrize(
    "numbers",
    [["I", "II", "III"], ["i", "ii", "iii"], ["I.", "II.", "III."], ["a", "b", "c"], ["A)", "B)", "C)"],
     ["1.1", "1.2", "1.3"], ["01", "02", "03"], ["1.", "2.", "3."], ["#1", "#2", "#3"]],
)  # fmt: skip
def test_rows_may_be_numbered_in_any_way(numbers: list[str], tmp_path: Path, event: Event) -> None:
    guests = (AN, BINH, ("Lê Văn Cường", None, "Xóm 2"))
    table: Table = [HEADINGS, *([number, *guest] for number, guest in zip(numbers, guests, strict=True))]
    check(Case(table, guests), tmp_path, event)


@pytest.mark.parametrize("numbers", [["I", "II", "III"], ["a", "b", "c"]])
def test_letters_that_count_names_alone(numbers: list[str], tmp_path: Path, event: Event) -> None:
    names = ["Nguyễn Văn An", "Trần Thị Bình", "Lê Văn Cường"]
    table: Table = [["TT", "Họ tên"], *([number, name] for number, name in zip(numbers, names, strict=True))]
    check(Case(table, [(name, None, "") for name in names]), tmp_path, event)


@pytest.mark.parametrize(
    ("relation", "others"),
    [
        ("Quan hệ", ["Vợ", "Con trai"]),
        ("QH với chủ hộ", ["vợ", "con dâu"]),
        ("Mối quan hệ với chủ hộ", ["Mẹ đẻ", "Cháu nội"]),
        ("Quan hệ chủ hộ", ["V", "C"]),
        ("Relationship to head", ["Wife", "Son"]),
        ("quan_he", ["Em gái", "Chị dâu"]),
    ],
)
def test_only_the_heads_are_guests(relation: str, others: list[str], tmp_path: Path, event: Event) -> None:
    head = "Head" if relation.startswith("Rel") else "Chủ hộ"
    table: Table = [
        [*HEADINGS, relation],
        [1, *AN, head],
        [2, "Phạm Thị Vợ", 1962, "Xóm 1", others[0]],
        [3, "Nguyễn Văn Con", 1990, "Xóm 1", others[1]],
        [4, *BINH, head],
    ]
    check(Case(table, [AN, BINH], frozenset({"members"})), tmp_path, event)


def test_a_cross_says_who_the_head_is(tmp_path: Path, event: Event) -> None:
    table: Table = [[*HEADINGS, "Chủ hộ"], [1, *AN, "x"], [2, "Phạm Thị Vợ", 1962, "Xóm 1"], [3, *BINH, "x"]]
    check(Case(table, [AN, BINH], frozenset({"members"})), tmp_path, event)


def test_a_household_without_a_head_is_told(tmp_path: Path, event: Event) -> None:
    table: Table = [
        ["STT", "Số hộ", *HEADINGS[1:], "Quan hệ với chủ hộ"],
        [1, "H01", *AN, "Chủ hộ"],
        [2, "H02", *BINH, "Vợ"],
        [3, "H02", "Lê Văn Con", 1990, "Xóm 1", "Con"],
    ]
    check(Case(table, [AN, BINH], frozenset({"members"})), tmp_path, event)


def test_relations_of_those_who_come_in_their_place_filter_nobody(tmp_path: Path, event: Event) -> None:
    table: Table = [[*HEADINGS, "Quan hệ"], [1, *AN, "Vợ"], [2, *BINH, "Con"]]
    check(Case(table, [AN, BINH]), tmp_path, event)


@pytest.mark.parametrize(
    "sheet",
    [
        [
            ["Giới tính", "Quan hệ", "Xóm"],
            ["Nam", "Chủ hộ", "Xóm 1"],
            ["Nữ", "Vợ", "Xóm 2"],
            [None, "Con", None],
        ],
        [
            ["Cột", "Ý nghĩa"],
            ["Họ và tên", "Ghi đủ họ tên chủ hộ"],
            ["Năm sinh", "Ghi 4 chữ số"],
            ["Xóm", "Ghi số"],
        ],
        [["Nhãn hàng", "Đếm của Họ và tên"], ["Xóm 1", 25], ["Xóm 2", 30], ["Tổng cộng", 55]],
        [["Row Labels", "Count of Name"], ["Xóm 1", 25], ["Xóm 2", 30], ["Grand Total", 55]],
        [["Danh mục quan hệ"], ["Chủ hộ"], ["Vợ"], ["Chồng"], ["Con"]],
        [["HƯỚNG DẪN"], ["1. Cột Họ và tên: ghi chữ in hoa"], ["2. Cột Xóm: ghi số"], ["3. Lưu lại"]],
    ],
)
def test_a_sheet_that_is_no_list_gives_no_guests(sheet: Table, tmp_path: Path, event: Event) -> None:
    check(Case([HEADINGS, *rows(AN, BINH)], [AN, BINH], also={"Khác": sheet}), tmp_path, event)


def test_titles_and_empty_rows_above_the_header(tmp_path: Path, event: Event) -> None:
    table: Table = [
        [],
        [None, "UBND XÃ DUYÊN HẢI"],
        ["DANH SÁCH HỘ GIA ĐÌNH"],
        [],
        HEADINGS,
        [],
        *rows(AN, BINH),
    ]
    check(Case(table, [AN, BINH], merges=["A3:D3"]), tmp_path, event)


@pytest.mark.parametrize(
    ("upper", "lower", "merges"),
    [
        (["STT", "Họ và tên", "Ngày sinh", None, "Xóm"], [None, None, "Nam", "Nữ", None], ["C1:D1"]),
        (["STT", "Họ và tên", "Năm sinh", None, "Xóm"], [None, None, "Nam", "Nữ", None],
         ["A1:A2", "B1:B2", "C1:D1", "E1:E2"]),
    ],
)  # fmt: skip
def test_two_rows_of_headings(
    upper: list[Any], lower: list[Any], merges: list[str], tmp_path: Path, event: Event
) -> None:
    table: Table = [upper, lower, [1, AN[0], 1960, None, "Xóm 1"], [2, BINH[0], None, 1955, "Xóm 1"]]
    check(Case(table, [AN, BINH], merges=merges), tmp_path, event)


def test_a_lone_name_in_a_numbered_list_is_told(tmp_path: Path, event: Event) -> None:
    table: Table = [HEADINGS, *rows(AN, BINH), [None, "Hạng mục khác"], *([3, *CUONG],)]
    check(Case(table, [AN, BINH, ("Hạng mục khác", None, ""), CUONG], frozenset({"odd"})), tmp_path, event)


def test_namesakes_of_official_words_are_people(tmp_path: Path, event: Event) -> None:
    people = [
        ("Lưu Văn Thư", None, "Xóm 1"),
        ("Tống Thị Cộng", None, "Xóm 1"),
        ("Cao Thị Ngày", None, "Xóm 1"),
    ]
    check(Case([HEADINGS, *rows(*people)], people), tmp_path, event)
