import pytest

from data.text.typed.numbers.guest_number import is_guest_number


@pytest.mark.parametrize("text", ["1", "007", "20000", "99999"])
def test_up_to_five_digits_are_a_guests_number(text: str) -> None:
    assert is_guest_number(text)


@pytest.mark.parametrize("text", ["", "912345", "0912345678", "00360034123456", "12a", "1 2", "-3", "²"])
def test_phones_cards_and_words_are_none(text: str) -> None:
    assert not is_guest_number(text)
