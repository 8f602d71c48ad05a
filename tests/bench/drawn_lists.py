"""Lists of guests as villages keep them, drawn at random from a true table."""

# ruff: noqa: E501 - tables of words

import csv
import unicodedata
from collections.abc import Callable, Sequence
from io import StringIO
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from tests.data.roster.build import tcvn3, vni

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


class Person(NamedTuple):
    """What a list says of one guest."""

    name: str
    year: int | None
    hamlet: str
    phone: str


class Drawn(NamedTuple):
    """A file, who stands in it by row number, and how it was made."""

    path: Path
    people: dict[int, Person]
    how: str


class _Sheet:
    """Rows under way, with who stands in which, what is merged and what is hidden."""

    def __init__(self) -> None:
        self.rows: list[list[Any]] = []
        self.people: dict[int, Person] = {}
        self.merged: list[int] = []
        self.hidden: list[int] = []

    def add(self, row: Sequence[Any]) -> int:
        self.rows.append(list(row))
        return len(self.rows)


def draw(rnd: Random, folder: Path) -> Drawn:
    """One list, drawn with ``rnd`` and written into ``folder``."""
    people = _people(rnd)
    sheet = _Sheet()
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
    return Drawn(_written(rnd, sheet, folder, how), sheet.people, ", ".join(how))


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
    sheet: _Sheet,
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


def _written(rnd: Random, sheet: _Sheet, folder: Path, how: list[str]) -> Path:
    kind = rnd.choice(("csv", "csv", "xlsx", "xls"))
    coding = rnd.choice(("unicode", "unicode", "unicode", "tcvn3", "vni", "one row", "NFD"))
    how += [kind, coding]
    rows = _coded(rnd, sheet, coding)
    path = folder / f"ds.{kind}"
    if kind == "csv":
        path.write_bytes(_as_csv(rnd, rows, how))
    elif kind == "xlsx":
        _write_xlsx(path, rows, sheet)
    else:
        _write_xls(path, rows, sheet)
    return path


def _coded(rnd: Random, sheet: _Sheet, coding: str) -> list[list[Any]]:
    if coding == "unicode":
        return sheet.rows
    if coding == "one row":
        encode, only = rnd.choice((tcvn3, vni)), rnd.choice(list(sheet.people))
    else:
        encode, only = {"tcvn3": tcvn3, "vni": vni, "NFD": _nfd}[coding], 0
    return [
        [encode(cell) if isinstance(cell, str) else cell for cell in row] if only in (0, number) else row
        for number, row in enumerate(sheet.rows, 1)
    ]


def _nfd(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def _as_csv(rnd: Random, rows: list[list[Any]], how: list[str]) -> bytes:
    out = StringIO()
    separator = rnd.choice(",;\t|")
    writer = csv.writer(out, delimiter=separator, quoting=rnd.choice((csv.QUOTE_MINIMAL, csv.QUOTE_ALL)))
    writer.writerows([["" if cell is None else cell for cell in row] for row in rows])
    codec = rnd.choice(("utf-8", "utf-8-sig", "utf-16"))
    how.append(f"{codec} {separator!r}")
    return out.getvalue().encode(codec)


def _write_xlsx(path: Path, rows: list[list[Any]], sheet: _Sheet) -> None:
    from openpyxl import Workbook

    book = Workbook()
    frame = book.active
    assert frame is not None
    width = max(map(len, rows))
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            if value not in (None, ""):
                frame.cell(number, column, value)
    for number in sheet.merged:
        frame.merge_cells(start_row=number, end_row=number, start_column=1, end_column=width)
    for number in sheet.hidden:
        frame.row_dimensions[number].hidden = True
    book.save(path)


def _write_xls(path: Path, rows: list[list[Any]], sheet: _Sheet) -> None:
    import xlwt

    book = xlwt.Workbook()
    frame = book.add_sheet("DS")
    width = max(map(len, rows))
    for number, row in enumerate(rows, 1):
        if number in sheet.merged:
            frame.write_merge(number - 1, number - 1, 0, width - 1, row[0])
            continue
        for column, value in enumerate(row):
            if value not in (None, ""):
                frame.write(number - 1, column, value)
    for number in sheet.hidden:
        frame.row(number - 1).hidden = True
    book.save(str(path))
