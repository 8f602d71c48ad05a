"""The columns of one table of the workbook, each with a name, so that no formula has to know a letter."""

from collections.abc import Mapping
from typing import Generic, TypeVar

from msgspec import Struct

from data.export.table.cells import Value
from data.export.table.styles import Look
from data.language import _


def column_letter(column: int) -> str:
    """The letters of a column, counted from 1."""
    from openpyxl.utils import get_column_letter

    return str(get_column_letter(column))


class Column(Struct, frozen=True):
    """``heading`` is marked for the catalogues; ``width`` is in characters."""

    heading: str
    width: float
    look: Look


AnyColumn = TypeVar("AnyColumn", bound=Column)


class Columns(Generic[AnyColumn]):
    """Columns by name, from the left."""

    def __init__(self, columns: Mapping[str, AnyColumn]) -> None:
        self._columns = columns
        self.names = list(columns)
        self._letters = {name: column_letter(place) for place, name in enumerate(columns, start=1)}
        self.widths = [column.width for column in columns.values()]
        self.looks = [column.look for column in columns.values()]

    def __getitem__(self, name: str) -> str:
        """The letters of a column in formulas. Raises KeyError when there is none of this name."""
        return self._letters[name]

    def cells(self, name: str, first: int, last: int) -> str:
        """The rows ``first`` to ``last`` of a column, as formulas name them: ``D2:D9``."""
        return f"{self[name]}{first}:{self[name]}{last}"

    @property
    def all(self) -> list[AnyColumn]:
        """Every column, from the left."""
        return list(self._columns.values())

    def place(self, name: str) -> int:
        """Where a column stands, counted from 1."""
        return self.names.index(name) + 1

    def headings(self) -> list[str]:
        """What stands above them, in the language that was chosen."""
        headings = (_(column.heading) for column in self._columns.values())
        return [heading[:1].upper() + heading[1:] for heading in headings]

    def row(self, values: Mapping[str, Value]) -> list[Value]:
        """The cells of one row: ``values`` by the names of their columns, the others empty.

        Raises KeyError for a value that has no column.
        """
        strange = values.keys() - self._columns.keys()
        if strange:
            raise KeyError(*strange)
        return [values.get(name, "") for name in self._columns]
