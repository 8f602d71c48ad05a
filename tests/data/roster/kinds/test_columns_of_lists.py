"""What the columns of a list hold, by whatever its headings say: further lists of each kind."""

# ruff: noqa: E501 - tables of words

from pathlib import Path
from typing import Any

import pytest

from data.model.event import Event
from data.roster.reading import read_roster
from data.roster.reading_options import ReadingOptions
from tests.data.roster.build import Table, write_xlsx
from tests.data.roster.kinds.tables import (
    AN,
    BINH,
    HEADINGS,
    Case,
    Guest,
    check,
    guests_of,
    read_case,
    rows,
    told_by,
)


def bare(*guests: Guest) -> list[Guest]:
    return [(name, None, "") for name, _year, _hamlet in guests]


@pytest.mark.parametrize(
    ("headings", "columns"),
    [
        (["Họ đệm", "Tên"], [("Nguyễn Văn", "An"), ("Trần Thị", "Bình")]),
        (["Họ và chữ đệm", "Tên"], [("Nguyễn Văn", "An"), ("Trần Thị", "Bình")]),
        (["Họ", "Tên đệm", "Tên"], [("Nguyễn", "Văn", "An"), ("Trần", "Thị", "Bình")]),
        (["Tên", "Họ"], [("An", "Nguyễn Văn"), ("Bình", "Trần Thị")]),
        (["First Name", "Last Name"], [("An", "Nguyễn Văn"), ("Bình", "Trần Thị")]),
        (["firstName", "middleName", "lastName"], [("An", "Văn", "Nguyễn"), ("Bình", "Thị", "Trần")]),
        (["surname", "given_name"], [("Nguyễn Văn", "An"), ("Trần Thị", "Bình")]),
        (
            ["Họ và tên", "Họ", "Tên"],
            [("Nguyễn Văn An", "Nguyễn Văn", "An"), ("Trần Thị Bình", "Trần Thị", "Bình")],
        ),
        (
            ["Họ", "Tên", "Họ tên đầy đủ"],
            [("Nguyễn Văn", "An", "Nguyễn Văn An"), ("Trần Thị", "Bình", "Trần Thị Bình")],
        ),
        (["Full name", "First name"], [("Nguyễn Văn An", "An"), ("Trần Thị Bình", "Bình")]),
    ],
)
def test_one_name_from_whichever_columns_hold_it(
    headings: list[str], columns: list[tuple[str, ...]], tmp_path: Path, event: Event
) -> None:
    check(Case([headings, *map(list, columns)], bare(AN, BINH)), tmp_path, event)


@pytest.mark.parametrize(
    "headings",
    [
        ["No.", "Full name", "Year of birth", "Hamlet"],
        ["stt", "hoTen", "namSinh", "xom"],
        ["STT", "HoVaTen", "NgaySinh", "DiaChi"],
        ["so_thu_tu", "ho_va_ten", "nam_sinh", "noi_o"],
        ["TT", "HỌ VÀ TÊN CHỦ HỘ", "NĂM SINH", "CHỖ Ở HIỆN NAY"],
        ["Số TT", "Họ và tên\n(chữ in hoa)", "Năm\nsinh", "Nơi thường trú"],
        ["STT", "Họ, chữ đệm và tên", "Ngày, tháng, năm sinh", "Hộ khẩu thường trú"],
        ["STT", "Ho va ten", "Nam sinh", "Xom"],
        ["STT", "Họ và têm", "Năm sinhh", "Địa chỉ"],
        ["STT", "Họ\u00a0và\u00a0tên", "Năm\u00a0sinh", "Xóm\u00a0"],
        ["STT", "Họ và tên: ", "Năm sinh*", "Xóm/Tổ"],
        ["STT", "Tên chủ hộ - ghi đủ họ, chữ đệm, tên như trong căn cước công dân của người đó", "NS", "Xóm"],
        ["STT", "Người đại diện hộ", "Sinh năm", "Nơi cư trú"],
        ["row-number", "full-name", "birth-year", "address"],
        ["STT", "Họ tên chủ hộ (viết hoa)", "D.O.B", "Thôn/Xóm"],
    ],
)
def test_headings_in_other_words(headings: list[str], tmp_path: Path, event: Event) -> None:
    check(Case([headings, *rows(AN, BINH)], [AN, BINH]), tmp_path, event)


@pytest.mark.parametrize(
    "other", ["Tên xóm", "Tên đường", "Tên trường", "Tên cơ quan", "Tên con", "Tên hàng hóa", "Tên mẹ"]
)
def test_an_exact_heading_beats_what_begins_like_one(other: str, tmp_path: Path, event: Event) -> None:
    table: Table = [
        ["STT", other, "Họ và tên", "Năm sinh"],
        [1, "Hoa Sữa", *AN[:2]],
        [2, "Hoa Lan", *BINH[:2]],
    ]
    reading = read_case(Case(table, []), tmp_path, event)
    assert [row.facts.name for row in reading.rows] == [AN[0], BINH[0]]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Họ tên vợ", "Họ tên chồng"), ("Họ và tên", "Họ và tên"), ("Họ tên ông", "Họ tên bà"),
    ],
)  # fmt: skip
def test_two_columns_of_people_are_asked_about(first: str, second: str, tmp_path: Path, event: Event) -> None:
    table: Table = [
        ["STT", first, second, "Xóm"],
        [1, "Nguyễn Văn An", "Lê Thị Dung", "Xóm 1"],
        [2, "Trần Văn Bình", "Vũ Thị Em", "Xóm 1"],
    ]
    case = Case(table, [])
    reading = read_case(case, tmp_path, event)
    asked = next(problem for problem in reading.problems if problem.kind == "names")
    assert [row.facts.name for row in reading.rows] == ["Nguyễn Văn An", "Trần Văn Bình"]
    other = read_case(case, tmp_path, event, ReadingOptions(columns={asked.other: "name"}))
    assert [row.facts.name for row in other.rows] == ["Lê Thị Dung", "Vũ Thị Em"]


@pytest.mark.parametrize(
    ("heading", "values"),
    [
        ("Đối tượng", ["Hộ nghèo", "Hộ chính sách"]), ("Nhóm", ["A", "B"]), ("Khối", ["1", "2"]),
        ("Thành phần", ["Nông dân", "Công nhân"]), ("Group", ["Poor", "Near poor"]), ("Nhóm", ["Máu O", "Máu A"]),
    ],
)  # fmt: skip
def test_a_column_is_the_delegations_only_if_its_values_are(
    heading: str, values: list[str], tmp_path: Path, event: Event
) -> None:
    table: Table = [[*HEADINGS, heading], [*rows(AN)[0], values[0]], [2, *BINH, values[1]]]
    check(Case(table, [AN, BINH], frozenset({"columns"})), tmp_path, event)


def test_a_column_of_delegations_with_one_mistake_refuses_that_row(tmp_path: Path, event: Event) -> None:
    table: Table = [
        ["Họ tên", "Thành phần"],
        ["Nguyễn Văn An", "MTTQ huyện"],
        ["Lê Văn B", "Công an huyện"],
        ["Vũ C", "Sở Y tế"],
    ]
    reading = read_roster(write_xlsx(tmp_path / "db.xlsx", {"S": table}), event)
    assert [row.facts.delegation for row in reading.rows] == ["mttq-huyen", "cong-an-huyen"]
    assert [problem.row for problem in reading.problems if problem.severity == "refused"] == [4]


@pytest.mark.parametrize(
    ("heading", "name", "honorific", "title"),
    [
        ("Họ tên, chức vụ", "Đ/c Nguyễn Văn An - Chủ tịch UBND xã", "Đồng chí", "Chủ tịch UBND xã"),
        ("Họ và tên - Chức vụ", "Ông Nguyễn Văn An, Bí thư", "Ông", "Bí thư"),
        ("Họ và tên/Chức vụ", "Nguyễn Văn An (Trưởng thôn)", "", "Trưởng thôn"),
        ("Họ tên và chức vụ", "Bà Nguyễn Văn An – Phó Chủ tịch", "Bà", "Phó Chủ tịch"),
        ("Họ và tên, chức danh", "Nguyễn Văn An; Chi hội trưởng", "", "Chi hội trưởng"),
    ],
)
def test_name_and_office_in_one_cell(
    heading: str, name: str, honorific: str, title: str, tmp_path: Path, event: Event
) -> None:
    table: Table = [["STT", heading, "Xóm"], [1, name, "Xóm 1"]]
    facts = read_case(Case(table, []), tmp_path, event).rows[0].facts
    assert (facts.name, facts.honorific, facts.title) == ("Nguyễn Văn An", honorific, title)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Ô", "Ông"),
        ("B", "Bà"),
        ("Ô.", "Ông"),
        ("b.", "Bà"),
        ("ÔNG", "Ông"),
        ("Đ/c", "Đồng chí"),
        ("bà", "Bà"),
        ("Cụ", "Cụ"),
    ],
)
def test_honorifics_are_written_in_full(typed: str, shown: str, tmp_path: Path, event: Event) -> None:
    columns: Table = [["Ông/Bà", "Họ tên"], [typed, "Nguyễn Văn An"], ["Bà", "Trần Thị Bình"]]
    assert read_case(Case(columns, []), tmp_path, event).rows[0].facts.honorific == shown
    prefix = typed if len(typed) > 1 and typed[-1] != "Ô" else f"{typed}:"
    inside: Table = [["STT", "Họ tên"], [1, f"{prefix} Nguyễn Văn An"]]
    facts = read_case(Case(inside, []), tmp_path, event).rows[0].facts
    assert (facts.honorific, facts.name) == (shown, "Nguyễn Văn An")


def test_names_under_an_honorific_are_names(tmp_path: Path, event: Event) -> None:
    check(Case([["STT", "Ông (bà)", "Xóm"], [1, AN[0], "Xóm 1"], [2, BINH[0], "Xóm 1"]],
               [(AN[0], None, "Xóm 1"), (BINH[0], None, "Xóm 1")]), tmp_path, event)  # fmt: skip


@pytest.mark.parametrize(
    "cell",
    [
        "Nguyễn Văn An và Trần Thị Bình", "Nguyễn Văn An - Trần Thị Bình", "Nguyễn Văn An + Trần Thị Bình",
        "Nguyễn Văn An / Trần Thị Bình", "Nguyễn Văn An\nTrần Thị Bình", "Nguyễn Văn An, Trần Thị Bình",
        "Nguyễn Văn An & Trần Thị Bình", "Ông Nguyễn Văn An bà Trần Thị Bình", "Ô. Nguyễn Văn An; B. Trần Thị Bình",
        "Nguyễn Văn An (vợ Trần Thị Bình)", "Nguyễn Văn An vợ là Trần Thị Bình", "Nguyễn Văn An Trần Thị Bình",
        "Nguyễn An\nTrần Bình",
    ],
)  # fmt: skip
def test_two_people_in_one_cell_can_be_split(cell: str, tmp_path: Path, event: Event) -> None:
    case = Case([HEADINGS, [1, cell, None, "Xóm 1"]], [])
    told = read_case(case, tmp_path, event)
    assert told_by(told) == {"couples"} and "couples" in told.rows[0].doubts
    split = read_case(case, tmp_path, event, ReadingOptions(split=True))
    facts = split.rows[0].facts
    assert facts.name in ("Nguyễn Văn An", "Nguyễn An") and "Bình" in facts.note


@pytest.mark.parametrize(
    "name",
    [
        "Nguyễn Trần Thị Bình Phương",
        "Lê Hoàng Nguyễn Vũ",
        "Nguyễn Văn\nAn",
        "Vũ Cao Đàm",
        "Hồ Đặng Thanh Ngọc",
    ],
)
def test_long_names_are_one_person(name: str, tmp_path: Path, event: Event) -> None:
    reading = read_case(Case([HEADINGS, [1, name, 1960, "Xóm 1"]], []), tmp_path, event)
    assert not reading.problems


@pytest.mark.parametrize(
    ("values", "years"),
    [
        (["05/02/1960", 20125, 25000], [1960, 1955, 1968]),
        ([20125, 22000, 21000], [1955, 1960, 1957]),
        (["1960", "'55", "55"], [1960, 1955, 1955]),
        (["5-2-60", "10.10.55", "1/1/1970"], [1960, 1955, 1970]),
        (["1960 (62 tuổi)", "l955", "197O"], [1960, 1955, 1970]),
        (["2.1960", "T5/1955", "tháng 3 năm 1970"], [1960, 1955, 1970]),
        ([19600205, "10101955", "03031970"], [1960, 1955, 1970]),
    ],
)
def test_a_column_of_dates_is_judged_as_one(
    values: list[Any], years: list[int], tmp_path: Path, event: Event
) -> None:
    names = ["Nguyễn Văn An", "Trần Thị Bình", "Lê Văn Cường"]
    table: Table = [
        ["STT", "Họ và tên", "Ngày sinh"],
        *([n, name, v] for n, (name, v) in enumerate(zip(names, values, strict=True), 1)),
    ]
    assert guests_of(read_case(Case(table, []), tmp_path, event)) == [
        (name, year, "") for name, year in zip(names, years, strict=True)
    ]


def test_what_the_person_names_wins_and_its_heading_is_no_guest(tmp_path: Path, event: Event) -> None:
    table: Table = [["Mã", "Quý danh"], ["A01", "Nguyễn Văn An"], ["A02", "Trần Thị Bình"]]
    reading = read_case(Case(table, []), tmp_path, event, ReadingOptions(columns={"B": "name"}))
    assert guests_of(reading) == bare(AN, BINH)


@pytest.mark.parametrize(
    ("years", "sexes"), [(("Nam", "Nữ"), True), (("NAM", "NỮ"), True), (("nam", "nu"), True)]
)
def test_years_by_sex(years: tuple[str, str], sexes: bool, tmp_path: Path, event: Event) -> None:
    table: Table = [["TT", "Họ tên", *years], [1, AN[0], 1960, None], [2, BINH[0], None, 1955]]
    reading = read_case(Case(table, []), tmp_path, event)
    assert [(r.facts.birth_year, r.facts.honorific) for r in reading.rows] == [(1960, "Ông"), (1955, "Bà")]
    assert sexes


def test_crosses_under_the_sexes_are_no_years(tmp_path: Path, event: Event) -> None:
    table: Table = [
        ["TT", "Họ tên", "Năm sinh", "Nam", "Nữ"],
        [1, AN[0], 1960, "x"],
        [2, BINH[0], 1955, None, "x"],
    ]
    check(Case(table, [(AN[0], 1960, ""), (BINH[0], 1955, "")]), tmp_path, event)
