"""Lists as villages, schools and registers really write them: of each kind what came out wrong unsaid."""

from pathlib import Path
from typing import Any

import pytest

from data.model.event import Event
from data.roster.comparing.preview import preview
from data.roster.doubts import grouped
from data.roster.reading import read_roster
from data.roster.reading_options import ReadingOptions
from data.roster.remedies import remedied
from tests.conftest import few_guests
from tests.data.roster.build import Table, write_xlsx
from tests.data.roster.kinds.tables import (
    AN,
    BINH,
    CUONG,
    HEADINGS,
    Case,
    bare,
    check,
    guests_of,
    read_case,
    rows,
    told_by,
)

RELATIONS: list[Any] = ["STT", "Họ và tên", "Quan hệ với chủ hộ", "Năm sinh", "Xóm"]


@pytest.mark.parametrize("head", ["-", "", "…", "--"])
def test_who_has_no_relation_to_the_head_is_the_head(head: str, tmp_path: Path, event: Event) -> None:
    table = [
        RELATIONS,
        [1, AN[0], head, AN[1], AN[2]],
        [None, "Phạm Thị Hoa", "Vợ", 1962, AN[2]],
        [2, CUONG[0], head, CUONG[1], CUONG[2]],
        [None, "Lê Thị Na", "Con", 2000, CUONG[2]],
    ]
    check(Case(table, [AN, CUONG], frozenset({"members"})), tmp_path, event)


def test_relations_that_begin_with_another_than_the_head_filter_nobody(tmp_path: Path, event: Event) -> None:
    table = [RELATIONS, [1, AN[0], "con trai", AN[1], AN[2]], [2, BINH[0], "", BINH[1], BINH[2]]]
    assert guests_of(read_case(Case(table, []), tmp_path, event)) == [AN, BINH]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Họ", "Đệm và tên"),
        ("Họ", "Tên đệm và tên"),
        ("Họ", "Chữ đệm và tên"),
        ("Họ", "Tên lót và tên"),
        ("Họ", "Đệm & tên"),
    ],
)
def test_a_family_name_beside_all_the_rest(first: str, second: str, tmp_path: Path, event: Event) -> None:
    halves = [[*name.split(" ", 1), year] for name, year, _hamlet in (AN, BINH, CUONG)]
    table: Table = [["STT", first, second, "Năm sinh"], *([n, *half] for n, half in enumerate(halves, 1))]
    check(Case(table, bare(AN, BINH, CUONG)), tmp_path, event)


@pytest.mark.parametrize("first", ["Tên họ", "Họ tên", "Họ và tên", "Chủ hộ", "Họ tên chủ hộ"])
def test_a_column_of_names_that_lacks_the_given_name(first: str, tmp_path: Path, event: Event) -> None:
    halves = [[*name.rsplit(" ", 1), year] for name, year, _hamlet in (AN, BINH, CUONG)]
    table: Table = [["STT", first, "Tên", "Năm sinh"], *([n, *half] for n, half in enumerate(halves, 1))]
    check(Case(table, bare(AN, BINH, CUONG)), tmp_path, event)


def test_a_column_of_given_names_beside_whole_names_adds_nothing(tmp_path: Path, event: Event) -> None:
    wholes = [[name, name.split()[-1], year] for name, year, _hamlet in (AN, BINH, CUONG)]
    table: Table = [
        ["STT", "Họ và tên", "Tên", "Năm sinh"],
        *([n, *whole] for n, whole in enumerate(wholes, 1)),
    ]
    check(Case(table, bare(AN, BINH, CUONG)), tmp_path, event)


@pytest.mark.parametrize(
    "name", ["Nguye6n4 Va8n An", "Nguyn Vn An", "Nguyễn Vn An", "Ng~uyễn Văn An", "Nguyễn V4n An"]
)
def test_a_name_that_no_syllables_make_is_told(name: str, tmp_path: Path, event: Event) -> None:
    table: Table = [HEADINGS, [1, name, 1960, "Xóm 1"], *rows(BINH, CUONG)]
    assert told_by(read_case(Case(table, []), tmp_path, event)) & {"odd", "strange", "lost"}


@pytest.mark.parametrize(
    "typed",
    [
        '"Nguyễn Văn An"',
        "'Nguyễn Văn An",
        "“Nguyễn Văn An”",
        "Nguyễn Văn An.",
        "Nguyễn Văn An,",
        "«Nguyễn Văn An»",
    ],
)
def test_quotation_marks_and_stops_around_a_name_are_none_of_it(
    typed: str, tmp_path: Path, event: Event
) -> None:
    check(Case([HEADINGS, [1, typed, *AN[1:]], *rows(BINH, CUONG)], [AN, BINH, CUONG]), tmp_path, event)


def test_initials_keep_their_stop(tmp_path: Path, event: Event) -> None:
    table: Table = [HEADINGS, [1, "Nguyễn Văn A.", 1960, "Xóm 1"], *rows(BINH)]
    assert read_case(Case(table, []), tmp_path, event).rows[0].facts.name == "Nguyễn Văn A."


@pytest.mark.parametrize("name", ["Nguyễn Văn An (Tư)", "Bùi Thị Hoa (con ông Nam)"])
def test_brackets_of_a_name_that_the_event_knows_stay_its(name: str, tmp_path: Path, event: Event) -> None:
    """Our own papers write a name in daily use in brackets, too."""
    from msgspec.structs import replace

    known = [replace(few_guests("17")[0], name=name), *few_guests("17")[1:3]]
    table: Table = [["STT", "Số thẻ", "Họ và tên", "Xóm/Tổ", "Giờ đến", "Ký tên"]]
    table += [[n, guest.number, guest.name, guest.hamlet, None, None] for n, guest in enumerate(known, 1)]
    path = tmp_path / "giay.xlsx"
    write_xlsx(path, {"S": table}, [], {})
    same = preview(read_roster(path, event), known)
    assert (same.added, same.changed, len(same.unchanged)) == ([], [], 3)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Nguy?n Thị An", "Nguyễn Thị An"),
        ("Tr\ufffdn Th? An", "Trần Thị An"),
        ("L?u Th\ufffd\ufffd An", "Lưu Thị An"),
        ("NGUY?N TH? AN", "NGUYỄN THỊ AN"),
        ("Nguy?n V?n An", "Nguyễn V?n An"),
        ("Nguyễn Thị B??", "Nguyễn Thị B??"),
    ],
)
def test_one_key_fills_in_what_the_other_names_leave_no_choice_of(
    typed: str, shown: str, tmp_path: Path, event: Event
) -> None:
    """ "V?n" may be "Văn" or "Vân" where both stand in the middle of names."""
    others = (*rows(AN, BINH, CUONG), [5, "Nguyễn Vân Anh", 1980, "Xóm 1"])
    case = Case([HEADINGS, [9, typed, 1960, "Xóm 1"], *others], [])
    first = read_case(case, tmp_path, event)
    assert first.rows[0].facts.name == typed
    group = next(one for one in grouped(first.problems) if one.kind == "lost")
    options = remedied(ReadingOptions(), group)
    assert options is not None
    again = read_case(case, tmp_path, event, options)
    assert again.rows[0].facts.name == shown
    assert [row.facts for row in again.rows[1:]] == [row.facts for row in first.rows[1:]]
    assert ("lost" in told_by(again)) == ("?" in shown)
    assert ("filled" in told_by(again)) == (typed != shown)
    assert remedied(options, group) == options
