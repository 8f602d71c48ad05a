"""Lines of separated values put together to records: a fault in the quotation marks stays in its own row."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from itertools import islice
from typing import NamedTuple

_MOST_LINES = 60
_SAMPLE = 50


class _Open(NamedTuple):
    """A record whose last field is in quotation marks that nothing closed yet.

    ``fields`` stand before it, ``start`` is its mark, and up to ``searched`` no mark closes it.
    """

    fields: list[str]
    start: int
    searched: int


_UNREAD = _Open([], 0, 1)


class Record(NamedTuple):
    """The fields of one record. ``torn``: a quotation mark in it opened a field and none closed it."""

    fields: list[str]
    torn: bool = False


def records(lines: list[str], separator: str) -> Iterator[Record]:
    """The records in ``lines``, which keep their ends. Empty lines are empty records.

    A field in quotation marks may go on in the next lines, up to the line that closes it. Where none does,
    or where the lines swallowed are rows themselves, the mark is a letter like any other and its record torn.
    """
    width = _width(lines, separator)
    place = 0
    while place < len(lines):
        whole = _parsed(lines[place], separator)
        if whole is not None:
            yield Record(whole)
            place += 1
            continue
        taken, fields = _joined(lines, place, separator, width)
        if fields is None:
            yield Record([_bare(field) for field in _plain(lines[place], separator)], torn=True)
        else:
            yield Record(fields)
        place += taken


def _width(lines: list[str], separator: str) -> int:
    """How many fields most of the first rows have."""
    found = (_parsed(line, separator) for line in islice(lines, _SAMPLE))
    widths = Counter(len(fields) for fields in found if fields and len(fields) > 1)
    # Where cells are broken into lines, few lines are whole rows: those that Python puts together count, too.
    with suppress(csv.Error):
        joined = islice(csv.reader(lines[:_SAMPLE], delimiter=separator), _SAMPLE)
        widths.update(Counter(len(fields) for fields in joined if len(fields) > 1))
    return max(widths, key=lambda width: (widths[width] * (width - 1), width), default=0)


def _joined(lines: list[str], place: int, separator: str, width: int) -> tuple[int, list[str] | None]:
    """How many lines make the record that begins at ``place``, and its fields; None when it never ends."""
    text = lines[place]
    found = _read(text, separator, _UNREAD)
    for taken in range(1, min(_MOST_LINES, len(lines) - place)):
        text += lines[place + taken]
        if isinstance(found, _Open):
            found = _read(text, separator, found)
        if isinstance(found, list):
            return (
                (1, None) if _swallowed(lines[place + taken], found, separator, width) else (taken + 1, found)
            )
        if width > 1 and len(_plain(lines[place + taken], separator)) >= width:
            # A field that goes on behind a whole row has swallowed it, wherever it ends.
            break
    return 1, None


def _swallowed(last: str, fields: list[str], separator: str, width: int) -> bool:
    """Whether the ``last`` line that a field went on over is a row of the list."""
    if width < 2:
        return False
    row = _parsed(last, separator)
    return (row is not None and len(row) == width) or len(fields) > width + 1


def _parsed(text: str, separator: str) -> list[str] | None:
    """The fields of a whole record; None when a quotation mark in it is still open at its end.

    A mark inside a field, or one after which a field goes on, is a letter.
    """
    found = _read(text, separator, _UNREAD)
    return found if isinstance(found, list) else None


def _read(text: str, separator: str, before: _Open) -> list[str] | _Open:
    """The fields of a record whose beginning was read ``before``, or how far it is read now."""
    text = text.rstrip("\r\n")
    if before is _UNREAD and '"' not in text:
        return text.split(separator)
    fields, start, searched = [*before.fields], before.start, before.searched
    while True:
        if text.startswith('"', start):
            found = _quoted(text, start, separator, searched)
            if found is None:
                return _Open(fields, start, len(text))
            field, end = found
        else:
            end = text.find(separator, start)
            end = len(text) if end < 0 else end
            field = text[start:end]
        fields.append(field)
        if end >= len(text):
            return fields
        start, searched = end + 1, end + 2
        if start == len(text):
            return [*fields, ""]


@cache
def _blanks_before(separator: str) -> re.Pattern[str]:
    """Blanks behind a field in quotation marks, up to the separator or the end."""
    return re.compile("[ ]+(?=" + re.escape(separator) + "|$)")


def _quoted(text: str, start: int, separator: str, place: int) -> tuple[str, int] | None:
    """The field in quotation marks at ``start``, and where it ends: no mark before ``place`` closes it."""
    blanks = _blanks_before(separator)
    while True:
        mark = text.find('"', place)
        if mark < 0:
            return None
        if text.startswith('""', mark):
            # Two marks are one letter, unless the field was empty or ends with them.
            place = mark + 2
            continue
        after = text[mark + 1 : mark + 2]
        blank = blanks.match(text, mark + 1)
        if after in ("", separator) or blank:
            return text[start + 1 : mark].replace('""', '"'), blank.end() if blank else mark + 1
        place = mark + 1


def _plain(line: str, separator: str) -> list[str]:
    """The fields of one line whose open mark is a letter; those that are closed in it hold together."""
    text = line.rstrip("\r\n")
    fields: list[str] = []
    start = 0
    while start <= len(text):
        found = _quoted(text, start, separator, start + 1) if text.startswith('"', start) else None
        if found is not None and separator not in found[0]:
            field, end = found
        else:
            end = text.find(separator, start)
            end = len(text) if end < 0 else end
            field = text[start:end]
        fields.append(field)
        start = end + 1
    return fields


def _bare(field: str) -> str:
    """A field without the mark that opened it and was never closed."""
    return field[1:] if field.startswith('"') and field.count('"') % 2 else field
