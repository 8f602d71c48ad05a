"""One place has one spelling, and names in capitals are asked about once."""

from pathlib import Path

import pytest

from data.model.event import Event
from data.roster.reading_options import ReadingOptions
from tests.data.roster.build import Table
from tests.data.roster.kinds.tables import (
    AN,
    BINH,
    CUONG,
    HEADINGS,
    Case,
    guests_of,
    read_case,
    rows,
    told_by,
)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        (["Xóm 3", "XÓM 3", "Xóm 03", "X3", "Xóm 3"], {"Xóm 3"}),
        (["xóm 3", "Xóm số 3", "Xóm 3", "Xóm 3"], {"Xóm 3"}),
        (["Số 1, ngõ 2, xóm 3, thôn Khả Tân", "12 ngõ 3 xóm 3", "Nhà 4, xóm 3"], {"Xóm 3"}),
        (["Tổ 5, khu 2", "Tổ 5, khu 3"], {"Tổ 5, khu 2", "Tổ 5, khu 3"}),
        (["3", "03", "Xóm 3"], {"Xóm 3"}),
        (["Xóm Đông", "Xóm Đồng", "xóm đông"], {"Xóm Đông", "Xóm Đồng"}),
        (["Xom Dinh", "Xóm Đình", "XÓM ĐÌNH", "Xóm Đình"], {"Xóm Đình"}),
        (["Xóm Hoà", "Xóm Hòa", "Xóm Hòa"], {"Xóm Hòa"}),
    ],
)
def test_one_place_has_one_spelling(typed: list[str], shown: set[str], tmp_path: Path, event: Event) -> None:
    table: Table = [
        ["STT", "Họ và tên", "Xóm"],
        *([n, f"Nguyễn Văn {'ABCDE'[n]}", t] for n, t in enumerate(typed)),
    ]
    assert {row.facts.hamlet for row in read_case(Case(table, []), tmp_path, event).rows} == shown


def test_names_in_capitals_are_asked_about_once(tmp_path: Path, event: Event) -> None:
    case = Case([HEADINGS, [1, "NGUYỄN VĂN AN", 1960, "Xóm 1"], [2, "trần thị bình", 1955, "Xóm 1"]], [])
    assert told_by(read_case(case, tmp_path, event)) == {"capitals"}
    assert guests_of(read_case(case, tmp_path, event, ReadingOptions(proper=True))) == [AN, BINH]


@pytest.mark.parametrize(
    "typed",
    ["NGUYỄN Văn An", "Nguyễn văn An", "Nguyễn Văn AN", "ＮＧＵＹỄＮ Văn An", "NGUYỄN VĂN an"],
)
def test_a_word_of_a_name_in_capitals_or_small_letters_is_asked_about(
    typed: str, tmp_path: Path, event: Event
) -> None:
    case = Case([HEADINGS, [1, typed, 1960, "Xóm 1"], *rows(BINH, CUONG)], [])
    assert told_by(read_case(case, tmp_path, event)) == {"capitals"}
    read = guests_of(read_case(case, tmp_path, event, ReadingOptions(proper=True)))
    assert [name for name, _year, _hamlet in read] == [AN[0], BINH[0], CUONG[0]]


@pytest.mark.parametrize("name", ["Trần Y Lan", "H'Hen Niê", "Y Bhăm Êban", "Lò Văn Ú", "K'Să Hà Ju"])
def test_names_as_they_are_written_are_not_asked_about(name: str, tmp_path: Path, event: Event) -> None:
    case = Case([HEADINGS, [1, name, 1960, "Xóm 1"], *rows(BINH, CUONG)], [])
    assert "capitals" not in told_by(read_case(case, tmp_path, event))
