import pytest

from data.text.typed.yes_no import read_yes_no


@pytest.mark.parametrize("text", ["có", "CÓ", "co", " c ", "yes", "Y"])
def test_yes_is_read_in_both_languages_with_and_without_accents(text: str) -> None:
    assert read_yes_no(text) is True


@pytest.mark.parametrize("text", ["không", "KHÔNG", "khong", "k", "no", " N"])
def test_no_is_read_in_both_languages_with_and_without_accents(text: str) -> None:
    assert read_yes_no(text) is False


@pytest.mark.parametrize("text", ["chắc vậy", "1", "có không", "?"])
def test_what_says_neither_is_not_taken_for_either(text: str) -> None:
    assert read_yes_no(text) is None


def test_nothing_typed_is_what_the_caller_says_it_is() -> None:
    assert read_yes_no("  ") is False
    assert read_yes_no("", empty=True) is True
