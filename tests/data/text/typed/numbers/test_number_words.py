import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.text.typed.numbers.number_words import number_words

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
VALUES = {word: digit for digit, word in enumerate(DIGITS)} | {"mốt": 1, "lăm": 5}
SCALES = {"nghìn": 10**3, "triệu": 10**6, "tỷ": 10**9}


def read(words: str) -> int:
    """What a Vietnamese reader takes the words for: the digits between the scales, three at a time."""
    total = group = pending = 0
    for word in words.split():
        if word in SCALES:
            if word == "tỷ":
                total, group, pending = (total + group + pending) * 10**9, 0, 0
            else:
                total, group, pending = total + (group + pending) * SCALES[word], 0, 0
        elif word == "trăm":
            group, pending = pending * 100, 0
        elif word in ("mươi", "mười"):
            group, pending = group + (pending or 1) * 10, 0
        elif word != "linh":
            pending = VALUES[word]
    return total + group + pending


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (5, "năm"),
        (10, "mười"),
        (11, "mười một"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (24, "hai mươi bốn"),
        (25, "hai mươi lăm"),
        (100, "một trăm"),
        (101, "một trăm linh một"),
        (105, "một trăm linh năm"),
        (110, "một trăm mười"),
        (115, "một trăm mười lăm"),
        (121, "một trăm hai mươi mốt"),
        (1_000, "một nghìn"),
        (1_005, "một nghìn không trăm linh năm"),
        (1_015, "một nghìn không trăm mười lăm"),
        (1_105, "một nghìn một trăm linh năm"),
        (10_021, "mười nghìn không trăm hai mươi mốt"),
        (1_000_005, "một triệu không trăm linh năm"),
        (1_050_000, "một triệu không trăm năm mươi nghìn"),
        (5_000_000, "năm triệu"),
        (2_000_000_001, "hai tỷ không trăm linh một"),
    ],
)
def test_numbers_are_said_as_official_papers_say_them(number: int, words: str) -> None:
    assert number_words(number) == words


@given(st.integers(0, 10**15))
def test_the_words_mean_the_number(number: int) -> None:
    assert read(number_words(number)) == number


@given(st.integers(1, 999), st.integers(0, 999))
def test_behind_a_thousand_all_three_digits_are_said(thousands: int, rest: int) -> None:
    words = number_words(thousands * 1000 + rest)
    head, _scale, tail = words.partition(" nghìn")
    assert head == number_words(thousands)
    assert bool(tail) == bool(rest)
    assert not rest or "trăm" in tail


def test_nothing_counts_below_zero() -> None:
    with pytest.raises(ValueError, match="-1"):
        number_words(-1)
