"""Names whose words are also headings, relations, totals or words of an old code of letters."""

# ruff: noqa: E501 - tables of words

import csv
from pathlib import Path
from typing import Any

import pytest

from data.model.event import Event
from data.roster.cells.letters import read_as
from data.roster.reading import read_roster
from data.text.syllables import FAMILY_NAMES, is_usual, plausible
from tests.data.roster.build import Table, tcvn3, vni, write_xlsx
from tests.data.roster.kinds.tables import HEADINGS, told_by

_WORDS = """
An Anh Bản Ban Cả Cháu Chi Chú Công Cộng Dương Đội Đoàn Đường Em Giới Hai Hải Hộ Hồ Kha Khôi Khu Kỳ Kỷ Ký Kỹ Lang Lớp
Mã Mười Mỹ Nam Năm Ngõ Ngoài Ngô Ngọc Nhâm Phó Phố Sáu Sinh Số Sơn Tám Thành Thôn Tổ Tô Trai Trưởng Tuổi Tư Tý Út Viên
Võ Xóm Ấp Ánh Ổn Ý Yên
"""
_GIVEN = _WORDS.split()
_BEFORE = ("Nguyễn Văn", "Trần Thị", "Lê Đình")


def read_names(rows: Table, folder: Path, event: Event) -> list[str]:
    """The names in a CSV with these rows."""
    path = folder / "ds.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return [row.facts.name for row in read_roster(path, event).rows]


@pytest.mark.parametrize("headings", [("Họ đệm", "Tên"), ("Họ", "Tên"), ("Last name", "First name")])
def test_everybody_may_have_one_given_name_whatever_it_means(
    headings: tuple[str, str], tmp_path: Path, event: Event
) -> None:
    wrong = {}
    for given in _GIVEN:
        rows: Table = [
            ["STT", *headings, "Năm sinh"],
            *([n, before, given, 1950 + n] for n, before in enumerate(_BEFORE, 1)),
        ]
        read = read_names(rows, tmp_path, event)
        if read != [f"{before} {given}" for before in _BEFORE]:
            wrong[given] = read
    assert not wrong


def test_a_full_name_may_end_with_any_of_these_words(tmp_path: Path, event: Event) -> None:
    names = [f"{before} {given}" for given in _GIVEN for before in _BEFORE]
    rows: Table = [["Họ và tên", "Tên", "Năm sinh"], *([name, name.split()[-1], 1950] for name in names)]
    assert read_names(rows, tmp_path, event) == names


def test_a_given_name_alone_is_a_name_and_a_relation_alone_is_none(tmp_path: Path, event: Event) -> None:
    rows: Table = [["Tên", "Năm sinh"], *([name, 1960] for name in ("Hải", "Nam", "Sơn", "Thành", "Kỳ"))]
    assert read_names(rows, tmp_path, event) == ["Hải", "Nam", "Sơn", "Thành", "Kỳ"]
    people: Table = [
        ["Họ và tên", "Chủ hộ"], ["Nguyễn Văn An", "Chủ hộ"], ["Lê Thị Xuân", "Vợ"], ["Nguyễn Văn Tí", "Con"],
    ]  # fmt: skip
    assert read_names(people, tmp_path, event) == ["Nguyễn Văn An"]


@pytest.mark.parametrize("encode", [tcvn3, vni])
@pytest.mark.parametrize(
    "name", ["Mai Thị Bình", "Cao Bá Bình", "Lê Tấn", "Lý Từ", "Võ Thị Nga", "Mai Thị Khánh", "Cao Trí", "Lê Bích"]
)  # fmt: skip
def test_one_old_row_that_could_be_unicode_is_read_or_told(
    encode: Any, name: str, tmp_path: Path, event: Event
) -> None:
    table: Table = [HEADINGS, [1, "Nguyễn Văn Hải", 1960, "Xóm 1"], [2, encode(name), 1955, "Xóm 1"]]
    reading = read_roster(write_xlsx(tmp_path / "ds.xlsx", {"DS": table}), event)
    old = reading.rows[1]
    assert encode(name) == name or old.facts.name == name or "strange" in old.doubts
    assert reading.rows[0].sure


@pytest.mark.parametrize(
    "name", ["Lê Quang Hoà", "Mai Thuý", "Võ Hoài Nam", "Cao Bá Quát", "Lý Khoái", "Hà Thìn", "LÊ HOÀ", "Bùi Tòan", "LÊ THàNH",
             "Hoàng Qúy", "Lê Gía"]
)  # fmt: skip
def test_names_of_plain_latin_letters_are_not_doubted(name: str, tmp_path: Path, event: Event) -> None:
    table: Table = [HEADINGS, [1, "Nguyễn Văn Hải", 1960, "Xóm 1"], [2, name, 1955, "Xóm 1"]]
    reading = read_roster(write_xlsx(tmp_path / "ds.xlsx", {"DS": table}), event)
    assert reading.rows[1].facts.name == name
    assert not {"strange", "letters"} & told_by(reading)


@pytest.mark.parametrize(
    "word",
    ["Hải", "Thoại", "Thọai", "Quý", "Qúy", "Giá", "Gía", "Hữu", "Nguyễn", "Loong", "Khuya", "Huỳnh", "Oanh"],
)
def test_marks_stand_on_vowels_where_people_put_them(word: str) -> None:
    assert plausible(word)


@pytest.mark.parametrize("word", ["Baù", "Taùm", "Ngoõ", "Hoaøng", "Khaùnh", "Phonh", "Haỉ"])
def test_marks_behind_the_syllable_are_those_of_an_old_code(word: str) -> None:
    assert not plausible(word)


def test_a_tone_on_the_last_vowel_is_the_old_way_of_writing() -> None:
    assert all(map(is_usual, ("Hoà", "Hòa", "Thuý", "Thúy", "Thuỷ")))
    assert not is_usual("Thoà")


def test_no_family_name_reads_as_another_word_in_its_own_code() -> None:
    for name in FAMILY_NAMES:
        assert plausible(name)
        assert read_as(tcvn3(name), "tcvn3") == name
