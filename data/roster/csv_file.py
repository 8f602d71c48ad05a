"""Comma-separated files, in any of the codes and separators that Vietnamese computers save."""

import csv
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from data.errors import RosterInvalid
from data.language import _
from data.roster.detect_encoding import decode_bytes, undo_legacy
from data.roster.table import MOST_COLUMNS, MOST_ROWS, Cell, Progress, Sheet, build, cell_text

_SEPARATORS = ",;\t|"
_RISKY = ("'=", "'+", "'-", "'@")
_SAMPLE_LINES = 200


def read_csv(path: Path, content: bytes, progress: Progress) -> list[Sheet]:
    """The one sheet of a separated-values file, named after the file.

    An apostrophe before ``= + - @`` is taken off, because exports put it there so that a spreadsheet
    keeps such a cell as text. Raises RosterInvalid when the content is not text.
    """
    text, notes = _text(content)
    lines = text.splitlines(keepends=True)
    if lines and lines[0].lower().startswith("sep="):
        separator = lines[0].strip()[4:5] or ","
        # Excel obeys this line and does not show it, so it has no row number.
        del lines[0]
    else:
        separator = _separator(lines[:_SAMPLE_LINES])
    cells: dict[int, list[Cell]] = {}
    total = len(lines)
    for number, record in enumerate(_records(lines, separator)):
        if number >= MOST_ROWS:
            break
        cells[number] = [Cell(_unguard(cell_text(field))) for field in record[:MOST_COLUMNS]]
        if number % 500 == 0:
            progress(number, total)
    progress(total, total)
    return [build(path.stem, cells, (), notes)]


def _text(content: bytes) -> tuple[str, list[str]]:
    text, note = decode_bytes(content)
    if text.count("\0") > len(text) // 50:
        raise RosterInvalid(
            _("This file is not a list: save it in Excel as .xlsx and import that file instead.")
        )
    text = text.replace("\0", "")
    if not note:
        text, note = undo_legacy(text)
    return text, [note] if note else []


def _unguard(text: str) -> str:
    return text[1:] if text.startswith(_RISKY) else text


def _separator(lines: list[str]) -> str:
    """The separator that cuts most lines into the same number of fields."""

    def steadiness(separator: str) -> int:
        widths = Counter(len(record) for record in _parse(lines, separator) if len(record) > 1)
        return max((count * (width - 1) for width, count in widths.items()), default=0)

    return max(_SEPARATORS, key=steadiness)


def _records(lines: list[str], separator: str) -> list[list[str]]:
    records = _parse(lines, separator)
    # A stray quote opens a cell that swallows the rows below it.
    if any(field.count("\n") > 5 for record in records for field in record):
        records = _parse(lines, separator, quoting=csv.QUOTE_NONE)
    return records


def _parse(
    lines: Iterable[str], separator: str, quoting: Literal[0, 3] = csv.QUOTE_MINIMAL
) -> list[list[str]]:
    try:
        return list(csv.reader(lines, delimiter=separator, quoting=quoting))
    except csv.Error as error:
        if quoting == csv.QUOTE_NONE:
            raise RosterInvalid(
                _("This file cannot be split into columns: save it in Excel as .xlsx and import that file.")
            ) from error
        return _parse(lines, separator, csv.QUOTE_NONE)
