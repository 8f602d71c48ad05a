"""Headings as villages write them, and where the header stands."""

import pytest

from data.errors import RosterInvalid
from data.roster.cells.grid import Cell, Row, Sheet, letter
from data.roster.columns.claims import meaning_of
from data.roster.columns.columns import Header
from data.roster.table.header import find_header


def sheet(*rows: list[str]) -> Sheet:
    filled = [Row(n, tuple(Cell(text) for text in row)) for n, row in enumerate(rows, 1) if any(row)]
    return Sheet("DS", tuple(filled))


def meanings(header: Header | None) -> list[str]:
    assert header is not None
    return [column.meaning for column in header.columns]


@pytest.mark.parametrize(
    ("heading", "meaning"),
    [
        ("STT", "order"),
        ("Số TT", "order"),
        ("TT", "order"),
        ("HỌ VÀ TÊN", "name"),
        ("Ho va ten", "name"),
        ("Họ, tên", "name"),
        ("Chủ hộ", "name"),
        ("Họ tên chủ hộ", "name"),
        ("Họ và tên chủ hộ (viết in hoa)", "name"),
        ("Đại diện hộ gia đình", "name"),
        ("Họ và tên đại biểu", "name"),
        ("Hộ gia đình", "name"),
        ("Full name", "name"),
        ("Họ và tên đệm", "family_name"),
        ("Năm sinh", "birth_year"),
        ("Ngày, tháng, năm sinh", "birth_year"),
        ("Ngày/tháng/năm sinh", "birth_year"),
        ("Năm sinh chủ hộ", "birth_year"),
        ("Năm sihn", "birth_year"),
        ("Xóm", "hamlet"),
        ("Xóm/Tổ", "hamlet"),
        ("Tổ dân phố", "hamlet"),
        ("Đội sản xuất", "hamlet"),
        ("Thôn", "hamlet"),
        ("Địa chỉ thường trú", "hamlet"),
        ("Điện thoại", "phone"),
        ("Số điện thoại chủ hộ", "phone"),
        ("SĐT", "phone"),
        ("ĐT liên hệ", "phone"),
        ("Số ĐT/Zalo", "phone"),
        ("Tên thường gọi", "nickname"),
        ("Tên gọi khác", "nickname"),
        ("Chức vụ", "title"),
        ("Chức danh", "title"),
        ("Đơn vị", "organisation"),
        ("Cơ quan, đơn vị công tác", "organisation"),
        ("Tên đơn vị", "organisation"),
        ("Tổ chức", "organisation"),
        ("Thành phần", "delegation"),
        ("Thành phần mời", "delegation"),
        ("Đoàn", "delegation"),
        ("Ông/Bà", "honorific"),
        ("Danh xưng", "honorific"),
        ("Ghi chú", "note"),
        ("Note", "note"),
        ("Quan hệ với chủ hộ", "relation"),
        ("Số CCCD", "ignored"),
        ("Giới tính", "ignored"),
        ("Họ tên vợ", "name"),
        ("Ký nhận", "ignored"),
        ("Số nhân khẩu", "ignored"),
        ("Nguyễn Văn An", None),
        ("DANH SÁCH ĐẠI BIỂU", None),
        ("1960", None),
        ("", None),
    ],
)
def test_what_a_heading_means(heading: str, meaning: str | None) -> None:
    assert meaning_of(heading) == meaning


def test_the_header_is_found_below_titles() -> None:
    header = find_header(
        sheet(
            ["UBND XÃ", "", "Cộng hòa xã hội"],
            ["DANH SÁCH HỘ GIA ĐÌNH"],
            [],
            ["STT", "Chủ hộ", "Xóm"],
            ["1", "Nguyễn Văn An", "Xóm 1"],
        )
    )
    assert header is not None and (header.first, header.last) == (4, 4)
    assert meanings(header) == ["order", "name", "hamlet"]


def test_a_single_column_of_names_is_a_list() -> None:
    assert meanings(find_header(sheet(["Họ và tên"], ["Nguyễn Văn An"]))) == ["name"]


def test_two_rows_of_headings_without_merged_cells() -> None:
    header = find_header(
        sheet(
            ["STT", "Họ và tên", "Năm sinh", "", "Xóm"],
            ["", "", "Nam", "Nữ", ""],
            ["1", "Nguyễn Văn An", "1960", "", "Xóm 1"],
        )
    )
    assert header is not None and (header.first, header.last) == (1, 2)
    assert meanings(header) == ["order", "name", "birth_year", "birth_year", "hamlet"]


def test_household_and_family_name_fold_alike_and_the_columns_beside_them_tell() -> None:
    assert meanings(find_header(sheet(["STT", "Họ", "Tên", "Xóm"]))) == [
        "order",
        "family_name",
        "given_name",
        "hamlet",
    ]
    assert meanings(find_header(sheet(["STT", "Hộ", "Xóm"]))) == ["order", "name", "hamlet"]
    assert meanings(find_header(sheet(["Hộ", "Họ và tên", "Xóm"]))) == ["ignored", "name", "hamlet"]


def test_the_more_precise_place_wins() -> None:
    assert meanings(find_header(sheet(["Họ tên", "Thôn", "Xóm", "Địa chỉ"]))) == [
        "name",
        "ignored",
        "hamlet",
        "ignored",
    ]


def test_overrides_by_letter_and_by_heading_win() -> None:
    table = sheet(["Họ tên", "Nhóm máu", "Xóm"], ["Nguyễn Văn An", "A", "Xóm 1"])
    assert meanings(find_header(table, {"b": "note", "Xóm": "ignored"})) == ["name", "note", "ignored"]


def test_overrides_make_a_list_of_a_sheet_without_header() -> None:
    table = sheet(["Nguyễn Văn An", "1960"], ["Trần Thị Ba", "1961"])
    assert find_header(table) is None
    header = find_header(table, {"A": "name", "B": "birth_year"})
    assert header is not None and (header.first, header.last) == (0, 0)
    assert meanings(header) == ["name", "birth_year"]


def test_an_override_may_point_at_names_that_the_heading_hides() -> None:
    table = sheet(["DANH SÁCH"], ["STT", "Quý danh", "Xóm"], ["1", "Nguyễn Văn An", "Xóm 1"])
    assert find_header(table) is None
    header = find_header(table, {"B": "name"})
    assert header is not None and header.last == 2
    assert meanings(header) == ["order", "name", "hamlet"]


def test_an_unknown_meaning_is_refused() -> None:
    with pytest.raises(RosterInvalid, match="birth_year"):
        find_header(sheet(["Họ tên"]), {"A": "shoe size"})


def test_letters_of_columns() -> None:
    assert [letter(n) for n in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]
