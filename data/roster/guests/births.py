"""The years of birth under one header: one column of years or dates, or one for men and one for women."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from data.language import _
from data.roster.cells.grid import Row
from data.roster.columns.columns import Header
from data.roster.columns.values import values_below
from data.roster.guests.person.years import ReadYear, is_date_column, read_birth_year

_SEX = re.compile(r"\b(nam|nữ|nu|male|female)(?:\s*\(.*)?$", re.IGNORECASE)
_SEXES = {"nam": "Ông", "nữ": "Bà", "nu": "Bà", "male": "Ông", "female": "Bà"}


class Birth(NamedTuple):
    """A row's year of birth or None; why it is refused and what is doubtful, each with its column."""

    year: int | None = None
    refused: tuple[int, str] | None = None
    doubts: tuple[tuple[int, str], ...] = ()


class Births:
    """Reads the years of one sheet; ``latest`` is the last in which a guest can be born."""

    def __init__(self, header: Header, below: Sequence[Row], latest: int) -> None:
        self._latest = latest
        self._known: dict[tuple[str, str, bool], ReadYear] = {}
        self._dates = {index: is_date_column(values_below(below, index)) for index in header.of("birth_year")}
        self._sexes = _sexes(header)

    def read(self, row: Row) -> Birth:
        """The year of birth of one row: that of the first column that has one."""
        doubts: list[tuple[int, str]] = []
        for index, dates in self._dates.items():
            cell = row.at(index)
            if cell.kind == "formula":
                what = _("the year of birth is a formula without a result and is left out")
                doubts.append((index, what))
            if not cell.text or cell.spill:
                continue
            key = (cell.text, cell.kind, dates)
            read = self._known.get(key)
            if read is None:
                read = self._known[key] = read_birth_year(cell, self._latest, dates=dates)
            if read.refused:
                return Birth(None, (index, read.refused), tuple(doubts))
            if read.doubt:
                doubts.append((index, read.doubt))
            if read.year is not None:
                return Birth(read.year, None, tuple(doubts))
        return Birth(doubts=tuple(doubts))

    def honorific(self, row: Row) -> str:
        """Ông or Bà where the year stands in the column of the men or of the women; else ""."""
        return next((word for index, word in self._sexes.items() if row.at(index).text), "")


def _sexes(header: Header) -> dict[int, str]:
    """Ông or Bà for each column of years under Nam and under Nữ; nothing where only one of them stands."""
    years = [column for column in header.columns if column.meaning == "birth_year"]
    found = {
        column.index: _SEXES[sex[1].lower()]
        for column in years
        if (sex := _SEX.search(column.heading.strip(" .:*)")))
    }
    return found if set(found.values()) == {"Ông", "Bà"} else {}
