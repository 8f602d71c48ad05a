"""Lists of guests as villages keep them, drawn at random from a true table."""

# ruff: noqa: E501 - tables of words

from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from tests.bench.drawn_files import Person, Sheet, write_list

_FAMILIES = [
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Hoàng",
    "Vũ",
    "Võ",
    "Đặng",
    "Bùi",
    "Đỗ",
    "Hồ",
    "Ngô",
    "Dương",
    "Lý",
    "Đinh",
    "Trịnh",
    "Mai",
    "Tô",
    "Lưu",
    "Cao",
    "Tống",
]


_MIDDLES = ["Văn", "Thị", "Đình", "Hữu", "Quang", "Đức", "Ngọc", "Thế", "Minh", "Xuân", "Kim", "Bá"]


_GIVEN = [
    "An",
    "Bình",
    "Cường",
    "Dũng",
    "Đức",
    "Ổn",
    "Hà",
    "Hòa",
    "Hương",
    "Khánh",
    "Lan",
    "Ý",
    "Nga",
    "Ánh",
    "Phượng",
    "Quý",
    "Tuấn",
    "Ưng",
    "Vượng",
    "Yến",
    "Thủy",
    "Kỷ",
]


_PLACES = ("Xóm 1", "Xóm 2", "Xóm 3", "Xóm Đình", "Xóm Chùa", "Thôn Thượng", "Tổ 5", "Xóm 10")


_NAME = ("Họ và tên", "Họ tên", "HỌ VÀ TÊN CHỦ HỘ", "Chủ hộ", "ho_ten", "HoTen", "Full name", "Họ và tên (chữ in)",
         "Tên chủ hộ", "Ho va ten")  # fmt: skip


_YEAR = (
    "Năm sinh",
    "NĂM SINH",
    "nam_sinh",
    "NS",
    "Ngày sinh",
    "Sinh năm",
    "Year of birth",
    "Ngày, tháng, năm sinh",
)


_HAMLET = ("Xóm", "Địa chỉ", "Nơi ở", "xom", "Hamlet", "Nơi cư trú", "Chỗ ở", "XÓM")


_PHONE = ("Điện thoại", "SĐT", "so_dien_thoai", "Số điện thoại", "Phone number", "ĐT")


_ORDER = ("STT", "TT", "Số TT", "stt", "No.")


_EXTRA = (
    ("Dân tộc", "Kinh"),
    ("Ký tên", ""),
    ("Tên đường", "Đường Trục Xã"),
    ("Giới tính", "Nam"),
    ("Số khẩu", 4),
)


_TITLES = ("DANH SÁCH HỘ GIA ĐÌNH", "UBND XÃ DUYÊN HẢI", "Thôn Khả Tân", "Năm 2022")


_TOTALS = (["Tổng cộng"], [None, "Tổng cộng"], ["Cộng:"], [3, "Tổng số"], ["Tổng cộng: 5 hộ"])


_FEET: tuple[list[list[Any]], ...] = (
    [[None, "Người lập biểu"], [None, "(Ký, ghi rõ họ tên)"]],
    [[None, "Nơi nhận:"], [None, "- Như trên;"], [None, "- Lưu: VT."]],
    [["Duyên Hải, ngày 5 tháng 6 năm 2022"], [None, "TM. BAN CÔNG TÁC MẶT TRẬN"], [None, "TRƯỞNG BAN"]],
)


_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


class Drawn(NamedTuple):
    """A file, who stands in it by row number, and how it was made."""

    path: Path
    people: dict[int, Person]
    how: str


def draw(rnd: Random, folder: Path) -> Drawn:
    """One list, drawn with ``rnd`` and written into ``folder``."""
    people = _people(rnd)
    sheet = Sheet()
    how: list[str] = []
    sections = rnd.random() < 0.35
    for title in rnd.sample(_TITLES, rnd.randint(0, 2)):
        sheet.add([title])
    columns = _columns(rnd, sections, how)
    sheet.add([heading for heading, _cell in columns])
    if rnd.random() < 0.15:
        sheet.add([f"({number})" for number in range(1, len(columns) + 1)])
    _fill(rnd, sheet, people, columns, sections, how)
    if rnd.random() < 0.3:
        sheet.add(rnd.choice(_TOTALS))
    if rnd.random() < 0.3:
        for row in rnd.choice(_FEET):
            sheet.add(row)
    return Drawn(write_list(rnd, sheet, folder, how), sheet.people, ", ".join(how))


def _people(rnd: Random) -> list[Person]:
    people = []
    places = rnd.sample(_PLACES, rnd.randint(1, 3))
    for number in range(rnd.randint(2, 8)):
        name = f"{rnd.choice(_FAMILIES)} {rnd.choice(_MIDDLES)} {rnd.choice(_GIVEN)}"
        year = rnd.randint(1935, 1999) if rnd.random() < 0.9 else None
        phone = f"09{rnd.randint(10_000_000, 99_999_999)}" if rnd.random() < 0.7 else ""
        people.append(Person(name, year, places[number * len(places) // 8], phone))
    return people


_Cell = Callable[[Person, int], Any]


def _columns(rnd: Random, sections: bool, how: list[str]) -> list[tuple[str, _Cell]]:
    year = rnd.choice((_number_of_year, _date_of_year, _text_of_year))
    order = rnd.choice(("1", "I", "a", ""))
    how += [year.__name__, f"order {order or 'none'}"]
    columns: list[tuple[str, _Cell]] = [(rnd.choice(_YEAR), year), (rnd.choice(_PHONE), lambda p, n: p.phone)]
    if rnd.random() < 0.15:
        how.append("halves")
        halves: list[tuple[str, _Cell]] = [
            ("Họ đệm", lambda p, n: p.name.rpartition(" ")[0]), ("Tên", lambda p, n: p.name.rpartition(" ")[2])
        ]  # fmt: skip
        columns += halves
    else:
        columns.append((rnd.choice(_NAME), lambda p, n: p.name))
    if not sections:
        columns.append((rnd.choice(_HAMLET), lambda p, n: p.hamlet))
    for heading, value in rnd.sample(_EXTRA, rnd.randint(0, 2)):
        columns.append((heading, lambda p, n, value=value: value))  # type: ignore[misc]
    rnd.shuffle(columns)
    if order:
        columns.insert(0, (rnd.choice(_ORDER), _numbering(order)))
    return columns


def _numbering(order: str) -> _Cell:
    if order == "1":
        return lambda p, n: n
    signs = _ROMAN if order == "I" else "abcdefghij"
    return lambda p, n: signs[n - 1]


def _number_of_year(person: Person, number: int) -> Any:
    return person.year


def _date_of_year(person: Person, number: int) -> Any:
    return f"{number:02}/0{1 + number % 9}/{person.year}" if person.year else None


def _text_of_year(person: Person, number: int) -> Any:
    return str(person.year) if person.year else ""


def _fill(
    rnd: Random,
    sheet: Sheet,
    people: list[Person],
    columns: list[tuple[str, _Cell]],
    sections: bool,
    how: list[str],
) -> None:
    style = rnd.choice(("{}", "{}:", "I. {}", "{} - 02 hộ", "({} hộ)", "* {}"))
    lost, couple = rnd.random() < 0.06, rnd.random() < 0.06
    hidden = rnd.random() < 0.1
    here = ""
    for number, person in enumerate(people, start=1):
        if sections and person.hamlet != here:
            here = person.hamlet
            text = f"{here} (02 hộ)" if "({}" in style else style.format(here)
            place = sheet.add([text.upper() if rnd.random() < 0.3 else text])
            if rnd.random() < 0.5:
                sheet.merged.append(place)
            how.append(f"section {text}")
        written = person
        if couple and number == 1:
            how.append("couple")
            written = person._replace(name=f"{person.name} và Trần Thị Bưởi")
        elif lost and number == 2:
            how.append("lost letters")
            written = person._replace(name=_lossy(person.name))
        row = sheet.add([cell(written, number) for _heading, cell in columns])
        sheet.people[row] = person
        if hidden and rnd.random() < 0.4:
            sheet.hidden.append(row)
        if rnd.random() < 0.05:
            sheet.add([])


def _lossy(name: str) -> str:
    return "".join(sign if sign.isascii() else "?" for sign in name)
