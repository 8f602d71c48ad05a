"""Columns in which something stands and that nothing is taken from: so that nobody learns it afterwards."""

from collections.abc import Sequence

from data.language import _
from data.roster.cells.grid import Row
from data.roster.columns.columns import Column, Header
from data.roster.columns.values import values_below

_MOST_LETTERS = 40


def unused_columns(header: Header, below: Sequence[Row]) -> tuple[Column, ...]:
    """The columns that no fact of a guest is read from, except those in which nothing stands ``below``."""
    ignored = (column for column in header.columns if column.meaning == "ignored")
    return tuple(column for column in ignored if values_below(below, column.index))


def unused_sentence(columns: Sequence[Column]) -> str:
    """The columns by letter and heading: "not used: E “Số nhân khẩu”, G"; empty for none."""
    if not columns:
        return ""
    return _("not used: {columns}").format(columns=", ".join(map(_called, columns)))


def _called(column: Column) -> str:
    heading = " ".join(column.heading.split())
    if len(heading) > _MOST_LETTERS:
        heading = f"{heading[: _MOST_LETTERS - 1].rstrip()}…"
    return f"{column.letter} “{heading}”" if heading else column.letter
