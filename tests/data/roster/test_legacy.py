"""The old codes of Vietnamese come back letter by letter."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.roster.cells.decoding import LegacyCells
from data.roster.cells.encoding import TORN, decode_bytes
from data.roster.cells.grid import Cell
from data.roster.cells.legacy import TCVN3, VNI, Script, decode, script_of, with_capitals
from data.text.syllables import plausible
from tests.data.roster.build import tcvn3, tcvn3_h, vni

TONES = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]
LOWER = [unicodedata.normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưy" for tone in TONES] + ["đ"]
LETTERS = LOWER + list("bcdghklmnpqrstvx")
SMALL = Script("tcvn3", capitals=False)
CAPITALS = Script("tcvn3", capitals=True)
IN_VNI = Script("vni", capitals=False)
WORDS = st.text(st.sampled_from([*LETTERS, " "]), max_size=30)


def test_the_alphabet_is_whole() -> None:
    assert len(LOWER) == 73
    assert set(LOWER) - set("aeiouy") <= set(TCVN3.values())
    assert {c for letter in LOWER for c in (letter, letter.upper())} - set("aeiouyAEIOUY") <= set(
        VNI.values()
    )


@pytest.mark.parametrize("letter", LETTERS)
def test_every_letter_comes_back_in_both_cases(letter: str) -> None:
    assert decode(tcvn3(letter), SMALL) == letter
    assert decode(tcvn3_h(letter.upper()), CAPITALS) == letter.upper()
    assert decode(vni(letter), IN_VNI) == letter
    assert decode(vni(letter.upper()), IN_VNI) == letter.upper()


@pytest.mark.parametrize("letter", "ĂÂÊÔƠƯĐ")
def test_capitals_that_tcvn3_has_of_its_own(letter: str) -> None:
    assert decode(tcvn3(letter), SMALL) == letter


@given(WORDS)
def test_tcvn3_round_trip(text: str) -> None:
    assert decode(tcvn3(text), SMALL) == text
    assert decode(tcvn3_h(text.upper()), CAPITALS) == text.upper()


@given(WORDS)
def test_vni_round_trip(text: str) -> None:
    assert decode(vni(text), IN_VNI) == text
    assert decode(vni(text.upper()), IN_VNI) == text.upper()


def test_known_samples_of_both_codes() -> None:
    assert decode("NguyÔn V¨n §øc", SMALL) == "Nguyễn Văn Đức"
    assert decode("nguyÔn thÞ hßa", CAPITALS) == "NGUYỄN THỊ HÒA"
    assert decode("Nguyeãn Vaên Ñöùc, Traàn Thò Hoøa, Lyù Kyø, Myõ Thuî", IN_VNI) == (
        "Nguyễn Văn Đức, Trần Thị Hòa, Lý Kỳ, Mỹ Thuỵ"
    )


@pytest.mark.parametrize(
    ("decoded", "meant"),
    [
        ("NGUYễN THị Hà", "NGUYỄN THỊ HÀ"),
        ("ánh", "ánh"),
        ("Đỗ ánh", "Đỗ Ánh"),
        ("Lê Hà", "Lê Hà"),
        ("ghi chú: ốm", "ghi chú: ốm"),
        ("", ""),
    ],
)
def test_capitals_that_tcvn3_could_not_hold(decoded: str, meant: str) -> None:
    assert with_capitals(decoded) == meant


@pytest.mark.parametrize(
    ("font", "script"),
    [
        (".VnTime", SMALL),
        (".VnTimeH", CAPITALS),
        (".VnArial NarrowH", CAPITALS),
        ("VNI-Times", IN_VNI),
        ("Times New Roman", None),
        ("Calibri", None),
        ("", None),
        (None, None),
    ],
)
def test_fonts_tell_the_code(font: str | None, script: Script | None) -> None:
    assert script_of(font) == script


PEOPLE = "Nguyễn Văn Đức, Trần Thị Hòa, Phạm Quốc Việt, Đỗ Ngọc Ánh, Vũ Thị Thủy, Lý Thế Kỷ"


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_bytes_are_known_without_a_doubt(codec: str) -> None:
    assert decode_bytes(PEOPLE.encode(codec)) == PEOPLE


def test_code_page_1258_comes_back_composed() -> None:
    marked = "".join(
        c if c in "âêôăơưđÂÊÔĂƠƯĐàáèéùúÀÁÈÉÙÚóÓíÍ" else _apart(c)
        for c in unicodedata.normalize("NFC", PEOPLE)
    )
    assert decode_bytes(marked.encode("cp1258")) == PEOPLE


def _apart(char: str) -> str:
    """A letter as code page 1258 writes it: with its hat, then the tone."""
    parts = unicodedata.normalize("NFD", char)
    tones = [c for c in parts if c in TONES[1:]]
    return unicodedata.normalize("NFC", "".join(c for c in parts if c not in tones)) + "".join(tones)


def judged(*texts: str) -> list[Cell]:
    """What becomes of these texts in the cells of one column."""
    cells = {number: [Cell(text)] for number, text in enumerate(texts)}
    legacy = LegacyCells()
    for number, text in enumerate(texts):
        legacy.add(number, 0, [(text, None)])
    legacy.resolve(cells)
    return [cells[number][0] for number in range(len(texts))]


def test_old_bytes_are_told_cell_by_cell() -> None:
    for encoder, code in ((tcvn3, "tcvn3"), (vni, "vni")):
        text = decode_bytes(encoder(PEOPLE).encode("latin-1"))
        cells = judged(*text.split(", "))
        assert [cell.text for cell in cells] == PEOPLE.split(", ")
        assert {cell.code for cell in cells} == {code}


def test_old_and_new_letters_stand_in_one_column() -> None:
    cells = judged("Nguyễn Văn Đức", tcvn3("Trần Thị Hòa"), vni("Phạm Quốc Việt"), "Lê Hà")
    assert [cell.text for cell in cells] == ["Nguyễn Văn Đức", "Trần Thị Hòa", "Phạm Quốc Việt", "Lê Hà"]
    assert [cell.code for cell in cells] == ["", "tcvn3", "vni", ""]


def test_one_bad_byte_stays_in_its_field() -> None:
    text = decode_bytes(PEOPLE.encode() + b"\nL\xea Ho\xe0ng," + PEOPLE.encode())
    assert text == f"{PEOPLE}\n{TORN}Lê Hoàng,{PEOPLE}"


@pytest.mark.parametrize(
    "text", [PEOPLE, "Nguyen Van Duc", "Lê Hà", "José Müller, Zoë Brontë", "", "±×÷ § ¶", "Vò", "Võ Hoàng Hà"]
)
def test_what_is_not_clearly_old_stays(text: str) -> None:
    (cell,) = judged(text)
    assert (cell.text, cell.code in ("", "~")) == (text, True)


@pytest.mark.parametrize("shown", ["CẢ TỴ", "ông Trưởng Ẩn", "Đỗ Ánh Ý", "bà Vũ Thị Ổn", "NGUYỄN THỊ Ý"])
def test_capitals_of_tcvn3_are_judged_by_words_and_column(shown: str) -> None:
    company = ("NGUYỄN VĂN AN", "TRẦN THỊ BÌNH") if shown.isupper() else ("Nguyễn Văn An", "Trần Thị Bình")
    cells = judged(tcvn3(shown), *map(tcvn3, company))
    assert [cell.text for cell in cells] == [shown, *company]


@pytest.mark.parametrize(
    "word", ["nghiêng", "Quỳnh", "Ước", "Yến", "Giang", "Khuyên", "Thuỵ", "oẹ", "gì", "QUỐC"]
)
def test_syllables(word: str) -> None:
    assert plausible(word)


@pytest.mark.parametrize("word", ["Nguyeãn", "NguyÔn", "V¨n", "Müller", "hßa", "Ðức"])
def test_no_syllables(word: str) -> None:
    assert not plausible(word)
