"""Comma-separated files, in any of the codes and separators that Vietnamese computers save."""

from collections import Counter
from pathlib import Path

from data.errors import RosterInvalid
from data.language import _
from data.roster.cells.decoding import LegacyCells
from data.roster.cells.encoding import TORN, decode_bytes
from data.roster.cells.grid import MOST_COLUMNS, MOST_ROWS, Cell, Progress, Sheet, build, text_cell
from data.roster.columns.claims import exact_meaning
from data.roster.files.separated.csv_records import Record, records

_SEPARATORS = ",;\t|"
_SAMPLE_LINES = 200
_HEADER_LINES = 30


def read_csv(path: Path, content: bytes, progress: Progress, letters: str = "") -> list[Sheet]:
    """The one sheet of a separated-values file, named after the file.

    ``letters`` is what a person said of its letters. Raises RosterInvalid when the
    content is not text.
    """
    lines = _text(content, letters).splitlines(keepends=True)
    if lines and lines[0].lower().startswith("sep="):
        separator = lines[0].strip()[4:5] or ","
        # Excel obeys this line and does not show it, so it has no row number.
        del lines[0]
    else:
        separator = _separator(lines[:_SAMPLE_LINES])
    cells: dict[int, list[Cell]] = {}
    legacy = LegacyCells(letters)
    torn: set[int] = set()
    known: dict[str, Cell] = {}
    total = len(lines)
    for number, record in enumerate(records(lines, separator)):
        if number >= MOST_ROWS:
            break
        cells[number] = [
            known.get(field) or known.setdefault(field, _cell(field))
            for field in record.fields[:MOST_COLUMNS]
        ]
        if record.torn:
            torn.add(number)
        for column, field in enumerate(record.fields[:MOST_COLUMNS]):
            if not field.isascii() and not field.startswith(TORN):
                legacy.add(number, column, [(field, None)])
        if number % 500 == 0:
            progress(number, total)
    legacy.resolve(cells)
    progress(total, total)
    return [build(path.stem, cells, (), torn=frozenset(torn))]


def _text(content: bytes, letters: str) -> str:
    text = decode_bytes(content, letters)
    if text.count("\0") > len(text) // 50:
        raise RosterInvalid(
            _("This file is not a list: save it in Excel as .xlsx and import that file instead.")
        )
    # What Python calls the end of a line (a form feed, U+2028) is not one in a list.
    for sign in "\0\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029":
        text = text.replace(sign, "")
    return text


def _cell(field: str) -> Cell:
    if TORN in field:
        return text_cell(field.replace(TORN, ""), "?")
    return text_cell(field)


def _separator(lines: list[str]) -> str:
    """The separator under which a line reads as headings, or else that which cuts most lines alike."""

    def judged(separator: str) -> tuple[int, int]:
        parted = list(records(lines, separator))
        known = max(map(_headings, parted[:_HEADER_LINES]), default=0)
        widths = Counter(len(record.fields) for record in parted if len(record.fields) > 1)
        steadiness = max((count * (width - 1) for width, count in widths.items()), default=0)
        return (known if known > 1 else 0), steadiness

    return max(_SEPARATORS, key=judged)


def _headings(record: Record) -> int:
    return len({meaning for field in record.fields if (meaning := exact_meaning(field.strip()))})
