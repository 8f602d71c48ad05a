"""Names stand in the order of a Vietnamese class register."""

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.text.cleaning.clean import clean
from data.text.order import name_key

LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
NAMES = st.text(st.sampled_from(LETTERS + "ÁÀẢÃẠ ĐƯỠ[=1(+)'"), max_size=12)


@pytest.mark.parametrize(
    "ordered",
    [
        ["Trần An", "Lê Ăn", "Bùi Ân", "An Bình"],
        ["ma", "mà", "mả", "mã", "má", "mạ", "mă", "mâ"],
        ["Vũ Dung", "Lê Dũng", "An Đào", "An Ê", "An Giang"],
        ["Lê O", "Lê Ô", "Lê Ơ", "Lê P", "Lê U", "Lê Ư", "Lê V"],
        ["Nguyễn Hoa", "Nguyễn Hòa", "Nguyễn Hóa", "Nguyễn Hoan"],
        ["Vũ An Hà", "Bùi Văn Hà", "Trần Văn Hà", "An Xuân Hà"],
        ["Hà", "An Hà", "An Bình Hà"],
        ["Bùi Văn An (con ông Tư)", "Bùi Văn Bảy (bố)"],
    ],
)
def test_given_name_first_then_middle_then_family_letters_before_tones(ordered: list[str]) -> None:
    shuffled = random.Random(1).sample(ordered, len(ordered))
    assert sorted(shuffled, key=name_key) == ordered


@given(st.permutations(LETTERS))
def test_single_letters_sort_as_the_alphabet_does(letters: list[str]) -> None:
    assert "".join(sorted(letters, key=name_key)) == LETTERS


def test_where_the_tone_is_written_and_case_count_less_than_the_family_name() -> None:
    names = ["Vũ Hoà", "An HÒA", "Bùi Hòa"]
    assert sorted(names, key=name_key) == ["An HÒA", "Bùi Hòa", "Vũ Hoà"]


@given(st.lists(st.one_of(NAMES, st.text(max_size=8))))
def test_any_names_sort_the_same_from_any_start(names: list[str]) -> None:
    tidy = {clean(name) for name in names}
    assert sorted(tidy, key=name_key) == sorted(sorted(tidy, reverse=True), key=name_key)


@given(NAMES)
def test_decomposed_names_stand_where_composed_ones_do(name: str) -> None:
    assert name_key(unicodedata.normalize("NFD", name)) == name_key(name)


@given(NAMES, NAMES)
def test_only_names_that_read_the_same_share_a_key(one: str, other: str) -> None:
    assert (name_key(one) == name_key(other)) == (clean(one) == clean(other))
