"""What each column of a table holds, and where its header stands."""

from functools import cached_property
from typing import NamedTuple

from msgspec import Struct

from data.roster.cells.grid import letter
from data.roster.columns.claims import SURE
from data.roster.columns.wording import Meaning

# Several columns of these are read together; of the others the best one counts.
SHARED: frozenset[Meaning] = frozenset({"phone", "birth_year", "note", "ignored"})
NAMES: frozenset[Meaning] = frozenset({"name", "family_name", "middle_name", "given_name"})


class Column(Struct, frozen=True):
    """One column: its place from 0, its heading as typed and what it was taken for.

    ``rank`` is how surely (see ``claims``); ``also_title``: offices stand behind the names in it;
    ``hidden``: who opens the file does not see it.
    """

    index: int
    heading: str
    meaning: Meaning
    rank: int = SURE
    also_title: bool = False
    hidden: bool = False

    @property
    def letter(self) -> str:
        """The column's letter, as the spreadsheet shows it."""
        return letter(self.index)


class ColumnDoubt(NamedTuple):
    """Something that a person should look at in a column: its place, a kind of ``doubts``, a sentence.

    ``other`` is the letter of the column that might be meant instead.
    """

    place: int
    kind: str
    sentence: str
    other: str = ""


class Header(Struct, frozen=True, dict=True):
    """Where the header stands (its first and last row, 0 when there is none) and the columns under it."""

    first: int
    last: int
    columns: tuple[Column, ...]
    doubts: tuple[ColumnDoubt, ...] = ()

    def of(self, meaning: Meaning) -> list[int]:
        """The places of the columns that hold ``meaning``, from left to right."""
        return self._places.get(meaning, [])

    @cached_property
    def _places(self) -> dict[Meaning, list[int]]:
        # Asked for every cell of a long list.
        places: dict[Meaning, list[int]] = {}
        for column in self.columns:
            places.setdefault(column.meaning, []).append(column.index)
        return places

    def column(self, index: int) -> Column | None:
        """The column at ``index``."""
        return next((column for column in self.columns if column.index == index), None)
