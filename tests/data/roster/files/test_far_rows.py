"""Rows below the last that a list can have: what stands there is told, what was only coloured is not."""

from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import PatternFill

from data.errors import RosterInvalid
from data.model.event import Event
from data.roster.limits.limits import MOST_ROWS
from data.roster.reading import read_roster
from data.session.session import Session

HEAD = ("STT", "Chủ hộ", "Xóm")


def book(path: Path, last: int, value: str | None) -> Path:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.append(HEAD)
    sheet.append((1, "Nguyễn Văn An", "Xóm 1"))
    cell = sheet.cell(last, 2, value)
    cell.fill = PatternFill("solid", "FFFF00")
    workbook.save(path)
    return path


@pytest.fixture
def event(session: Session) -> Event:
    return session.state.event


def test_a_name_below_the_last_row_of_a_list_is_not_passed_over_in_silence(
    tmp_path: Path, event: Event
) -> None:
    with pytest.raises(RosterInvalid, match=r"200\.000"):
        read_roster(book(tmp_path / "far.xlsx", MOST_ROWS + 5, "Trần Thị Bình"), event)


def test_a_coloured_row_far_below_is_none(tmp_path: Path, event: Event) -> None:
    read = read_roster(book(tmp_path / "coloured.xlsx", 1_048_576, None), event)
    assert [row.facts.name for row in read.rows if row.facts] == ["Nguyễn Văn An"]
