"""Lists as villages type them: sections with their leader or their count, and what programs leave behind."""

from pathlib import Path

import pytest

from data.model.event import Event
from data.text.places.places import place_key
from tests.data.roster.build import Table
from tests.data.roster.kinds.tables import Case, guests_of, read_case, told_by

HEADINGS = ["STT", "Họ và tên", "Năm sinh", "Xóm"]
SHORT = HEADINGS[:3]
AN, BINH = ("Nguyễn Văn An", 1960, "Xóm Đình"), ("Trần Thị Bình", 1955, "Xóm Chùa")
ROWS = [[1, *AN[:2]], [2, *BINH[:2]]]

SECTIONS = {
    "its leader behind a colon": (
        "Xóm Đình: Trưởng xóm ông Vũ Văn Bảy",
        "Xóm Chùa: Trưởng xóm bà Lê Thị Sáu",
    ),
    "its leader behind a dash": ("Xóm Đình - Phụ trách: Vũ Văn Bảy", "Xóm Chùa - ông Lê Văn Sáu"),
    "who leads a group": (
        "Tổ liên gia số 1: Tổ trưởng ông Vũ Văn Bảy",
        "Tổ liên gia số 2: Tổ phó bà Lê Thị Sáu",
    ),
}


@pytest.mark.parametrize("headings", SECTIONS.values(), ids=SECTIONS)
def test_a_section_names_its_hamlet_and_who_leads_it(
    headings: tuple[str, str], tmp_path: Path, event: Event
) -> None:
    case = Case([SHORT, [headings[0]], ROWS[0], [headings[1]], ROWS[1]], [])
    hamlets = [hamlet for _name, _year, hamlet in guests_of(read_case(case, tmp_path, event))]
    assert hamlets == [headings[0].split(" -")[0].split(":")[0], headings[1].split(" -")[0].split(":")[0]]


@pytest.mark.parametrize("count", ["(25 hộ)", "25 hộ", 25, "25 khẩu"])
def test_the_count_of_a_section_may_stand_where_years_do(count: object, tmp_path: Path, event: Event) -> None:
    table: Table = [SHORT, ["A", "XÓM ĐÌNH", count], ROWS[0], ["B", "XÓM CHÙA", count], ROWS[1]]
    reading = read_case(Case(table, []), tmp_path, event)
    assert [(name, year, place_key(hamlet)) for name, year, hamlet in guests_of(reading)] == [
        (name, year, place_key(hamlet)) for name, year, hamlet in (AN, BINH)
    ]
    assert not reading.problems


def test_a_guest_whose_name_begins_as_a_hamlet_does_stays_one(tmp_path: Path, event: Event) -> None:
    table: Table = [SHORT, [1, "Bản Văn Đình", 1960], [2, "Khu Thị Mới", 1955]]
    names = [name for name, _year, _hamlet in guests_of(read_case(Case(table, []), tmp_path, event))]
    assert names == ["Bản Văn Đình", "Khu Thị Mới"]


def test_a_heading_of_a_hamlet_that_is_not_understood_is_told(tmp_path: Path, event: Event) -> None:
    table: Table = [
        SHORT,
        ["Xóm Đình"],
        ROWS[0],
        ["Xóm giáp ranh với thôn bên cạnh và con sông lớn"],
        ROWS[1],
    ]
    reading = read_case(Case(table, []), tmp_path, event)
    assert [(problem.row, problem.kind) for problem in reading.problems] == [(4, "sections")]


@pytest.mark.parametrize(
    "headings",
    [("Hộ nghèo", "Hộ cận nghèo"), ("Diện chính sách", "Diện khác"), ("Các hộ khá", "Các hộ khác")],
)
def test_kinds_of_households_are_no_hamlets(headings: tuple[str, str], tmp_path: Path, event: Event) -> None:
    table: Table = [SHORT, ["I", headings[0], None], ROWS[0], ["II", headings[1], None], ROWS[1]]
    guests = guests_of(read_case(Case(table, []), tmp_path, event))
    assert guests == [(*AN[:2], ""), (*BINH[:2], "")]


@pytest.mark.parametrize(
    "foot", ["Danh sách gồm có 02 người./.", "Bằng chữ: Hai hộ", "Danh sách gồm tất cả 2 hộ"]
)
def test_the_count_below_a_list_is_no_guest(foot: str, tmp_path: Path, event: Event) -> None:
    table: Table = [HEADINGS, [1, *AN], [2, *BINH], [None, foot], [None, "Vũ Văn Bảy"]]
    assert guests_of(read_case(Case(table, []), tmp_path, event)) == [AN, BINH]


def test_numbers_and_gaps_as_a_program_writes_them(tmp_path: Path, event: Event) -> None:
    table: Table = [HEADINGS, ["1.0", AN[0], "1960.0", "1.0"], ["2.0", BINH[0], "1955.0", "2.0"]]
    guests = guests_of(read_case(Case(table, [], name="ds.csv"), tmp_path, event))
    assert guests == [(*AN[:2], "Xóm 1"), (*BINH[:2], "Xóm 2")]
    lacking: Table = [
        [*HEADINGS, "Ghi chú"],
        [1, *AN, "nan"],
        [2, *BINH, "NULL"],
        [3, "Lê Văn Cường", 1970, "nan", ""],
    ]
    reading = read_case(Case(lacking, [], name="ds.csv"), tmp_path, event)
    assert all(row.facts.hamlet != "nan" for row in reading.rows)


def test_a_second_column_of_names_with_a_year_is_no_second_list(tmp_path: Path, event: Event) -> None:
    table: Table = [
        [*HEADINGS, "Họ và tên", "Năm sinh"],
        [1, *AN, "Lê Thị Tám", 1962],
        [2, *BINH, "Vũ Văn Chín", 1950],
    ]
    reading = read_case(Case(table, []), tmp_path, event)
    assert guests_of(reading) == [AN, BINH] and "names" in told_by(reading)


def test_two_lists_beside_one_another_are_read_one_after_another(tmp_path: Path, event: Event) -> None:
    table: Table = [[*HEADINGS, None, *HEADINGS, "Ghi chú"], [1, *AN, None, 2, *BINH, "vắng"]]
    assert guests_of(read_case(Case(table, []), tmp_path, event)) == [AN, BINH]
