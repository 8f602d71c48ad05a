"""A column that nothing is taken from is named: in the preview's line, in JSON; an empty one is not."""

from pathlib import Path

import pytest

from data.language import choose
from data.model.event import Event
from data.roster.columns.unused import unused_sentence
from data.roster.comparing.preview import preview
from data.roster.facts import SheetReading
from data.roster.reading import read_roster
from data.roster.reading_options import ReadingOptions
from data.roster.report import as_json

LIST = "STT,Họ và tên,Năm sinh,Xóm,Số nhân khẩu,,Ghi chú khác\n1,Nguyễn Văn An,1960,Xóm 1,4,x,\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "ds.csv"
    path.write_text(LIST, encoding="utf-8")
    return path


def sheet(path: Path, event: Event, **said: str) -> SheetReading:
    return read_roster(path, event, ReadingOptions(columns=said)).sheets[0]


def test_columns_with_something_in_them_are_named_by_letter_and_heading(path: Path, event: Event) -> None:
    choose("en")
    assert unused_sentence(sheet(path, event).unused) == "not used: E “Số nhân khẩu”, F"


def test_a_column_that_a_person_gave_a_meaning_is_used(path: Path, event: Event) -> None:
    assert [column.letter for column in sheet(path, event, E="note").unused] == ["F"]
    assert unused_sentence(sheet(path, event, E="note", F="note").unused) == ""


def test_a_column_that_a_person_set_aside_is_named(path: Path, event: Event) -> None:
    assert [column.letter for column in sheet(path, event, C="ignored").unused] == ["C", "E", "F"]


def test_json_names_them(path: Path, event: Event) -> None:
    told = as_json(preview(read_roster(path, event), []))
    assert told["sheets"][0]["not_used"] == [
        {"column": "E", "heading": "Số nhân khẩu"},
        {"column": "F", "heading": ""},
    ]


def test_a_heading_of_several_lines_stays_one_short_line(tmp_path: Path, event: Event) -> None:
    choose("en")
    path = tmp_path / "ds.csv"
    heading = "Diện tích đất\nnông nghiệp được giao " * 3
    path.write_text(f'Họ và tên,Năm sinh,"{heading}"\nNguyễn Văn An,1960,12\n', encoding="utf-8")
    said = unused_sentence(sheet(path, event).unused)
    assert said.startswith("not used: C “Diện tích đất nông nghiệp") and said.endswith("…”")
    assert len(said) < 60
