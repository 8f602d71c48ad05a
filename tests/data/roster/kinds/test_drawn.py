"""No list that is drawn at random is read wrongly without a word."""

from pathlib import Path

from data.model.event import Event
from tests.bench.lists import tried


def test_no_drawn_list_is_wrong_without_a_word(tmp_path: Path, event: Event) -> None:
    score = tried(20, 5, event, tmp_path)
    assert (score.tried, score.silent) == (20, 0)
    assert score.right > 10
