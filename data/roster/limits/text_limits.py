"""The limits of lists that are plain text: separated values, web pages, Excel's old XML."""

import re

from data.language import _
from data.roster.limits import limits
from data.roster.limits.limits import refuse

_SEPARATORS = (b",", b";", b"\t", b"|")
_LONGEST_TAG = 100_000
_MOST_LEFT_OPEN = 100
_MOST_TABLES = 2_000
_MOST_COLUMNS = 60
_TAKEN_ROWS = 1_000
_SPAN = re.compile(
    rb"(?:colspan|mergeacross|(rowspan|mergedown))\s*=\s*[\"']?\s*([0-9]+)(?:[^<>]{0,200}?"
    rb"(?:colspan|mergeacross|rowspan|mergedown)\s*=\s*[\"']?\s*([0-9]+))?"
)


def check_values(content: bytes) -> None:
    """Refuse separated values with more rows, cells or letters in a line than a list has."""
    text = content.replace(b"\0", b"")
    lines = max(text.count(b"\n"), text.count(b"\r"))
    if lines > limits.MOST_LINES:
        refuse(_("it has more than {most} rows"), limits.MOST_LINES)
    if max(map(text.count, _SEPARATORS)) > limits.MOST_CELLS:
        refuse(_("it has more than {most} cells, empty ones included"), limits.MOST_CELLS)
    if max(map(len, re.split(rb"[\r\n]", text))) > 16 * limits.LONGEST_CELL:
        refuse(_("a line has more than {most} letters"), 16 * limits.LONGEST_CELL)


def check_page(content: bytes) -> None:
    """Refuse a page with more rows, cells, marks or spans than a list has, and one that is left open.

    A comment or a mark that never ends has the reader search for its end again and again.
    """
    text = content.replace(b"\0", b"").lower()
    _count(text)
    _spans(text)
    for place in range(0, len(text) - _LONGEST_TAG, _LONGEST_TAG):
        if text.find(b">", place, place + _LONGEST_TAG) < 0:
            refuse(_("a cell, or a mark left open, has more than {most} letters"), _LONGEST_TAG)
    for begin, end in ((b"<!--", b"-->"), (b"<![", b"]>")):
        if text.count(begin, text.rfind(end) + 1) > _MOST_LEFT_OPEN:
            refuse(_("more than {most} comments in it are left open"), _MOST_LEFT_OPEN)


def _count(text: bytes) -> None:
    if text.count(b"<tr") + text.count(b"<row") > limits.MOST_LINES:
        refuse(_("it has more than {most} rows"), limits.MOST_LINES)
    if text.count(b"<table") > _MOST_TABLES:
        refuse(_("it has more than {most} tables"), _MOST_TABLES)
    if text.count(b"<td") + text.count(b"<th") + text.count(b"cell") > limits.MOST_CELLS:
        refuse(_("it has more than {most} cells, empty ones included"), limits.MOST_CELLS)
    if text.count(b"<") > 2 * limits.MOST_CELLS:
        refuse(_("it has more than {most} marks"), 2 * limits.MOST_CELLS)
    if text.count(b"&") > 2 * limits.MOST_CELLS:
        refuse(_("it has more than {most} marks"), 2 * limits.MOST_CELLS)


def _spans(text: bytes) -> None:
    covered = rows = 0
    for found in _SPAN.finditer(text):
        one, other = int(found[2][:9]), int((found[3] or b"1")[:9])
        height, width = (one, other) if found[1] else (other, one)
        rows += min(height, limits.MOST_ROWS)
        covered += min(height, _TAKEN_ROWS) * min(width, _MOST_COLUMNS)
        if rows > limits.MOST_MERGED or covered > limits.MOST_MERGED:
            refuse(_("its merged cells cover more than {most} cells"), limits.MOST_MERGED)
