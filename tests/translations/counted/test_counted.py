import pytest

from data.language import choose
from data.text import counted
from data.text.counted import Tally
from data.text.unit_words import unit_word


@pytest.mark.parametrize(
    ("count", "told"), [(0, "0 households"), (1, "1 household"), (2, "2 households"), (100, "100 households")]
)
def test_one_is_no_plural_in_english(count: int, told: str) -> None:
    choose("en")
    assert counted.households(count) == told


def test_the_line_that_is_always_there_counts_its_people() -> None:
    choose("en")
    one = Tally(1, 1)
    assert counted.attendance(Tally(1, 100), 1, one) == "1/100 households (1 person) · 1/1 delegate"
    assert counted.attendance(Tally(8, 100, 2), 12, Tally(8, 25, 1)) == (
        "8/100 +2 households (12 people) · 8/25 +1 delegates"
    )
    assert counted.delegates_of(Tally(0, 0, 1)) == "1 delegate"
    choose("vi")
    assert counted.attendance(Tally(1, 100), 1, one) == "1/100 hộ (1 người) · 1/1 đại biểu"


@pytest.mark.parametrize(
    ("unit", "count", "english"),
    [("bó", 1, "bouquet"), ("bó", 2, "bouquets"), ("Cuốn", 3, "copies"), ("mâm", 2, "mâm"), ("", 2, "")],
)
def test_units_have_a_word_in_both_languages(unit: str, count: int, english: str) -> None:
    assert unit_word(unit, count) == unit
    choose("en")
    assert unit_word(unit, count) == english
