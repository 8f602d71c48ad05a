"""What a list may be at most, looked at before it is read: size, rows, cells, merges, spans, time.

A village's list has some hundred rows, a district's twenty thousand. What is far beyond is a damaged file,
one whose empty rows were coloured down to the last, or ill will; reading it would stand still for minutes
and take all the laptop's memory. Each limit is refused in one sentence that names it.
"""

from collections.abc import Callable
from time import monotonic
from typing import NoReturn

from data.errors import RosterInvalid
from data.language import _

MOST_FILE_BYTES = 40_000_000
MOST_TEXT_BYTES = 20_000_000
MOST_UNPACKED_BYTES = 100_000_000
MOST_PARTS = 2_000
MOST_ROWS = 200_000
MOST_LINES = 50_000
"""Rows of separated values and pages: unlike a workbook's, none of them is there for its colour alone."""
MOST_CELLS = 1_000_000
MOST_MERGES = 20_000
MOST_MERGED = 2_000_000
"""Cells, and rows, that all merged ranges together may cover."""
MOST_SPAN = 1_000
MOST_DEPTH = 1_000
LONGEST_CELL = 100_000
"""Bytes without any markup between; Excel's own limit is 32,767 letters, of three bytes at most."""
MOST_SECONDS = 90.0

Progress = Callable[[int, int], None]


def timely(progress: Progress, clock: Callable[[], float] = monotonic) -> Progress:
    """``progress`` that refuses to go on, by RosterInvalid, when reading takes too long."""
    begun = clock()

    def told(done: int, total: int) -> None:
        if clock() - begun > MOST_SECONDS:
            refuse(_("reading it takes more than {most} seconds"), int(MOST_SECONDS))
        progress(done, total)

    return told


def refuse(limit: str, most: int) -> NoReturn:
    """Refuse the list for the limit that a phrase with ``{most}`` names."""
    number = f"{most:,}".replace(",", ".")
    raise RosterInvalid(
        _(
            "This file is far too large for a list of guests: {limit}. Copy only the rows of the list into "
            "a new file, and import that."
        ).format(limit=limit.format(most=number))
    )
