"""Tables that go on without headings of their own: the next page of a document, the next hamlet's sheet."""

from msgspec.structs import replace

from data.language import _
from data.roster.cells.grid import Sheet
from data.roster.columns.columns import ColumnDoubt, Header
from data.roster.columns.values import are_names, values_below


def continued(sheet: Sheet, before: Header | None) -> Header | None:
    """The header of the table read ``before``, for a sheet as wide whose names stand in the same column.

    That it was read so is among its doubts. None where the sheet is no such table.
    """
    if before is None or max((len(row.cells) for row in sheet.rows), default=0) != len(before.columns):
        return None
    names = next(iter((*before.of("name"), *before.of("family_name"))), None)
    if names is None or not are_names(values_below(sheet.rows, names)):
        return None
    what = _("sheet {sheet} has no headings; it was read under those of the table before it").format(
        sheet=sheet.name
    )
    doubts = (ColumnDoubt(names, "columns", what),)
    return replace(before, first=0, last=0, doubts=doubts)
