"""Whether a column is the delegations' of one event: only its values can tell."""

from collections.abc import Sequence

from msgspec.structs import replace

from data.language import _
from data.roster.cells.grid import Row
from data.roster.columns.columns import ColumnDoubt, Header
from data.roster.columns.values import values_below
from data.roster.columns.wording import heading
from data.roster.words.delegation_names import DelegationNames
from data.roster.words.typed_text import is_ditto

_STRONG = frozenset({"thanh phan", "thanh phan moi", "thanh phan dai bieu", "delegation", "thanh phan du",
                     "thanh phan tham du"})  # fmt: skip


def settled_for(header: Header, rows: Sequence[Row], names: DelegationNames) -> Header:
    """``header``, its delegations' column left aside when what stands in it names no delegations.

    "Đối tượng: Hộ nghèo" is one of the reasons: why a family is poor is not for this program to keep.
    """
    for index in header.of("delegation"):
        column = header.column(index)
        values = [cell for cell in values_below(rows, index) if not is_ditto(cell.text)]
        if column is None or not values or column.rank > _SAID:
            continue
        found = [names.find(cell.text) for cell in values]
        known = sum(bool(match.delegation or match.candidates) for match in found)
        if known * 2 >= len(values) or (known and heading(column.heading) in _STRONG):
            continue
        left = tuple(replace(c, meaning="ignored") if c.index == index else c for c in header.columns)
        what = _("column {letter}, “{heading}”, names no delegations of this event and was not read")
        what = what.format(letter=column.letter, heading=column.heading)
        return replace(header, columns=left, doubts=(*header.doubts, ColumnDoubt(index, "columns", what)))
    return header


_SAID = 7
