"""Further lists of each kind, that were read wrongly when they were first tried."""

# ruff: noqa: E501 - tables of words

from pathlib import Path
from typing import Any

import pytest

from data.model.event import Event
from data.roster.reading import read_roster
from tests.data.roster.build import Table, csv_text
from tests.data.roster.kinds.tables import (
    AN,
    BINH,
    CUONG,
    HEADINGS,
    Case,
    bare,
    check,
    read_case,
    rows,
    told_by,
)

WIFE = ("Lê Thị Xuân", 1962)
NAMES = (AN[0], BINH[0], CUONG[0])


@pytest.mark.parametrize(
    ("heading", "answers"),
    [
        ("Q/hệ với chủ hộ", ("CH", "Vợ CH", "CH")),
        ("Là chủ hộ", ("Có", "Không", "Có")),
        ("Vai vế", ("Chủ hộ", "Vợ", "Chủ hộ")),
        ("Chủ hộ?", ("x", "", "x")),
        ("Relation to head", ("HEAD", "SPOUSE", "HEAD")),
        ("Quan hệ với chủ hộ", ("Bản thân (chủ hộ)", "Vợ (đi làm xa)", "chủ hộ")),
    ],
)
def test_who_is_head_of_a_household(
    heading: str, answers: tuple[str, ...], tmp_path: Path, event: Event
) -> None:
    people = (AN[:2], WIFE, BINH[:2])
    table: Table = [["Họ và tên", heading, "Năm sinh"]]
    table += [[name, said, year] for (name, year), said in zip(people, answers, strict=True)]
    check(Case(table, bare(AN, BINH), frozenset({"members"})), tmp_path, event)


@pytest.mark.parametrize(
    "total",
    [[3, "Số hộ trong danh sách: 02"], [2, "CỘNG TOÀN XÓM"], ["Σ", None, None, 7], ["", "Total households", 2],
     ["Hà Nam, 12/6/2022"], ["Approved by: Đỗ Văn Duyệt"], ["①", "②", "③", "④"]],
)  # fmt: skip
def test_what_stands_below_or_between_is_nobody(total: list[Any], tmp_path: Path, event: Event) -> None:
    numbering = total if total[0] == "①" else None
    table: Table = [HEADINGS, *([numbering] if numbering else []), *rows(AN, BINH)]
    check(Case([*table, *([] if numbering else [total])], [AN, BINH]), tmp_path, event)


@pytest.mark.parametrize(
    ("family", "given"), [("Họ, tên đệm", "Tên gọi"), ("HỌ VÀ ĐỆM", "TÊN"), ("ho_dem", "ten")]
)
def test_halves_of_a_name_in_other_words(family: str, given: str, tmp_path: Path, event: Event) -> None:
    table: Table = [["TT", family, given, "Năm sinh"]]
    table += [[n, *name.rsplit(" ", 1), year] for n, (name, year, _h) in enumerate((AN, BINH), 1)]
    check(Case(table, bare(AN, BINH)), tmp_path, event)


@pytest.mark.parametrize("name", ["Nguy#n V#n An", "Nguy…n Văn An", "Nguy*n Văn An", "Nguy¿n Văn An"])
def test_letters_lost_to_any_sign_are_told(name: str, tmp_path: Path, event: Event) -> None:
    reading = read_case(Case([HEADINGS, [1, *BINH], [2, name, 1960, "Xóm 1"]], []), tmp_path, event)
    assert [row.doubts for row in reading.rows] == [(), ("lost",)]


def test_years_of_men_and_women_in_english(tmp_path: Path, event: Event) -> None:
    table: Table = [["No", "Full name", "Male (year of birth)", "Female (year of birth)"]]
    table += [[1, AN[0], 1960, None], [2, BINH[0], None, 1955]]
    reading = read_case(Case(table, []), tmp_path, event)
    assert [(r.facts.birth_year, r.facts.honorific) for r in reading.rows] == [(1960, "Ông"), (1955, "Bà")]


@pytest.mark.parametrize(
    ("cell", "kind"),
    [("nguyen van an va tran thi hoa", "couples"), ("Hai ông bà An - Hoa", "odd"), ("Nguyễn Văn An | Trần Thị Hoa", "couples"),
     ("Vợ chồng Nguyễn Văn An, Trần Thị Hoa", "couples"), ("Nguyễn Văn An với Trần Thị Hoa", "couples")],
)  # fmt: skip
def test_two_people_in_a_cell_are_told(cell: str, kind: str, tmp_path: Path, event: Event) -> None:
    reading = read_case(Case([HEADINGS, [1, cell, 1960, "Xóm 1"], [2, *BINH]], []), tmp_path, event)
    assert kind in reading.rows[0].doubts


def test_what_a_hamlet_lies_in_is_left_out(tmp_path: Path, event: Event) -> None:
    written = ("Đội 4 - HTX Duyên Hải", "đội 04", "Đ4")
    table: Table = [["STT", "Họ tên", "Nơi ở"]]
    table += [[n, name, place] for n, (name, place) in enumerate(zip(NAMES, written, strict=True), 1)]
    check(Case(table, [(name, None, "Đội 4") for name in NAMES]), tmp_path, event)


@pytest.mark.parametrize(("typed", "shown"), [("(B)", "Bà"), ("O.", "Ông"), ("Ô/", "Ông")])
def test_more_short_forms_of_address(typed: str, shown: str, tmp_path: Path, event: Event) -> None:
    table: Table = [["STT", "Ông/bà", "Họ và tên"], [1, typed, AN[0]], [2, "Bà", BINH[0]]]
    assert read_case(Case(table, []), tmp_path, event).rows[0].facts.honorific == shown


@pytest.mark.parametrize(
    ("title", "hamlet"),
    [("Danh sách hộ xóm 1", "xóm 1"), ("DANH SÁCH CÁC HỘ DÂN XÓM ĐÌNH", "XÓM ĐÌNH"), ("DANH SÁCH HỘ GIA ĐÌNH THÔN KHẢ TÂN", "")],
)  # fmt: skip
def test_the_title_of_a_list_may_say_its_hamlet_and_that_is_told(
    title: str, hamlet: str, tmp_path: Path, event: Event
) -> None:
    path = tmp_path / "ds.csv"
    path.write_text(csv_text([[title], ["STT", "Họ và tên"], [1, AN[0]], [2, BINH[0]]]), encoding="utf-8")
    reading = read_roster(path, event)
    assert {row.facts.hamlet for row in reading.rows} == {hamlet}
    assert told_by(reading) == ({"sections"} if hamlet else set())
