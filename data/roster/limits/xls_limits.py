"""The limits of .xls, counted over its records: a record says what it is and how long, and is passed by."""

from pathlib import Path
from struct import unpack_from
from typing import Any

from data.language import _
from data.roster.limits import limits
from data.roster.limits.limits import refuse

_OLE = b"\xd0\xcf\x11\xe0"
_STREAMS = ("Workbook", "Book")
_ONE_CELL = frozenset(
    {0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x201, 0x203, 0x204, 0x205, 0x206, 0xD6, 0xFD, 0x27E}
)
_ROW, _MANY_NUMBERS, _MANY_BLANKS, _MERGES = 0x208, 0xBD, 0xBE, 0xE5
_MOST_RECORDS = 1_500_000


def check_old_workbook(path: Path) -> None:
    """Refuse a workbook with more rows, cells or merged ranges than a list has; damage is the reader's."""
    content = path.read_bytes()
    stream = _stream(content) if content.startswith(_OLE) else content
    if stream is not None:
        _count(stream)


def _stream(content: bytes) -> bytes | None:
    import io

    from xlrd.compdoc import CompDoc

    try:
        document: Any = CompDoc(content, logfile=io.StringIO())
        for name in _STREAMS:
            memory, start, length = document.locate_named_stream(name)
            if memory is not None:
                return bytes(memory[start : start + length])
    except Exception:
        # xlrd raises whatever it stumbles over; the reader will say that the file is damaged.
        return None
    return None


def _count(stream: bytes) -> None:
    place = rows = cells = merges = merged = records = 0
    end = len(stream) - 4
    while place <= end:
        kind, length = unpack_from("<HH", stream, place)
        records += 1
        if kind in _ONE_CELL:
            cells += 1
        elif kind == _ROW:
            rows += 1
        elif kind in (_MANY_NUMBERS, _MANY_BLANKS):
            cells += max(0, length - 6) // (6 if kind == _MANY_NUMBERS else 2)
        elif kind == _MERGES and place + 4 + length <= len(stream):
            for at in range(place + 6, place + 4 + length - 7, 8):
                top, bottom, left, right = unpack_from("<HHHH", stream, at)
                merges += 1
                merged += abs(bottom - top) + abs(right - left) + 1
        place += 4 + length
        if cells > limits.MOST_CELLS or records > _MOST_RECORDS:
            refuse(_("it has more than {most} cells, empty ones included"), limits.MOST_CELLS)
    if rows > limits.MOST_ROWS:
        refuse(_("it has more than {most} rows"), limits.MOST_ROWS)
    if merges > limits.MOST_MERGES:
        refuse(_("it has more than {most} merged cells"), limits.MOST_MERGES)
    if merged > limits.MOST_MERGED:
        refuse(_("its merged cells cover more than {most} cells"), limits.MOST_MERGED)
