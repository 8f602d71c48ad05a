"""Columns, rows and sheets that no heading explains, as villages, schools and programs of contacts write them."""

# ruff: noqa: E501 - tables of words

from pathlib import Path
from typing import Any

import pytest

from data.model.event import Event
from data.roster.reading import read_roster
from tests.data.roster.build import Table, vni, write_xlsx
from tests.data.roster.kinds.one_guest import NAMED
from tests.data.roster.kinds.tables import (
    AN,
    BINH,
    CUONG,
    HEADINGS,
    Case,
    check,
    guests_of,
    read_case,
    rows,
    told_by,
)

GOOGLE = (
    "Name,Given Name,Additional Name,Family Name,Yomi Name,Name Prefix,Name Suffix,Nickname,Birthday,Notes,"
    "Group Membership,Phone 1 - Type,Phone 1 - Value\n"
    "Nguyễn Văn An,An,Văn,Nguyễn,,Ông,,Tư An,1960-03-05,,* myContacts,Mobile,0912 345 678\n"
)


GOOGLE_NOW = (
    "First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,Name Prefix,"
    "Name Suffix,Nickname,File As,Organization Name,Organization Title,Birthday,Notes,Labels,Phone 1 - Label,"
    "Phone 1 - Value\nAn,Văn,Nguyễn,,,,,,,,,,1960-03-05,,* myContacts,Mobile,0912345678\n"
)


OUTLOOK = (
    "First Name,Middle Name,Last Name,Suffix,E-mail Address,Home Phone,Mobile Phone,Birthday,Home Street\n"
    "An,Văn,Nguyễn,,,,0912345678,5/3/1960,Xóm 1\n"
)


@pytest.mark.parametrize("text", [GOOGLE, GOOGLE_NOW, OUTLOOK])
def test_contacts_of_a_phone_are_read(text: str, tmp_path: Path, event: Event) -> None:
    path = tmp_path / "contacts.csv"
    path.write_text(text, encoding="utf-8")
    reading = read_roster(path, event)
    assert [(row.facts.name, row.facts.birth_year, row.facts.phone) for row in reading.rows] == [
        ("Nguyễn Văn An", 1960, "0912345678")
    ]


@pytest.mark.parametrize(
    ("heading", "meaning"), [("N.sinh", 1), ("N/S", 1), ("Năm sih", 1), ("Ra đời", 1), ("Xómm", 2), ("Ở", 2), ("Cụm / xóm nào", 2)]
)  # fmt: skip
def test_a_column_with_an_unknown_heading_is_told_by_its_values(
    heading: str, meaning: int, tmp_path: Path, event: Event
) -> None:
    headings = list(HEADINGS)
    headings[meaning + 1] = heading
    check(Case([headings, *rows(AN, BINH, CUONG)], [AN, BINH, CUONG]), tmp_path, event)


def test_figures_under_an_unknown_heading_are_no_years(tmp_path: Path, event: Event) -> None:
    table: Table = [["STT", "Họ và tên", "Số sổ"], [1, AN[0], 123], [2, BINH[0], 456]]
    check(Case(table, [(AN[0], None, ""), (BINH[0], None, "")]), tmp_path, event)


@pytest.mark.parametrize("heading", ["Gia chủ", "Người nhận", "Bà con", "Danh tính"])
def test_names_under_an_unknown_heading_are_found(heading: str, tmp_path: Path, event: Event) -> None:
    check(Case([["STT", heading, "Năm sinh", "Xóm"], *rows(AN, BINH)], [AN, BINH]), tmp_path, event)


def test_two_unknown_columns_of_people_are_not_guessed_at(tmp_path: Path, event: Event) -> None:
    from data.errors import RosterInvalid

    table: Table = [
        ["STT", "Bà con", "Láng giềng", "Xóm"],
        [1, AN[0], BINH[0], "Xóm 1"],
        [2, CUONG[0], "Vũ Thị Em", "Xóm 1"],
    ]
    with pytest.raises(RosterInvalid):
        read_case(Case(table, []), tmp_path, event)


def test_a_hamlet_written_once_is_that_of_the_rows_below_it(tmp_path: Path, event: Event) -> None:
    table: Table = [["Xóm", *NAMED], ["Xóm 1", 1, *AN[:2]], [None, 2, *BINH[:2]], ["Xóm 2", 3, *CUONG[:2]]]
    check(Case(table, [AN, BINH, CUONG], frozenset({"sections"})), tmp_path, event)


def test_a_hamlet_that_is_missing_stays_missing(tmp_path: Path, event: Event) -> None:
    people = [AN, BINH, ("Vũ Văn Em", 1950, ""), CUONG]
    check(Case([HEADINGS, *rows(*people)], people), tmp_path, event)


@pytest.mark.parametrize("second", ["Xóm 2", "S2"])
def test_a_sheet_without_headings_goes_on_with_those_before(
    second: str, tmp_path: Path, event: Event
) -> None:
    case = Case(
        [HEADINGS, *rows(AN, BINH)], [AN, BINH, CUONG], frozenset({"columns"}), also={second: [[3, *CUONG]]}
    )
    check(case, tmp_path, event)


def test_signatures_on_a_sheet_of_their_own_are_no_guests(tmp_path: Path, event: Event) -> None:
    signed: Table = [["Người lập", "Trưởng thôn"], ["Vũ Văn Lập", "Bùi Văn Trưởng"]]
    check(Case([HEADINGS, *rows(AN, BINH)], [AN, BINH], also={"Ký": signed}), tmp_path, event)


def test_instructions_with_the_headings_as_rows_are_no_list(tmp_path: Path, event: Event) -> None:
    told: Table = [
        ["STT", "Tên cột", "Hướng dẫn nhập", "Bắt buộc"],
        [1, "Họ và tên", "Nhập đầy đủ họ tên chủ hộ", "X"],
        [2, "Năm sinh", "Nhập 4 số", "X"],
        [3, "Xóm", "Chọn trong danh mục", None],
    ]
    check(Case([HEADINGS, *rows(AN, BINH)], [AN, BINH], also={"HD": told}), tmp_path, event)


@pytest.mark.parametrize("head", ["01. Chủ hộ", "1 - Chủ hộ", "Chủ hộ (01)", "01: Chủ hộ"])
def test_relations_with_their_number_in_a_register(head: str, tmp_path: Path, event: Event) -> None:
    others = [
        [2, "Lê Thị Xuân", 1962, "Xóm 1", "02. Vợ/chồng"],
        [3, "Nguyễn Văn Con", 1990, "Xóm 1", "03. Con đẻ"],
    ]
    table: Table = [[*HEADINGS, "Quan hệ với chủ hộ"], [1, *AN, head], *others]
    check(Case(table, [AN], frozenset({"members"})), tmp_path, event)


@pytest.mark.parametrize(
    "total", ["Tổng nhân khẩu: 15", "TỔNG HỘ:", "Tổng số lao động", "Cộng trang 1", "Tổng kinh phí"]
)
def test_totals_of_other_things_are_no_guests(total: str, tmp_path: Path, event: Event) -> None:
    check(Case([HEADINGS, *rows(AN, BINH), [None, total]], [AN, BINH]), tmp_path, event)


@pytest.mark.parametrize(
    ("upper", "lower"), [(["Năm sinh", None], ["Nam", "Nữ"]), (["Ngày tháng năm sinh", None], ["Nữ", "Nam"]), (["Năm sinh nam", "Năm sinh nữ"], None)]
)  # fmt: skip
def test_the_column_of_the_year_says_the_sex(
    upper: list[Any], lower: list[Any] | None, tmp_path: Path, event: Event
) -> None:
    men = 1 if lower and lower[0] == "Nữ" else 0
    years = [[1960, None], [None, 1955]] if men == 0 else [[None, 1960], [1955, None]]
    table: Table = [
        ["STT", "Họ tên", *upper],
        *([[None, None, *lower]] if lower else []),
        [1, AN[0], *years[0]],
        [2, BINH[0], *years[1]],
    ]
    reading = read_case(Case(table, [], merges=["C1:D1"] if lower else []), tmp_path, event)
    assert [(r.facts.birth_year, r.facts.honorific) for r in reading.rows] == [(1960, "Ông"), (1955, "Bà")]


@pytest.mark.parametrize("heading", ["SĐT", "ĐT", "Điện thoại"])
def test_a_short_heading_in_the_letters_of_the_list(heading: str, tmp_path: Path, event: Event) -> None:
    table: Table = [
        [vni(h) for h in ("STT", "Họ và tên", "Xóm", heading)],
        [1, vni(AN[0]), vni("Xóm 1"), "0912345678"],
        [2, vni(BINH[0]), vni("Xóm 1"), ""],
    ]
    reading = read_roster(write_xlsx(tmp_path / "ds.xlsx", {"DS": table}), event)
    assert [row.facts.phone for row in reading.rows] == ["0912345678", ""] and told_by(reading) == {"letters"}


@pytest.mark.parametrize(
    "numbers",
    [["Cột 1", "Cột 2", "Cột 3", "Cột 4"], ["1)", "2)", "3)", "4)"], ["[01]", "[02]", "[03]", "[04]"]],
)
def test_a_row_that_numbers_columns_in_words(numbers: list[str], tmp_path: Path, event: Event) -> None:
    reading = read_case(Case([HEADINGS, numbers, *rows(AN, BINH)], []), tmp_path, event)
    assert guests_of(reading) == [AN, BINH] and not reading.problems


def test_t5_is_the_one_group_that_it_can_be(tmp_path: Path, event: Event) -> None:
    people = [(AN[0], None, "Tổ 5"), (BINH[0], None, "Tổ 5")]
    check(
        Case([["STT", "Họ tên", "Địa chỉ"], [1, AN[0], "Tổ 5"], [2, BINH[0], "T5"]], people), tmp_path, event
    )
