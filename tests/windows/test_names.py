"""An event's folder has a name that every system can hold, whatever the village and the title."""

import pytest

from data.errors import Refused
from data.session.folders.folder_name import check_folder_name
from data.text.slug import slug

TITLES = (
    "con",
    "aux.",
    "AUX.txt",
    "a:b",
    "thôn Đông. ",
    "NUL",
    "x" * 260,
    "?*|<>",
    "com1",
    "…",
    "Lễ\u202e",
    "",
)


@pytest.mark.parametrize("title", TITLES)
def test_the_name_that_is_offered_can_be_had_everywhere(title: str) -> None:
    check_folder_name(slug(f"{title} 2022-06-15"))
    check_folder_name(slug(title))


@pytest.mark.parametrize(
    "name", ["con", "aux.", "AUX.txt", "a:b", "thôn. ", "x" * 260, "a?b", "", ".", "nul .x"]
)
def test_a_name_that_windows_cannot_hold_is_refused_with_a_sentence(name: str) -> None:
    with pytest.raises(Refused) as refusal:
        check_folder_name(name)
    assert refusal.value.sentence.endswith((".", "*", "|", "”."))
