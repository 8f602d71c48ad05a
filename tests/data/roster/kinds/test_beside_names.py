"""What stands beside a name in its cell or note: who is gone, forms of address, a second person."""

# ruff: noqa: E501 - tables of words

from pathlib import Path

import pytest

from data.model.event import Event
from data.roster.reading_options import ReadingOptions
from tests.data.roster.kinds.one_guest import one_guest
from tests.data.roster.kinds.tables import (
    AN,
    BINH,
    HEADINGS,
    Case,
    read_case,
    rows,
    told_by,
)


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
