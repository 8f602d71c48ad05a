"""What villagers hold in their hands is Vietnamese, whatever language the screen speaks."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from data.documents.cards.card import draw_card
from data.language import choose
from data.model.guest import Guest
from tests.data.documents.cards.samples import a_delegate, a_household, an_event


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize("sample", [True, False])
@pytest.mark.parametrize("honorific", ["", "bà"])
@pytest.mark.parametrize("make", [a_household, a_delegate])
def test_a_card_is_the_same_in_every_language_of_the_screen(
    make: Callable[[int, str], Guest], honorific: str, sample: bool
) -> None:
    event, guest = an_event(sample=sample), replace(make(1, "Phạm Thị Lan"), honorific=honorific)
    in_english = draw_card(event, guest)
    choose("vi")
    assert in_english.tobytes() == draw_card(event, guest).tobytes()
