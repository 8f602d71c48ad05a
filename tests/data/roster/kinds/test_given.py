"""Lists that were read wrongly once, each for a kind of fault: what comes of them is what stands in them."""

from pathlib import Path

import pytest

from data.model.event import Event
from data.roster.reading import read_roster
from tests.data.roster.kinds.tables import Guest, guests_of, told_by

GIVEN = Path(__file__).parent.parent / "given"
AN, BINH = "Nguyễn Văn An", "Trần Thị Bình"
PHUONG, TRUONG, CUONG = "Trần Thị Phương", "Lê Đình Trường", "Lê Văn Cường"
THREE: list[Guest] = [(AN, 1960, "Xóm 1"), (PHUONG, 1955, "Xóm Đình"), (TRUONG, 1970, "Xóm Chùa")]


def two(hamlet: str = "", first: int | None = 1960, second: int | None = 1955) -> list[Guest]:
    return [(AN, first, hamlet), (BINH, second, hamlet)]


CASES: dict[str, tuple[str, list[Guest], set[str]]] = {
    "one known heading is enough": ("a01-ma-so-ho-ten.xlsx", two("", None, None), set()),
    "an exact heading beats one that begins like a name": ("a03-ten-duong-first.xlsx", two(), set()),
    "first and last name are one name": (
        "a04-first-last.xlsx",
        [("Nguyễn Văn Tú", None, ""), ("Lê Hữu Nam", None, ""), ("Phạm Bá Nam", None, "")],
        set(),
    ),
    "headings in snake case": ("a06-snake.csv", [(AN, 1960, "Xóm 1"), (BINH, 1955, "Xóm 2")], set()),
    "the row that numbers the columns is no guest": ("a08-mau33.xlsx", two("Xóm 1"), set()),
    "years of birth parted by sex": ("a08g-nam-nu-years.xlsx", two("Xóm 1"), set()),
    "a sheet of choices is no list": ("a09-danhmuc.xlsx", [(AN, None, "Xóm 1")], {"sheets"}),
    "of two columns of people one is asked about": ("a11-two-names.xlsx", [(BINH, None, "Xóm 1")], {"names"}),
    "a long heading is one": ("a17-long-heading.xlsx", [(AN, 1960, "Xóm 1")], set()),
    "hamlets under other words": ("a18-noi-cu-tru.xlsx", [(AN, None, "Xóm 1")], set()),
    "only heads of households are guests": (
        "b01-quan-he.xlsx",
        [(AN, 1960, "Xóm 1"), ("Lê Thị Dung", 1955, "Xóm 1")],
        {"members"},
    ),
    "the first section is no heading": (
        "d02-sections-bare.xlsx",
        [(AN, 1960, "XÓM ĐÌNH"), (BINH, 1955, "XÓM CHÙA"), (CUONG, 1970, "Xóm Mới")],
        set(),
    ),
    "a merged section is no heading": (
        "d05-first-section-merged.xlsx",
        [*two("THÔN ĐÔNG"), (CUONG, 1970, "THÔN ĐOÀI")],
        set(),
    ),
    "a section under the header gives the hamlet": ("d11-section-thon.xlsx", two("Thôn Khả Tân"), set()),
    "a hidden row is told": (
        "f01-hidden-row.xlsx",
        [(AN, 1960, "Xóm 1"), ("Trần Thị Ẩn", 1955, "Xóm 1"), (CUONG, 1970, "Xóm 2")],
        {"hidden rows"},
    ),
    "a hidden column is told, the visible one read": (
        "f02-hidden-col.xlsx",
        two("Xóm 1", None, None),
        {"hidden columns"},
    ),
    "lines inside a cell are one row": (
        "g04-embedded-newline.csv",
        [(AN, 1960, "Xóm 1"), (PHUONG, 1955, "Xóm Đình")],
        set(),
    ),
    "an open quotation mark stays in its row": (
        "g05-quotes.csv",
        [
            ('Nguyễn Văn "Tèo" An', 1960, "Xóm 1"),
            ('Trần Thị "Bé" Phương', 1955, "Xóm Đình"),
            (TRUONG, 1970, "Xóm Chùa"),
            ("Phạm Thị Dung", 1971, "Xóm Chùa"),
        ],
        {"torn"},
    ),
    "old letters in one row of a file": ("g15-mixed-tcvn3-unicode-rows.csv", THREE, {"letters"}),
    "lost letters are told": (
        "g17-question-marks.csv",
        [("Nguy?n V?n An", 1960, "Xóm 1"), ("Tr?n Th? Ph??ng", 1955, "Xóm ?ình")],
        {"lost"},
    ),
    "old letters without their font": (
        "h01-tcvn3-arial.xlsx",
        [(name, 1960, hamlet) for name, _year, hamlet in THREE],
        {"letters"},
    ),
    "Unicode under an old font": (
        "h10-latin1-unicode-in-vntime.xlsx",
        [
            ("Võ Hoàng Hà", 1960, ""),
            ("Lê Bá Tân", 1961, ""),
            ("Nguyễn Thị Hương", 1955, ""),
            (TRUONG, 1970, ""),
            ("Phạm Đức Cảnh", 1971, ""),
        ],
        set(),
    ),
    "tracked changes are accepted": (
        "i07-tracked.docx",
        [("Nguyễn Văn Ân", 1960, "Xóm 1"), *THREE[1:]],
        set(),
    ),
    "a cell in a content control": ("i08-sdt-cell.docx", THREE, set()),
    "old letters in a document": ("i12-tcvn3-rows-unicode-header.docx", THREE, set()),
    "a row that leaves cells out": (
        "i13-gridbefore-silent.docx",
        [(name, None, hamlet) for name, _year, hamlet in THREE],
        set(),
    ),
    "a strict workbook": ("k03-strict.xlsx", THREE, set()),
    "Excel's escapes": (
        "k05-sst-odd.xlsx",
        [(AN, 1960, ""), (PHUONG, 1955, ""), ("Lê Đình", 1970, ""), ("Phạm Thị Dung", 1971, "")],
        set(),
    ),
    "two people in one cell are told": (
        "l03-couple-cell.xlsx",
        [
            ("Nguyễn Văn An Trần Thị Bình", 1960, "Xóm 1"),
            ("Lê Văn Cường Bà: Phạm Thị Dung", 1970, "Xóm 2"),
            ("Đỗ Văn Em + B. Vũ Thị Giang", None, "Xóm 2"),
        ],
        {"couples"},
    ),
    "the foot in other words": ("l10-foot-other-words.xlsx", [(AN, 1960, "")], {"foot"}),
    "a total with a number in STT": ("q01-total-with-count-in-stt.xlsx", two("Xóm 1"), set()),
    "the foot of an official list": ("q03-foot-official.xlsx", [(AN, 1960, "Xóm 1")], set()),
    "Roman numbers in order": (
        "q12-roman-in-order.xlsx",
        [(AN, 1960, ""), (BINH, 1955, ""), (CUONG, None, ""), ("Phạm Thị Dung", None, "")],
        set(),
    ),
    "name and office in one cell": (
        "q16-delegates-title-and-name-cell.xlsx",
        two("", None, None),
        {"guessed"},
    ),
    "reasons are no delegations": (
        "s01-doi-tuong.xlsx",
        [(AN, None, "Xóm 1"), (BINH, None, "Xóm 1"), (CUONG, None, "Xóm 1")],
        {"columns"},
    ),
    "one bad byte": (
        "s06-bad-byte-ascii-header.csv",
        [(AN, 1960, "Xóm 1"), (PHUONG, 1955, "Xóm Đình"), ("Lê Văn Cư", 1970, "Xóm 1")],
        {"strange"},
    ),
    "an Icelandic letter for Đ": (
        "s13-d-eth.xlsx",
        [("Nguyễn Văn Đức", 1960, "Xóm Đình"), ("Nguyễn Văn Đức", 1960, "Xóm Đình")],
        set(),
    ),
    "a full name beside its halves": ("u01-luma.csv", two("", None, None), set()),
    "a table in a table": ("v06-table-in-table.docx", two("Xóm 1"), set()),
}


@pytest.mark.parametrize("kind", CASES)
def test_a_list_that_was_read_wrongly_is_read_right(kind: str, event: Event) -> None:
    file, guests, told = CASES[kind]
    reading = read_roster(GIVEN / file, event)
    assert guests_of(reading) == guests
    assert told <= told_by(reading)
    assert all(row.sure or row.doubts for row in reading.rows)


def test_every_given_list_is_under_test() -> None:
    tested = {file for file, _guests, _told in CASES.values()}
    assert {path.name for path in GIVEN.iterdir()} - tested == {
        "e02-dates.xlsx", "q21-chu-ho-ong-ba.xlsx", "q22-addresses.xlsx", "g23-semicolon-many-commas.csv",
        "w01-own-export.xlsx",
    }  # fmt: skip


def test_a_column_of_dates_is_judged_as_one(event: Event) -> None:
    reading = read_roster(GIVEN / "e02-dates.xlsx", event)
    years = {row.row: row.facts.birth_year for row in reading.rows}
    assert years == {
        **{
            2: 1960,
            3: 1955,
            4: 1970,
            5: 1971,
            6: 1972,
            7: 1973,
            8: 1974,
            9: 1975,
            10: 1976,
            11: 1976,
            12: None,
        },
        **{13: 1978, 14: 1979, 15: 1980, 16: 1964, 17: 1965, 18: 1965, 20: 1950, 21: 1965, 22: 1966},
    }
    assert {problem.row for problem in reading.problems} == {11, 12, 19, 20, 22}


def test_honorifics_are_written_in_full(event: Event) -> None:
    reading = read_roster(GIVEN / "q21-chu-ho-ong-ba.xlsx", event)
    assert [row.facts.honorific for row in reading.rows] == ["Ông", "Bà", "Ông", "Bà"]


@pytest.mark.parametrize("file", ["q22-addresses.xlsx", "g23-semicolon-many-commas.csv"])
def test_the_hamlet_is_found_in_the_address(file: str, event: Event) -> None:
    reading = read_roster(GIVEN / file, event)
    assert {row.facts.hamlet for row in reading.rows} == {"Xóm 1", "Xóm 2", "Xóm 3"}


def test_our_own_workbook_is_read_as_it_was(event: Event) -> None:
    reading = read_roster(GIVEN / "w01-own-export.xlsx", event)
    kinds = [row.facts.kind for row in reading.rows]
    assert (kinds.count("household"), kinds.count("delegate")) == (100, 38)
    assert [row.card for row in reading.rows] == list(range(1, 139))
    assert not reading.problems


def test_years_by_sex_tell_the_honorific(event: Event) -> None:
    reading = read_roster(GIVEN / "a08g-nam-nu-years.xlsx", event)
    assert [row.facts.honorific for row in reading.rows] == ["Ông", "Bà"]
