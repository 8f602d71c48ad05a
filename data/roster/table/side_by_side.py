"""Two or three lists beside one another on one sheet, as printing saves paper: read as one after another."""

from bisect import bisect_right

from msgspec.structs import replace

from data.roster.cells.grid import EMPTY, Row, Sheet
from data.roster.columns.claims import exact_meaning
from data.roster.columns.wording import heading
from data.roster.table.header import find_header


def parted(sheet: Sheet) -> list[Sheet]:
    """``sheet``, or its lists one by one where the same heading of names stands several times.

    The cells keep their places, so that rows and column letters are those that people see.
    """
    header = find_header(sheet)
    if header is None or not header.first:
        return [sheet]
    top = next(row for row in sheet.rows if row.number == header.first)
    headings = [
        (index, heading(cell.text))
        for index, cell in enumerate(top.cells)
        if not cell.spill and index not in sheet.hidden_columns
    ]
    names = [(index, text) for index, text in headings if exact_meaning(text) == "name"]
    again = [index for index, text in names if text == names[0][1]]
    if len(again) < 2:
        return [sheet]
    # A list begins where the first heading left of its names ("STT") stands again.
    first = next(text for _index, text in headings if text)
    starts = [index for index, text in headings if text == first]
    if len(starts) != len(again):
        starts = again
    ends = [*starts[1:], None]
    if not _are_lists(headings, starts, names[0][1]):
        return [sheet]
    return [
        replace(sheet, rows=tuple(_between(row, start, end) for row in sheet.rows))
        for start, end in zip(starts, ends, strict=True)
    ]


def _are_lists(headings: list[tuple[int, str]], starts: list[int], name: str) -> bool:
    """Whether all that stands over the first list stands over each: a second column of names, with a year
    beside it, is that of the wives perhaps."""
    lists: list[set[str]] = [set() for _start in starts]
    for index, text in headings:
        if text and index >= starts[0] and exact_meaning(text) != "order":
            lists[bisect_right(starts, index) - 1].add(text)
    first, *others = lists
    return first != {name} and all(first <= other for other in others)


def _between(row: Row, start: int, end: int | None) -> Row:
    """``row`` without the cells of the other lists; what stands in one cell alone is for all of them."""
    if len(row.texts()) < 2:
        return row
    past = len(row.cells) if end is None else end
    cells = (cell if start <= index < past else EMPTY for index, cell in enumerate(row.cells))
    return Row(row.number, tuple(cells), row.hidden, row.torn)
