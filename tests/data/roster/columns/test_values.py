"""Phones, years and delegations out of whatever a cell holds."""

import pytest

from data.model.event import Event
from data.roster.cells.grid import Cell, Row, number_text
from data.roster.guests.person.phones import read_phones
from data.roster.guests.person.years import read_birth_year, read_order
from data.roster.table.row_kinds import furniture, hamlet_of
from data.roster.words.delegation_names import DelegationNames
from data.text.people.phone import phone_digits

OLD_AND_NEW = {
    "0162": "032", "0163": "033", "0164": "034", "0165": "035", "0166": "036", "0167": "037",
    "0168": "038", "0169": "039", "0120": "070", "0121": "079", "0122": "077", "0126": "076",
    "0128": "078", "0123": "083", "0124": "084", "0125": "085", "0127": "081", "0129": "082",
    "0186": "056", "0188": "058", "0199": "059",
}  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "phone"),
    [
        ("0912345678", "0912345678"),
        ("912345678", "0912345678"),
        ("912345678.0", "0912345678"),
        ("0912.345.678", "0912345678"),
        ("+84 912 345 678", "0912345678"),
        ("(+84)912345678", "0912345678"),
        ("84912345678", "0912345678"),
        ("+84 1652345678", "0352345678"),
        ("1652345678", "0352345678"),
        ("0227 3862 345", "02273862345"),
        ("2273862345", "02273862345"),
        ("0912345678/0987654321", "0912345678; 0987654321"),
        ("0912.345.678 - 0987.654.321", "0912345678; 0987654321"),
        ("0912345678 hoặc 0165 234 5678", "0912345678; 0352345678"),
        ("0912345678\n0987654321", "0912345678; 0987654321"),
        ("0912345678, 0912345678", "0912345678"),
        ("0912345678 0987654321", "0912345678; 0987654321"),
        ("0912 345 678 0987 654 321", "0912345678; 0987654321"),
        ("vợ 0912345678", "0912345678"),
        ("19001009", "19001009"),
        ("", ""),
        ("-", ""),
        ("0", ""),
        ("không có", ""),
        ("ko", ""),
    ],
)
def test_phones(typed: str, phone: str) -> None:
    assert read_phones(typed) == (phone, "")


@pytest.mark.parametrize(("old", "new"), OLD_AND_NEW.items())
def test_old_prefixes(old: str, new: str) -> None:
    assert read_phones(f"{old}2345678") == (f"{new}2345678", "")


@pytest.mark.parametrize(
    ("typed", "phone"),
    [("9.12346E+08", ""), ("034063001234", ""), ("386234", "386234"), ("nhà bác Ba", ""), ("01234", "01234")],
)
def test_doubtful_phones_say_so(typed: str, phone: str) -> None:
    read, doubt = read_phones(typed)
    assert read == phone
    assert doubt


def test_the_door_can_tell_two_phones_apart() -> None:
    phones, _doubt = read_phones("0912345678 / 0987654321")
    assert phone_digits(phones) == ["0912345678", "0987654321"]


@pytest.mark.parametrize(
    ("cell", "year"),
    [
        (Cell("1960"), 1960),
        (Cell("1960.0"), 1960),
        (Cell("3/5/1960"), 1960),
        (Cell("03-05-60"), 1960),
        (Cell("1960-05-03", "date"), 1960),
        (Cell("1905-05-13", "date"), 1960),
        (Cell("5/1960"), 1960),
        (Cell("sinh 1960"), 1960),
        (Cell("03051960"), 1960),
        (Cell("3051"), None),
        (Cell(""), None),
        (Cell("-"), None),
    ],
)
def test_years_of_birth(cell: Cell, year: int | None) -> None:
    read = read_birth_year(cell, 2022)
    assert read.year == year
    assert bool(read.refused) == (cell.text == "3051")


@pytest.mark.parametrize("typed", ["1899", "2023", "19600", "0", "196", "1/1/2050", "0912345678"])
def test_impossible_years_are_refused(typed: str) -> None:
    assert read_birth_year(Cell(typed), 2022).refused


@pytest.mark.parametrize(("typed", "year"), [("60", 1960), ("không rõ", None), ("1960/1962", 1960)])
def test_doubtful_years_say_so(typed: str, year: int | None) -> None:
    read = read_birth_year(Cell(typed), 2022)
    assert (read.year, read.refused) == (year, "")
    assert read.doubt


@pytest.mark.parametrize(
    ("typed", "order"), [("7", 7), ("7.0", 7), ("7.", 7), ("I", None), ("", None), ("7a", None)]
)
def test_numbers_in_the_list(typed: str, order: int | None) -> None:
    assert read_order(Cell(typed)) == order


@pytest.mark.parametrize(
    ("value", "text"), [(912345678.0, "912345678"), (1960, "1960"), (1.5, "1.5"), (1e20, "1e+20")]
)
def test_numbers_of_a_spreadsheet(value: float, text: str) -> None:
    assert number_text(value) == text


@pytest.mark.parametrize(
    ("typed", "id"),
    [
        ("MTTQ huyện", "mttq-huyen"),
        ("Đại diện Ban Thường trực MTTQ Việt Nam huyện", "mttq-huyen"),
        ("BAN THƯỜNG TRỰC MTTQ XÃ", "mttq-xa"),
        ("Mặt trận Tổ quốc xã", "mttq-xa"),
        ("mttq-xa", "mttq-xa"),
        ("Lãnh đạo Công an huyện", "cong-an-huyen"),
        ("CA huyện", "cong-an-huyen"),
        ("cong an huyen", "cong-an-huyen"),
        ("Lãnh đạo Côngg an huyện", "cong-an-huyen"),
        ("Báo Thái Bình", "bao-dai"),
        ("Đài truyền thanh huyện", "bao-dai"),
        ("Báo, đài", "bao-dai"),
        ("Cấp ủy, chính quyền xã", "cap-uy-xa"),
        ("Cấp uỷ xã", "cap-uy-xa"),
        ("Ban công tác Mặt trận", "ban-ctmt"),
        ("Ban CTMT KDC", "ban-ctmt"),
        ("Hộ", "ho-gia-dinh"),
        ("Hộ dân", "ho-gia-dinh"),
        ("Hộ gia đình tiêu biểu", "ho-gia-dinh"),
        ("household", "ho-gia-dinh"),
        ("Công an xã", None),
        ("Công an tỉnh", None),
        ("UBND huyện", None),
        ("Hội Nông dân", None),
        ("MTTQ", None),
        ("xã", None),
        ("???", None),
    ],
)
def test_delegations(event: Event, typed: str, id: str | None) -> None:
    found = DelegationNames(event).find(typed).delegation
    assert (found.id if found else None) == id


@pytest.mark.parametrize(
    ("texts", "kind"),
    [
        (["Tổng cộng", "25"], "total"),
        (["Cộng: 25 hộ"], "total"),
        (["TỔNG SỐ HỘ: 25"], "total"),
        (["Cộng xóm 3", "25 hộ"], "total"),
        (["Xóm 3"], "section"),
        (["Xóm 3: 25 hộ"], "section"),
        (["XÓM ĐOÀI (25 hộ)"], "section"),
        (["I", "Xóm 3"], "section"),
        (["II. Đại biểu xã"], "section"),
        (["Người lập biểu", "Trưởng thôn"], "foot"),
        (["Duyên Hải, ngày 5 tháng 6 năm 2022"], "foot"),
        (["(Ký, ghi rõ họ tên)"], "foot"),
        (["Nguyễn Văn Công", "Xóm 1"], "guest"),
        (["Tống Văn Cộng", "Xóm 1"], "guest"),
        (["Tong Van An", "Xom 1"], "guest"),
        (["Đội Văn Ba", "Xóm 1"], "guest"),
    ],
)
def test_rows_that_are_no_guests(texts: list[str], kind: str) -> None:
    row = Row(5, tuple(Cell(text) for text in texts))
    assert furniture(row, texts[0], has_facts=False, numbered=False).kind == kind


def test_a_total_is_told_by_its_words_whatever_number_stands_there() -> None:
    row = Row(5, (Cell("7"), Cell("Tổng cộng")))
    assert furniture(row, "Tổng cộng", has_facts=False, numbered=True).kind == "total"
    row = Row(5, (Cell("7"), Cell("Tống Văn Cộng")))
    assert furniture(row, "Tống Văn Cộng", has_facts=False, numbered=True).kind == "guest"


@pytest.mark.parametrize(
    ("text", "hamlet"),
    [
        ("Xóm 3", "Xóm 3"),
        ("XÓM 3: 25 hộ", "XÓM 3"),
        ("Tổ 4 (12 hộ)", "Tổ 4"),
        ("Thôn Khả Tân", "Thôn Khả Tân"),
        ("Các hộ xóm Đoài", "xóm Đoài"),
        ("xom 5", "xom 5"),
        ("Sheet1", ""),
        ("Đội trưởng đội sản xuất số 5 của hợp tác xã", ""),
        ("Danh sách xóm 3", ""),
    ],
)
def test_hamlets_in_headings(text: str, hamlet: str) -> None:
    assert hamlet_of(text) == hamlet
