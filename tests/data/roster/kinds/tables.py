"""Small lists in many forms, and what is to come of them: the table behind the tests of kinds."""

import csv
from collections.abc import Sequence
from io import StringIO
from pathlib import Path
from typing import Any, NamedTuple

from data.model.event import Event
from data.roster.facts import RosterReading
from data.roster.reading import read_roster
from data.roster.reading_options import ReadingOptions
from tests.data.roster.build import Table, write_xlsx

Guest = tuple[str, int | None, str]
"""Name, year of birth and hamlet."""


NO_OPTIONS = ReadingOptions()


class Case(NamedTuple):
    """One list: its rows, the guests that are in it, and the kinds of doubt that must be told."""

    table: Table
    guests: Sequence[Guest]
    told: frozenset[str] = frozenset()
    merges: Sequence[str] = ()
    name: str = "ds.xlsx"
    also: dict[str, Table] = {}
    fonts: dict[str, str] = {}


def read_case(case: Case, folder: Path, event: Event, options: ReadingOptions = NO_OPTIONS) -> RosterReading:
    """The case written to a file and read."""
    path = folder / case.name
    if path.suffix == ".csv":
        out = StringIO()
        csv.writer(out).writerows([["" if v is None else v for v in row] for row in case.table])
        path.write_text(out.getvalue(), encoding="utf-8-sig")
    else:
        write_xlsx(
            path,
            {name: [list(row) for row in table] for name, table in {"S": case.table, **case.also}.items()},
            list(case.merges),
            case.fonts,
        )
    return read_roster(path, event, options)


def guests_of(reading: RosterReading) -> list[Guest]:
    """What was read, as the cases write it."""
    return [(row.facts.name, row.facts.birth_year, row.facts.hamlet) for row in reading.rows]


def told_by(reading: RosterReading) -> set[str]:
    """The kinds of doubt that were told."""
    return {problem.kind for problem in reading.problems}


def check(case: Case, folder: Path, event: Event) -> None:
    """The guests are those of the case, and what must be told is."""
    reading = read_case(case, folder, event)
    told = [problem.sentence for problem in reading.problems]
    assert guests_of(reading) == list(case.guests), f"{guests_of(reading)} {told}"
    assert case.told <= told_by(reading), told


AN: Guest = ("Nguyễn Văn An", 1960, "Xóm 1")
BINH: Guest = ("Trần Thị Bình", 1955, "Xóm 1")
CUONG: Guest = ("Lê Văn Cường", 1970, "Xóm 2")


def bare(*guests: Guest) -> list[Guest]:
    """The guests without hamlets."""
    return [(name, year, "") for name, year, _hamlet in guests]


def rows(*guests: Guest) -> list[list[Any]]:
    """Numbered rows of STT, name, year and hamlet."""
    return [[number, *guest] for number, guest in enumerate(guests, 1)]


HEADINGS: list[Any] = ["STT", "Họ và tên", "Năm sinh", "Xóm"]
