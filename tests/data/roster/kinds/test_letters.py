"""Letters of old codes, of other alphabets, and those that are lost: further lists of each kind."""

import unicodedata
from pathlib import Path
from typing import Any

import pytest

from data.model.event import Event
from data.roster.reading import read_roster
from data.roster.reading_options import ReadingOptions
from tests.data.roster.build import Table, csv_text, tcvn3, vni, write_xls, write_xlsx
from tests.data.roster.kinds.tables import HEADINGS, guests_of, told_by

PEOPLE = [
    ("Nguyễn Văn Đức", 1960, "Xóm Đình"),
    ("Trần Thị Hòa", 1955, "Xóm Chùa"),
    ("Lê Thế Kỷ", 1970, "Xóm 1"),
]


def coded(encode: object, *, headings: bool = True, only: int | None = None) -> Table:
    """The list with its texts encoded, all or those of one row."""
    assert callable(encode)

    def row(number: int, texts: tuple[object, ...]) -> list[Any]:
        done = [encode(t) if isinstance(t, str) and only in (None, number) else t for t in texts]
        return [number, *done]

    return [
        [encode(h) if headings and only is None else h for h in HEADINGS],
        *(row(n, p) for n, p in enumerate(PEOPLE, 1)),
    ]


def mojibake(text: str) -> str:
    """UTF-8 that was read as Windows' Latin letters."""
    raw = text.encode()
    return "".join(
        bytes([b]).decode("cp1252") if b not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else chr(b) for b in raw
    )


def viscii(text: str) -> str:
    """VISCII, read as Latin-1."""
    from data.roster.cells.letters import _VISCII

    table = {letter: chr(code) for code, letter in _VISCII.items()}
    return "".join(table.get(c, c) for c in text)


@pytest.mark.parametrize("encode", [tcvn3, vni, mojibake, viscii])
@pytest.mark.parametrize("headings", [True, False])
@pytest.mark.parametrize("form", ["xlsx", "csv", "xls"])
def test_old_letters_are_read_without_their_font(
    encode: object, headings: bool, form: str, tmp_path: Path, event: Event
) -> None:
    table = coded(encode, headings=headings)
    path = tmp_path / f"ds.{form}"
    if form == "xlsx":
        write_xlsx(path, {"DS": table})
    elif form == "xls":
        write_xls(path, table, "Arial")
    else:
        path.write_text(csv_text(table), encoding="utf-8-sig")
    reading = read_roster(path, event)
    assert guests_of(reading) == PEOPLE
    assert "letters" in told_by(reading)
    assert all("letters" in row.doubts for row in reading.rows)


@pytest.mark.parametrize("encode", [tcvn3, vni, mojibake])
@pytest.mark.parametrize("only", [1, 2, 3])
def test_one_old_row_is_read_by_itself(encode: object, only: int, tmp_path: Path, event: Event) -> None:
    reading = read_roster(write_xlsx(tmp_path / "ds.xlsx", {"DS": coded(encode, only=only)}), event)
    assert guests_of(reading) == PEOPLE
    assert [row.row - 1 for row in reading.rows if not row.sure] == [only]


@pytest.mark.parametrize("font", [".VnTime", ".VnArial", "VNI-Times", ".VnTimeH"])
def test_unicode_under_an_old_font_stays(font: str, tmp_path: Path, event: Event) -> None:
    table: Table = [HEADINGS, *([n, *person] for n, person in enumerate(PEOPLE, 1))]
    fonts = {f"{column}{row}": font for column in "BD" for row in (2, 3, 4)}
    reading = read_roster(write_xlsx(tmp_path / "ds.xlsx", {"DS": table}, fonts=fonts), event)
    assert [name.casefold() for name, _y, _h in guests_of(reading)] == [n.casefold() for n, _y, _h in PEOPLE]


@pytest.mark.parametrize(
    "codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1258"]
)
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_any_code_and_any_separator(codec: str, separator: str, tmp_path: Path, event: Event) -> None:
    table: Table = [HEADINGS, *([n, *person] for n, person in enumerate(PEOPLE, 1))]
    text = csv_text(table, separator)
    if codec == "cp1258":
        text = "".join(map(_as_1258, unicodedata.normalize("NFC", text)))
    path = tmp_path / "ds.csv"
    path.write_bytes(text.encode(codec))
    assert guests_of(read_roster(path, event)) == PEOPLE


def _as_1258(char: str) -> str:
    try:
        char.encode("cp1258")
    except UnicodeEncodeError:
        parts = unicodedata.normalize("NFD", char)
        tones = [c for c in parts if c in "\u0300\u0301\u0303\u0309\u0323"]
        return unicodedata.normalize("NFC", "".join(c for c in parts if c not in tones)) + "".join(tones)
    return char


@pytest.mark.parametrize(
    "bad", [b"L\xea V\xe3n", b"Ng\xf4 V\xe3n", b"H\xe0 \xff", b"\xc3\x28 Van", b"Tr\xe2n"]
)
def test_a_bad_byte_spoils_its_own_field_only(bad: bytes, tmp_path: Path, event: Event) -> None:
    table: Table = [HEADINGS, *([n, *person] for n, person in enumerate(PEOPLE, 1))]
    path = tmp_path / "ds.csv"
    path.write_bytes(
        csv_text(table).encode() + b"4," + bad + b" T,1971,X1\r\n" + "5,Vũ Thị Ổn,1972,Xóm 1\r\n".encode()
    )
    reading = read_roster(path, event)
    got = guests_of(reading)
    assert [*got[:3], got[4]] == [*PEOPLE, ("Vũ Thị Ổn", 1972, "Xóm 1")]
    assert [row.row for row in reading.rows if not row.sure] == [5]


@pytest.mark.parametrize(
    "name",
    [
        "Nguy?n V?n An",
        "Tr?n Th? B?nh",
        "L? V?n ??c",
        "Nguy\ufffdn V\ufffdn An",
        "??ng V?n An",
        "Ph?m An",
        "V? Th? H?",
    ],
)
def test_lost_letters_are_told_row_by_row(name: str, tmp_path: Path, event: Event) -> None:
    table: Table = [HEADINGS, [1, *PEOPLE[0]], [2, name, 1960, "Xóm 1"]]
    reading = read_roster(write_xlsx(tmp_path / "ds.xlsx", {"DS": table}), event)
    assert [row.doubts for row in reading.rows] == [(), ("lost",)]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Nguyễn Văn Ðức", "Nguyễn Văn Đức"),
        ("Nguyễn Văn Ɖức", "Nguyễn Văn Đức"),
        ("Ｎｇｕｙễｎ Ｖăｎ Đứｃ", "Nguyễn Văn Đức"),
        ("Nguyễn Văn Đứс", "Nguyễn Văn Đức"),
        ("Νguyễn Văn Đức", "Nguyễn Văn Đức"),
        ("Nguyễn\u00a0Văn\u200bĐức".replace("\u200b", " \u200b"), "Nguyễn Văn Đức"),
        (unicodedata.normalize("NFD", "Nguyễn Văn Đức"), "Nguyễn Văn Đức"),
        ("𝐍guyễn Văn Đức", "Nguyễn Văn Đức"),
        ("Nguуễn Vаn Аn".replace("а", "а"), "Nguyễn Van An"),
    ],
)
def test_look_alikes_are_latin_letters(typed: str, name: str, tmp_path: Path, event: Event) -> None:
    path = write_xlsx(tmp_path / "ds.xlsx", {"DS": [HEADINGS, [1, typed, 1960, "Xóm 1"]]})
    assert [row.facts.name for row in read_roster(path, event).rows] == [name]


@pytest.mark.parametrize(
    "name", ["H'Hen Niê", "Y Bhăm Êban", "Nguyễn Văn An", "A Sùng Páo", "K’ Brôi", "Lò Văn Ín"]
)
def test_names_of_other_peoples_stay_as_they_are(name: str, tmp_path: Path, event: Event) -> None:
    path = write_xlsx(tmp_path / "ds.xlsx", {"DS": [HEADINGS, [1, name, 1960, "Xóm 1"], [2, *PEOPLE[0]]]})
    assert read_roster(path, event).rows[0].facts.name == name


def test_what_a_person_says_of_the_letters_wins(tmp_path: Path, event: Event) -> None:
    path = write_xlsx(tmp_path / "ds.xlsx", {"DS": [["Họ tên"], ["Vò Hoa"]]})
    assert read_roster(path, event).rows[0].facts.name == "Vò Hoa"
    assert read_roster(path, event, ReadingOptions(letters="tcvn3")).rows[0].facts.name == "Vũ Hoa"
    old = write_xlsx(tmp_path / "old.xlsx", {"DS": [["Họ tên"], ["NguyÔn V¨n An"]]})
    assert read_roster(old, event, ReadingOptions(letters="unicode")).rows[0].facts.name == "NguyÔn V¨n An"


@pytest.mark.parametrize("escape", ["_x000D_", "_x000A_", "_x000d_\n", "_x0009_", "_x00A0_"])
def test_escapes_of_excel_are_blanks(escape: str, tmp_path: Path, event: Event) -> None:
    table: Table = [["STT", f"Họ và tên{escape}(chữ in)"], [1, f"Phạm{escape}Thị Dung{escape}"]]
    reading = read_roster(write_xlsx(tmp_path / "ds.xlsx", {"DS": table}), event)
    assert [row.facts.name for row in reading.rows] == ["Phạm Thị Dung"]


def test_a_name_that_is_another_in_the_code_of_the_others_is_told(tmp_path: Path, event: Event) -> None:
    old = [vni(name) for name in ("Nguyễn Văn Đức", "Trần Thị Thủy", "Lê Thị Dậu", "Phạm Văn Bưởi")]
    table: Table = [
        ["STT", "Họ và tên"],
        *([n, name] for n, name in enumerate([*old, "Mai Hoàng", "Cao Hùng"], 1)),
    ]
    write_xlsx(tmp_path / "ds.xlsx", {"DS": table})
    reading = read_roster(tmp_path / "ds.xlsx", event)
    assert [row.facts.name for row in reading.rows][-2:] == ["Mai Hoàng", "Cao Hùng"]
    assert [problem.row for problem in reading.problems if problem.kind == "strange"] == [6]


def test_where_nothing_is_in_an_old_code_no_such_name_is_told(tmp_path: Path, event: Event) -> None:
    names = ["Mai Hoàng", "Hà Hoà", "Lê Hoàng", "Cao Hùng", "Nguyễn Văn Đức"]
    table: Table = [["STT", "Họ và tên"], *([n, name] for n, name in enumerate(names, 1))]
    write_xlsx(tmp_path / "ds.xlsx", {"DS": table})
    reading = read_roster(tmp_path / "ds.xlsx", event)
    assert [row.facts.name for row in reading.rows] == names and not reading.problems


def test_unicode_typed_in_an_old_font_makes_its_short_names_doubtful(tmp_path: Path, event: Event) -> None:
    names = [vni("Nguyễn Văn Đức"), vni("Trần Thị Thủy"), "Phạm Văn Bưởi", "Mai Hoàng", vni("Lê Thị Dậu")]
    table: Table = [["STT", "Ho ten"], *([n, name] for n, name in enumerate(names, 1))]
    write_xlsx(
        tmp_path / "ds.xlsx", {"DS": table}, [], {f"B{n}": "VNI-Times" for n in range(2, len(names) + 2)}
    )
    reading = read_roster(tmp_path / "ds.xlsx", event)
    told = [problem.row for problem in reading.problems if problem.kind in ("letters", "strange")]
    assert told == [5]


def test_the_capitals_of_a_foot_are_not_those_of_the_names_above_it(tmp_path: Path, event: Event) -> None:
    table: Table = [
        ["STT", tcvn3("Tên"), tcvn3("Họ đệm"), tcvn3("Năm sinh"), tcvn3("Xóm")],
        [1, tcvn3("Ý"), tcvn3("Đặng Xuân"), 1980, tcvn3("Xóm 1")],
        [2, tcvn3("Hà"), tcvn3("Đặng Thị"), 1986, tcvn3("Xóm 1")],
        [None, tcvn3("TM. BAN CÔNG TÁC MẶT TRẬN")],
        [None, tcvn3("TRƯỞNG BAN")],
    ]
    write_xlsx(tmp_path / "ds.xlsx", {"DS": table})
    reading = read_roster(tmp_path / "ds.xlsx", event)
    assert [row.facts.name for row in reading.rows] == ["Đặng Xuân Ý", "Đặng Thị Hà"]
