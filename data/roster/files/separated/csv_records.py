"""Lines of separated values put together to records: a fault in the quotation marks stays in its own row."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from typing import NamedTuple

_MOST_LINES = 60
_SAMPLE = 50


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
    for taken in range(1, min(_MOST_LINES, len(lines) - place)):
        line = lines[place + taken]
        text += line
        fields = _parsed(text, separator)
        if fields is not None:
            if _swallowed(lines[place + 1 : place + taken + 1], fields, separator, width):
                break
            return taken + 1, fields
    return 1, None


def _swallowed(lines: list[str], fields: list[str], separator: str, width: int) -> bool:
    """Whether the lines that a field went on over are rows of the list."""
    if width < 2:
        return False
    rows = sum(len(_plain(line, separator)) >= width for line in lines[:-1])
    last = _parsed(lines[-1], separator)
    return rows > 0 or (last is not None and len(last) == width) or len(fields) > width + 1


def _parsed(text: str, separator: str) -> list[str] | None:
    """The fields of a whole record; None when a quotation mark in it is still open at its end.

    A mark inside a field, or one after which a field goes on, is a letter.
    """
    text = text.rstrip("\r\n")
    if '"' not in text:
        return text.split(separator)
    fields: list[str] = []
    start = 0
    while True:
        if text.startswith('"', start):
            found = _quoted(text, start, separator)
            if found is None:
                return None
            field, end = found
        else:
            end = text.find(separator, start)
            end = len(text) if end < 0 else end
            field = text[start:end]
        fields.append(field)
        if end >= len(text):
            return fields
        start = end + 1
        if start == len(text):
            return [*fields, ""]


def _quoted(text: str, start: int, separator: str) -> tuple[str, int] | None:
    """The field in quotation marks that begins at ``start``, and where it ends."""
    place = start + 1
    while True:
        mark = text.find('"', place)
        if mark < 0:
            return None
        if text.startswith('""', mark):
            # Two marks are one letter, unless the field was empty or ends with them.
            place = mark + 2
            continue
        after = text[mark + 1 : mark + 2]
        blank = re.match(r"[ ]+(?=" + re.escape(separator) + "|$)", text[mark + 1 :])
        if after in ("", separator) or blank:
            return text[start + 1 : mark].replace('""', '"'), mark + 1 + (blank.end() if blank else 0)
        place = mark + 1


def _plain(line: str, separator: str) -> list[str]:
    """The fields of one line whose open mark is a letter; those that are closed in it hold together."""
    text = line.rstrip("\r\n")
    fields: list[str] = []
    start = 0
    while start <= len(text):
        found = _quoted(text, start, separator) if text.startswith('"', start) else None
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
