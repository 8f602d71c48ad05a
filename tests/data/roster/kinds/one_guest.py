"""A list of one guest, read in."""

from pathlib import Path
from typing import Any

from data.model.event import Event
from data.model.guest import Facts
from data.roster.reading_options import ReadingOptions
from tests.data.roster.kinds.tables import BINH, Case, read_case, told_by

NAMED: list[Any] = ["STT", "Họ và tên", "Năm sinh"]


def one_guest(
    name: str, tmp_path: Path, event: Event, options: ReadingOptions | None = None
) -> tuple[Facts, set[str]]:
    """What is read of a list with this cell under "Họ và tên", and the kinds of doubt."""
    case = Case([["STT", "Họ và tên", "Xóm"], [1, name, "Xóm 1"], [2, BINH[0], "Xóm 1"]], [])
    reading = read_case(case, tmp_path, event, options or ReadingOptions())
    return reading.rows[0].facts, told_by(reading)
