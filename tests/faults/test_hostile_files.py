"""Hostile and spoilt files are read or refused with a sentence; the whole runs are scripts of this folder."""

from itertools import islice
from pathlib import Path

import pytest

from tests.faults.fuzz_readers import tried
from tests.faults.hostile_files import FILES, read

SLOW_TO_MAKE = {
    "archive-300-mb.json",
    "archive-bomb-of-1-gb.zip",
    "list-300-thousand-rows.docx",
    "list-bomb-beside.xlsx",
    "list-bomb-of-1-gb.xlsx",
    "list-bomb-of-marks.xlsx",
    "list-cell-of-120-mb.docx",
    "list-cell-of-280-mb.xlsx",
    "list-cell-of-90-mb.xlsx",
    "list-million-styled-rows.xlsx",
    "picture-comment-bomb.png",
    "template-bomb.docx",
}
READ = {"list-attributes.html", "list-open-quotes.csv", "picture-cut-short.png"}


def test_there_are_sixty() -> None:
    assert len(FILES) >= 60


@pytest.mark.parametrize("name", sorted(FILES.keys() - SLOW_TO_MAKE - READ))
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_hostile_file_ends_in_one_sentence_and_writes_nothing_outside(name: str, tmp_path: Path) -> None:
    path = tmp_path / "in" / name
    path.parent.mkdir()
    (tmp_path / "place").mkdir()
    FILES[name](path)
    sentence = read(path, tmp_path / "place")
    assert sentence and "\n" not in sentence
    assert {one.name for one in tmp_path.iterdir()} <= {"in", "place", "home", "own"}


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_spoilt_files_are_read_or_refused() -> None:
    assert all(isinstance(sentence, str) for _name, sentence, _seconds in islice(tried([], seed=1), 60))
