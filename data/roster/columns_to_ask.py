"""The columns of a list whose headings do not say which one holds the names, for people to say it."""

from collections.abc import Mapping
from pathlib import Path

from data.roster.cells.grid import Sheet, letter
from data.roster.columns.claims import meaning_of
from data.roster.columns.columns import SHARED, Column
from data.roster.columns.wording import MEANINGS, Meaning
from data.roster.files.sheets import read_sheets
from data.roster.table.header import find_header

_SAMPLED_ROWS = 20


def columns_to_ask(path: str | Path, overrides: Mapping[str, str]) -> tuple[Column, ...]:
    """The columns of the first sheet at ``path`` that has any, with what ``overrides`` say by letter.

    Under a row of headings without a name these are its columns; without such a row, a heading is
    the first text that stands in the column. Raises RosterInvalid when the file cannot be read.
    """
    said = {key: meaning for key, value in overrides.items() for meaning in MEANINGS if value == meaning}
    sheets = [sheet for sheet in read_sheets(Path(path), _silent) if sheet.rows and not sheet.hidden]
    for sheet in sheets:
        headings = _headings(sheet)
        if headings is not None:
            return tuple(
                Column(index, text, said.get(letter(index)) or meaning_of(text) or "ignored")
                for index, text in headings
            )
    return tuple(
        Column(index, text, said.get(letter(index), "ignored"))
        for sheet in sheets[:1]
        for index, text in _samples(sheet)
    )


def corrected(overrides: Mapping[str, str], column: str, meaning: Meaning) -> dict[str, str]:
    """``overrides`` with what the column with this letter holds; the others lose what only one can hold."""
    kept = {
        other: held
        for other, held in overrides.items()
        if other != column and (held != meaning or meaning in SHARED)
    }
    return kept | {column: meaning}


def _silent(done: int, total: int) -> None:
    return None


def _headings(sheet: Sheet) -> list[tuple[int, str]] | None:
    """Every column under the row that would be the header if one of its columns held the names."""
    for index in range(_width(sheet)):
        header = find_header(sheet, {letter(index): "name"})
        if header is not None and header.last:
            return [(column.index, column.heading) for column in header.columns]
    return None


def _samples(sheet: Sheet) -> list[tuple[int, str]]:
    rows = sheet.rows[:_SAMPLED_ROWS]
    return [
        (index, next((row.at(index).text for row in rows if row.at(index).text), ""))
        for index in range(_width(sheet))
    ]


def _width(sheet: Sheet) -> int:
    return max((len(row.cells) for row in sheet.rows), default=0)
