"""The screens open without the command line's parser, whatever the language."""

from pathlib import Path

import pytest

from tests.conftest import found
from tui.command_line.screens import is_plain_start


@pytest.mark.parametrize("before", [[], ["--lang", "en"], ["--lang", "vi"]])
@pytest.mark.parametrize("after", [[], ["--lang", "en"]])
def test_a_language_does_not_make_a_start_another(
    tmp_path: Path, before: list[str], after: list[str]
) -> None:
    folder = found(tmp_path / "event")
    once = after if not before else []
    assert is_plain_start([*before, str(folder), *once]) == folder
    assert is_plain_start([*before, *once]) == ""


@pytest.mark.parametrize(
    "words", [["--lang"], ["--lang", "fr"], ["--help"], ["hall"], ["--lang", "en", "hall", "x"], ["no-event"]]
)
def test_all_else_is_left_to_the_parser(words: list[str]) -> None:
    assert is_plain_start(words) is None
