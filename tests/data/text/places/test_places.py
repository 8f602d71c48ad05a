"""One hamlet is one, however a list spells it."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.text.places.place_names import level_of, named_place
from data.text.places.places import commonest, place_key, spellings


@pytest.mark.parametrize(
    "spellings",
    [
        ("Xóm 3", "xóm 3", "XÓM 03", "X3", "x.3", "xom 3", "Xóm số 3", "Xóm III", "3", " xóm  3 "),
        ("Xóm Đông", "xóm đông", "Đông"),
        ("Xóm Hòa Bình", "xóm Hoà Bình"),
        ("Tổ 07", "tổ 7", "TỔ 7."),
        ("Xóm 3A", "x3a"),
    ],
)
def test_spellings_of_one_place_share_a_key(spellings: tuple[str, ...]) -> None:
    assert len({place_key(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Xóm 1", "Xóm 11"),
        ("Xóm 3", "Tổ 3"),
        ("Xóm Đông", "Xóm Dong"),
        ("Xóm 3A", "Xóm 3"),
        ("Xóm Má", "Xóm Mà"),
    ],
)
def test_other_places_do_not(one: str, other: str) -> None:
    assert place_key(one) != place_key(other)


@pytest.mark.parametrize("text", ["", "  ", "-", "…"])
def test_no_place_has_no_key(text: str) -> None:
    assert place_key(text) == ""


def test_the_commonest_spelling_is_printed_and_of_equals_the_first() -> None:
    assert commonest(Counter({"xóm 1": 1, "Xóm 1": 2})) == "Xóm 1"
    assert commonest(Counter({"xóm 1": 1, "Xóm 1": 1})) == "xóm 1"


@given(st.text(max_size=30))
def test_case_and_blanks_never_part_a_place(text: str) -> None:
    assert place_key(f"  {text} ") == place_key(text)


@given(st.integers(1, 39))
def test_roman_numbers_are_numbers(number: int) -> None:
    tens, ones = divmod(number, 10)
    roman = "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]
    assert place_key(f"Xóm {roman}") == place_key(f"xóm {number}")


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("đông hải", "thôn Đông Hải"),
        ("Thôn Đông Hải", "thôn Đông Hải"),
        ("xóm đoài", "xóm Đoài"),
        ("Đông Hải", "thôn Đông Hải"),
        ("Khu phố 5", "khu phố 5"),
        ("", ""),
    ],
)
def test_a_typed_place_is_written_as_papers_write_it(typed: str, place: str) -> None:
    assert named_place(typed, "thôn") == place


def test_the_level_of_a_place_is_its_small_words() -> None:
    assert level_of("thị trấn Hưng Hà") == "thị trấn"


@pytest.mark.parametrize("short", ["X. Đình", "x.Đình", "X.ĐÌNH", "x. đình"])
def test_an_x_with_a_dot_before_a_name_is_the_word_for_a_hamlet(short: str) -> None:
    assert place_key(short) == place_key("Xóm Đình")
    assert spellings([short, "Xóm Đình", "Xóm Đình"])[short] == "Xóm Đình"
    assert place_key("Xóm 3, X. Duyên Hải") == "xom 3"


def test_an_initial_with_a_dot_is_the_word_that_the_list_says_before_the_name() -> None:
    assert spellings(["T. Đình", "Thôn Đình", "Xóm Đình"])["T. Đình"] == "Thôn Đình"
    assert spellings(["T.Đình"], ["Thôn Đình"])["T.Đình"] == "Thôn Đình"
    assert spellings(["T. Đình", "Thôn Đông", "Thôn Dinh"])["T. Đình"] == "T. Đình"
    # Two words that begin with a T: nobody can say which is meant.
    assert spellings(["T. Đình", "Thôn Đình", "Tổ Đình"])["T. Đình"] == "T. Đình"
    assert spellings(["T5", "Tổ dân phố 5"])["T5"] == "Tổ dân phố 5"
