"""Further lists of each kind, as villages, schools and programs of contacts write them."""

# ruff: noqa: E501 - tables of words

from pathlib import Path
from typing import Any

import pytest

from data.model.event import Event
from data.model.guest import Facts
from data.roster.reading import read_roster
from data.roster.reading_options import ReadingOptions
from tests.data.roster.build import Table, vni, write_xlsx
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

NAMED: list[Any] = ["STT", "Họ và tên", "Năm sinh"]


def one_guest(
    name: str, tmp_path: Path, event: Event, options: ReadingOptions | None = None
) -> tuple[Facts, set[str]]:
    """What is read of a list with this cell under "Họ và tên", and the kinds of doubt."""
    case = Case([["STT", "Họ và tên", "Xóm"], [1, name, "Xóm 1"], [2, BINH[0], "Xóm 1"]], [])
    reading = read_case(case, tmp_path, event, options or ReadingOptions())
    return reading.rows[0].facts, told_by(reading)


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
    "behind", ["(đã mất)", "- chuyển đi", "đã chết", "(chuyển khẩu)", "- đã mất 2021", "(từ trần)"]
)
def test_who_is_gone_is_told_and_can_be_left_out(behind: str, tmp_path: Path, event: Event) -> None:
    facts, told = one_guest(f"Nguyễn Văn An {behind}", tmp_path, event)
    assert (facts.name, told) == ("Nguyễn Văn An", {"gone"})
    left, _told = one_guest(f"Nguyễn Văn An {behind}", tmp_path, event, ReadingOptions(skip_gone=True))
    assert left.name == BINH[0]


@pytest.mark.parametrize(("note", "gone"), [("Đã chết", True), ("chuyển đi", True), ("Mất 2020", True), ("Mất sức lao động", False),
                                            ("chồng đã mất", False), ("Con trai chuyển đi", False), ("mất sổ hộ khẩu", True)])  # fmt: skip
def test_a_note_that_says_who_is_gone(note: str, gone: bool, tmp_path: Path, event: Event) -> None:
    reading = read_case(Case([[*HEADINGS, "Ghi chú"], [*rows(AN)[0], note]], []), tmp_path, event)
    assert ("gone" in told_by(reading)) is gone and reading.rows[0].facts.note == note


@pytest.mark.parametrize(
    ("typed", "year", "phone", "nickname"),
    [
        ("Nguyễn Văn An (1960)", 1960, "", ""), ("Nguyễn Văn An - 1960", 1960, "", ""), ("Nguyễn Văn An sinh năm 1960", 1960, "", ""),
        ("Nguyễn Văn An (SN: 1960)", 1960, "", ""), ("Nguyễn Văn An 0912345678", None, "0912345678", ""),
        ("Nguyễn Văn An: 0912.345.678", None, "0912345678", ""), ("Nguyễn Văn An (Tư Còi)", None, "", "Tư Còi"),
        ("Nguyễn Văn An tức Hoa", None, "", "Hoa"), ("Nguyễn, Văn An", None, "", ""),
    ],
)  # fmt: skip
def test_what_stands_behind_a_name_goes_where_it_belongs(
    typed: str, year: int | None, phone: str, nickname: str, tmp_path: Path, event: Event
) -> None:
    facts, told = one_guest(typed, tmp_path, event)
    assert (facts.name, facts.birth_year, facts.phone, facts.nickname) == (
        "Nguyễn Văn An",
        year,
        phone,
        nickname,
    )
    assert not told


@pytest.mark.parametrize(
    "typed",
    [
        "Nguyễn Văn An (Trưởng thôn)",
        "Nguyen, Van An",
        "Nguye^~n Va(n An",
        "quả phụ Trần Thị An",
        "Nguyễn Văn An*#",
    ],
)
def test_what_is_no_plain_name_is_told(typed: str, tmp_path: Path, event: Event) -> None:
    facts, told = one_guest(typed, tmp_path, event)
    assert told == {"odd"} or facts.name == "Nguyễn Văn An"


@pytest.mark.parametrize(
    "typed",
    ["Nguyễn Văn An + vợ", "Nguyễn Văn An cùng vợ", "Nguyễn Văn An và gia đình", "Nguyễn Văn An (vợ)"],
)
def test_a_second_person_without_a_name_goes_into_the_note(typed: str, tmp_path: Path, event: Event) -> None:
    facts, told = one_guest(typed, tmp_path, event)
    assert facts.name == "Nguyễn Văn An" and facts.note and told == {"couples"}


@pytest.mark.parametrize(
    "typed",
    [
        "Ô An - B Bình",
        "1. Nguyễn Văn An 2. Trần Thị Bình",
        "Nguyễn Văn An\\Trần Thị Bình",
        "Ông An và bà Bình",
    ],
)
def test_two_people_written_shortly_are_told(typed: str, tmp_path: Path, event: Event) -> None:
    _facts, told = one_guest(typed, tmp_path, event)
    split, _told = one_guest(typed, tmp_path, event, ReadingOptions(split=True))
    assert told == {"couples"} and split.name in ("An", "Nguyễn Văn An") and "Bình" in split.note


@pytest.mark.parametrize(
    ("typed", "honorific"),
    [
        ("B/ Trần Thị An", "Bà"), ("(Bà) Trần Thị An", "Bà"), ("Cụ bà Trần Thị An", "Cụ"), ("Linh mục Trần Thị An", "Linh mục"),
        ("Thầy giáo Trần Thị An", "Thầy giáo"), ("Mẹ VNAH Trần Thị An", "Mẹ VNAH"), ("Gđ ông Trần Thị An", "Ông"),
    ],
)  # fmt: skip
def test_forms_of_address_before_a_name(typed: str, honorific: str, tmp_path: Path, event: Event) -> None:
    facts, told = one_guest(typed, tmp_path, event)
    assert (facts.name, facts.honorific, told) == ("Trần Thị An", honorific, set())


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


@pytest.mark.parametrize("name", ["Hà Thanh Hòa", "Võ Thành Trí", "Lê Công Lý"])
@pytest.mark.parametrize("font", ["VNI-Times", ".VnTime"])
def test_unicode_of_plain_letters_under_an_old_font_stays(
    name: str, font: str, tmp_path: Path, event: Event
) -> None:
    fonts = {f"{column}{row}": font for column in "BD" for row in (2, 3)}
    table: Table = [HEADINGS, [1, name, 1960, "Xóm 1"], [2, "Hà Thành Lý", 1955, "Xóm 1"]]
    reading = read_roster(write_xlsx(tmp_path / "ds.xlsx", {"DS": table}, fonts=fonts), event)
    assert guests_of(reading)[0] == (name, 1960, "Xóm 1")


@pytest.mark.parametrize("heading", ["SĐT", "ĐT", "Điện thoại"])
def test_a_short_heading_in_the_letters_of_the_list(heading: str, tmp_path: Path, event: Event) -> None:
    table: Table = [
        [vni(h) for h in ("STT", "Họ và tên", "Xóm", heading)],
        [1, vni(AN[0]), vni("Xóm 1"), "0912345678"],
        [2, vni(BINH[0]), vni("Xóm 1"), ""],
    ]
    reading = read_roster(write_xlsx(tmp_path / "ds.xlsx", {"DS": table}), event)
    assert [row.facts.phone for row in reading.rows] == ["0912345678", ""] and told_by(reading) == {"letters"}


@pytest.mark.parametrize("name", ["Nguy_n V_n An", "Nguy□n Văn An"])
def test_letters_lost_to_other_signs_are_told(name: str, tmp_path: Path, event: Event) -> None:
    _facts, told = one_guest(name, tmp_path, event)
    assert "lost" in told


@pytest.mark.parametrize(("typed", "name"), [("Nguyễn Văn An&nbsp;", "Nguyễn Văn An"), ("Nguy&#7877;n V&#259;n An", "Nguyễn Văn An"),
                                             ("Nguy&#x1EC5;n An &amp; Em", "Nguyễn An & Em"), ("Trần R&D An", "Trần R&D An")])  # fmt: skip
def test_escapes_of_web_pages(typed: str, name: str, tmp_path: Path, event: Event) -> None:
    assert one_guest(typed, tmp_path, event)[0].name == name


def test_a_file_cut_within_a_letter_loses_that_letter_only(tmp_path: Path, event: Event) -> None:
    path = tmp_path / "ds.csv"
    whole = "STT,Họ và tên,Năm sinh,Xóm\n1,Nguyễn Văn An,1960,Xóm 1\n2,Trần Thị Bình,1955,Xóm Đì".encode()
    path.write_bytes(whole[:-1])
    reading = read_roster(path, event)
    assert guests_of(reading) == [AN, ("Trần Thị Bình", 1955, "Xóm Đ\ufffd")]
    assert reading.rows[1].doubts == ("lost",)


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
