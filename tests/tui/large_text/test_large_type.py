"""Names drawn large: every Vietnamese letter looks like itself and like no other."""

import unicodedata
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.large_text.large_type import LINE_ROWS, large

VOWELS = "AĂÂEÊIOÔƠUƯY"
TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
LETTERS = [unicodedata.normalize("NFC", v + t) for v, t in product(VOWELS, TONES)] + list("BCDĐGHKLMNPQRSTVX")


def test_every_letter_of_vietnamese_is_drawn_and_none_like_another() -> None:
    drawn = {letter: large(letter, 20, LINE_ROWS) for letter in LETTERS}
    assert all(drawn.values())
    assert len(set(drawn.values())) == len(LETTERS)


def test_small_and_capital_letters_are_drawn_alike_whatever_their_normal_form() -> None:
    name = "Nguyễn Thị Hương"
    assert large(name, 110, 7) == large(name.upper(), 110, 7)
    assert large(name, 110, 7) == large(unicodedata.normalize("NFD", name), 110, 7)


def test_a_name_that_does_not_fit_one_line_is_broken_between_words_and_never_cut() -> None:
    name = "Nguyễn Thị Hương"
    one, two = large(name, 110, 14), large(name, 60, 14)
    assert len(one) == LINE_ROWS
    assert len(two) == 2 * LINE_ROWS
    assert large(name, 60, 13) == ()
    assert large("Nghiêng", 20, 30) == ()


def test_letters_are_twice_as_large_where_there_is_room() -> None:
    assert len(large("Lê Lợi", 110, 30)) > LINE_ROWS


@pytest.mark.parametrize("name", ["🎉 Vui", "=1+1", "[/b] Hoa", "", "李"])
def test_what_there_is_no_shape_for_is_left_to_ordinary_letters(name: str) -> None:
    assert large(name, 200, 60) == ()


@given(st.text(alphabet=[*LETTERS, " ", *"abc019.-"], max_size=30), st.integers(1, 120), st.integers(1, 30))
def test_no_row_is_wider_and_no_drawing_higher_than_the_room(name: str, width: int, rows: int) -> None:
    drawn = large(name, width, rows)
    assert len(drawn) <= rows
    assert all(len(row) <= width for row in drawn)
