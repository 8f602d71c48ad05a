import pytest

from tui.widgets.menu_letter import menu_letter


@pytest.mark.parametrize(
    ("typed", "letter"), [("a", "a"), ("C", "c"), ("z", "z"), ("w", "w"), ("ư", "w"), ("Ư", "w")]
)
def test_a_letter_is_known_also_when_telex_composed_it(typed: str, letter: str) -> None:
    assert menu_letter(typed) == letter


@pytest.mark.parametrize(
    "typed", [*"0123456789", *"đĐăĂâÂêÊôÔ", "\u0300", "\u0323", "+", " ", "", "ab", None]
)
def test_what_may_be_a_digit_of_a_scan_is_no_letter(typed: str | None) -> None:
    assert menu_letter(typed) == ""
