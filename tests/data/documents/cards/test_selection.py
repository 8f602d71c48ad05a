"""A selection of cards: what may be typed, and the sheets that keep to their own file."""

from pathlib import Path

import pytest

from data.documents.cards.files import draw_cards
from data.documents.cards.selection import SHEETS_NAME, read_selection, sheets_name
from data.errors import Refused
from tests.data.documents.cards.samples import an_event, households


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [("3", [3]), ("7, 3", [3, 7]), (" 2 - 4;9 3", [2, 3, 4, 9]), ("8-400", [8, 9]), ("09", [9])],
)
def test_numbers_and_ranges(typed: str, numbers: list[int]) -> None:
    assert [guest.number for guest in read_selection(typed, households(9))] == numbers


@pytest.mark.parametrize("typed", ["", "x", "3,x", "10", "5-3", "3--4", "-3", "1234567"])
def test_what_names_nobody_is_refused_with_the_word(typed: str) -> None:
    with pytest.raises(Refused) as refused:
        read_selection(typed, households(9))
    assert (typed.split(",")[-1] or "3, 7") in refused.value.sentence


def test_each_selection_has_a_file_of_its_own(tmp_path: Path) -> None:
    everybody = households(9)
    selections = [everybody, everybody[1:], everybody[:2], everybody[2:3], everybody[::2]]
    drawn = [draw_cards(an_event(), guests, tmp_path, None, everybody).sheets for guests in selections]
    assert len(set(drawn)) == len(selections)
    assert drawn[0] == tmp_path / SHEETS_NAME
    again = draw_cards(an_event(), everybody[:2], tmp_path, None, everybody).sheets
    assert again == drawn[2]


def test_a_long_selection_has_a_short_name() -> None:
    everybody = households(200)
    odd, even = sheets_name(everybody[::2], everybody), sheets_name(everybody[1::2], everybody)
    assert odd != even and len(odd) < 50 and "100" in odd
