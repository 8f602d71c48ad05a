"""Columns whose headings say nothing known, told by what stands in them: years, hamlets, phones, names."""

# ruff: noqa: E501 - tables of words

import re
from collections.abc import Callable, Sequence

from data.roster.cells.grid import Cell, Row
from data.roster.columns.values import are_names, are_relations, values_below
from data.roster.columns.wording import Meaning
from data.text.fold import fold

_PLACE = re.compile(
    r"(?:x[oó]m|th[oô]n|t[oổ](?: d[aâ]n ph[oố])?|[dđ][oộ]i|khu(?: ph[oố])?|[aấ]p|b[aả]n|c[uụ]m|l[aà]ng|kh[oó]m|bu[oô]n|tdp|kdc)"
    r"(?:\s+\S.{0,30}|\s*\d{1,3})",
    re.IGNORECASE,
)
_BIRTH = re.compile(r"(?:\d{1,2}\s*[/.\-]\s*){0,2}(19[2-9]\d|20[01]\d)")
_MOBILE = re.compile(r"(?:\+?84|0)?[35789]\d{8}|0?2\d{9}")
_ENOUGH = 0.8
_LEAST = 2


def meaning_of_values(rows: Sequence[Row], index: int) -> Meaning | None:
    """What nearly all that stands in the column at ``index`` is, when it is plain; else None."""
    values = values_below(rows, index)
    if len(values) < _LEAST:
        return None
    if are_relations(values):
        return "relation"
    for meaning, test in _TESTS:
        if sum(map(test, values)) >= _ENOUGH * len(values):
            return meaning
    return None


def column_of_names(rows: Sequence[Row], taken: set[int]) -> int | None:
    """The one column, none of ``taken``, that holds full names of people; None when none or several do."""
    width = max((len(row.cells) for row in rows), default=0)
    found = [index for index in range(width) if index not in taken and _holds_names(rows, index)]
    return found[0] if len(found) == 1 else None


def _holds_names(rows: Sequence[Row], index: int) -> bool:
    values = values_below(rows, index)
    return len(values) >= _LEAST and sum(are_names([cell]) for cell in values) >= _ENOUGH * len(values)


def _is_birth(cell: Cell) -> bool:
    return cell.kind == "date" or bool(_BIRTH.fullmatch(cell.text))


def _is_place(cell: Cell) -> bool:
    return bool(_PLACE.match(cell.text)) and "quan he" not in fold(cell.text)


def _is_mobile(cell: Cell) -> bool:
    return bool(_MOBILE.fullmatch(re.sub(r"[\s.\-]", "", cell.text)))


_TESTS: tuple[tuple[Meaning, Callable[[Cell], bool]], ...] = (
    ("birth_year", _is_birth),
    ("hamlet", _is_place),
    ("phone", _is_mobile),
)
