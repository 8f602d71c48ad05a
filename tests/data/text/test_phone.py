"""A masked phone tells two people apart and can be called by nobody."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.text.people.phone import mask, phone_digits


@pytest.mark.parametrize(
    ("phone", "shown"),
    [
        ("0912345123", "09•• ••• 123"),
        ("0912 345 123", "09•• ••• 123"),
        ("0912.345.123", "09•• ••• 123"),
        ("+84 912 345 123", "09•• ••• 123"),
        ("912345123", "91• ••• 123"),
        ("02273861234", "02••• ••• 234"),
        ("0912345123 / 0987654321", "09•• ••• 123 / 09•• ••• 321"),
        ("0912345123 - 0987654321", "09•• ••• 123 / 09•• ••• 321"),
        ("113", "•••"),
        ("không có", "•••"),
        ("", ""),
        ("  ", ""),
    ],
)
def test_two_digits_in_front_and_three_behind_are_left(phone: str, shown: str) -> None:
    assert mask(phone) == shown


def test_two_numbers_in_one_cell_are_told_apart() -> None:
    assert phone_digits("0912 345 678; 0987-654-321") == ["0912345678", "0987654321"]


@given(st.from_regex(r"0[0-9]{7,12}", fullmatch=True))
def test_all_but_five_digits_are_hidden(phone: str) -> None:
    shown = mask(phone)
    assert sum(c.isdigit() for c in shown) == 5
    assert shown.count("•") == len(phone) - 5


@given(st.text(alphabet="0123456789 /-.+abcđ"))
def test_no_number_is_ever_shown_in_full(phone: str) -> None:
    numbers, shown = phone_digits(phone), mask(phone)
    assert not any(len(number) > 3 and number in shown for number in numbers)
    assert sum(c.isdigit() for c in shown) <= 5 * len(numbers)
