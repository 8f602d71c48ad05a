"""Spreadsheets of LibreOffice (.ods, .fods), with the font and the visibility of every cell."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from data.roster.cells.decoding import LegacyCells
from data.roster.cells.grid import (
    EMPTY,
    MOST_COLUMNS,
    MOST_ROWS,
    Cell,
    Merge,
    Progress,
    Sheet,
    Unseen,
    build,
    cell_text,
    number_text,
    text_cell,
)
from data.roster.cells.legacy import Script, script_of
from data.roster.files.word.word_xml import kind

_MOST_BYTES = 300_000_000
_UNSEEN = frozenset({"collapse", "filter"})


def read_ods(content: bytes, progress: Progress, letters: str = "") -> list[Sheet]:
    """The sheets of an OpenDocument spreadsheet (ODF 1.3 part 3, 9), hidden ones too.

    ``letters`` is what a person said of its old letters. What lxml raises on a damaged file is left to the
    caller.
    """
    from lxml import etree

    with ZipFile(BytesIO(content)) as archive:
        if archive.getinfo("content.xml").file_size > _MOST_BYTES:
            raise ValueError("too large for a list")
        root = etree.fromstring(
            archive.read("content.xml"), etree.XMLParser(huge_tree=True, resolve_entities=False)
        )
    styles = {_told(style, "name"): style for style in root.iter() if kind(style) == "style"}
    tables = [table for table in root.iter() if kind(table) == "table"]
    sheets: list[Sheet] = []
    for place, table in enumerate(tables, start=1):
        sheets.append(_Table(table, styles, letters).sheet())
        progress(place, len(tables))
    return sheets


class _Table:
    def __init__(self, table: Any, styles: dict[str, Any], letters: str) -> None:
        self._table = table
        self._styles = styles
        self._scripts: dict[str, Script | None] = {}
        self._legacy = LegacyCells(letters)
        self._merges: list[Merge] = []
        self._cells: dict[int, list[Cell]] = {}

    def sheet(self) -> Sheet:
        hidden: set[int] = set()
        number = 0
        for row in _parts(self._table, "table-row"):
            times = _repeated(row, "number-rows-repeated")
            values = self._row(row, number)
            unseen = _told(row, "visibility") in _UNSEEN or not self._is_shown(row, "row-height")
            for _again in range(times if values else 0):
                if number >= MOST_ROWS:
                    break
                self._cells[number] = list(values)
                if unseen:
                    hidden.add(number)
                number += 1
            else:
                number += 0 if values else times
            if number >= MOST_ROWS:
                break
        self._legacy.resolve(self._cells)
        unseen_parts = Unseen(frozenset(hidden), frozenset(self._hidden_columns()), self._is_hidden())
        return build(cell_text(_told(self._table, "name")), self._cells, self._merges, unseen_parts)

    def _row(self, row: Any, number: int) -> list[Cell]:
        values: list[Cell] = []
        for cell in row:
            if kind(cell) not in ("table-cell", "covered-table-cell"):
                continue
            times = min(_repeated(cell, "number-columns-repeated"), MOST_COLUMNS - len(values))
            value = EMPTY if kind(cell) == "covered-table-cell" else self._cell(cell, number, len(values))
            values += [value] * times
            if len(values) >= MOST_COLUMNS:
                break
        while values and values[-1] == EMPTY:
            values.pop()
        return values

    def _cell(self, cell: Any, number: int, column: int) -> Cell:
        right = column + _repeated(cell, "number-columns-spanned") - 1
        bottom = number + _repeated(cell, "number-rows-spanned") - 1
        if (bottom, right) != (number, column):
            self._merges.append(Merge(number, column, min(bottom, MOST_ROWS), min(right, MOST_COLUMNS - 1)))
        text = "\n".join(_text(line) for line in cell if kind(line) == "p")
        match _told(cell, "value-type"):
            case "float" | "percentage" | "currency":
                return Cell(number_text(float(_told(cell, "value") or 0)), "number")
            case "date":
                return Cell(_told(cell, "date-value")[:10], "date")
        if text.startswith(("#N/A", "#REF!", "#NAME?", "#VALUE!", "Err:")):
            return Cell(text, "error")
        script = self._script(_told(cell, "style-name"))
        if not text.isascii() or script:
            self._legacy.add(number, column, [(text, script)])
        return text_cell(text)

    def _script(self, name: str) -> Script | None:
        if name not in self._scripts:
            style = self._styles.get(name)
            fonts = (
                _told(part, "font-name") or _told(part, "font-family")
                for part in (style if style is not None else ())
                if kind(part) == "text-properties"
            )
            self._scripts[name] = script_of(next(fonts, "").strip("'"))
        return self._scripts[name]

    def _hidden_columns(self) -> Iterator[int]:
        place = 0
        for column in _parts(self._table, "table-column"):
            times = _repeated(column, "number-columns-repeated")
            if _told(column, "visibility") in _UNSEEN:
                yield from range(place, min(place + times, MOST_COLUMNS))
            place += times

    def _is_hidden(self) -> bool:
        return not self._is_shown(self._table, "display")

    def _is_shown(self, element: Any, asked: str) -> bool:
        style = self._styles.get(_told(element, "style-name"))
        said = (_told(part, asked) for part in (style if style is not None else ()))
        return not any(word == "false" or word.startswith("0in") or word.startswith("0cm") for word in said)


def _parts(table: Any, wanted: str) -> Iterator[Any]:
    """The rows or columns of a table, through their groups and headers."""
    for child in table:
        name = kind(child)
        if name == wanted:
            yield child
        elif name in (f"{wanted}-group", f"{wanted}s", f"table-header-{wanted[6:]}s"):
            yield from _parts(child, wanted)


def _text(line: Any) -> str:
    """The text of a paragraph, with the blanks and breaks that are elements; remarks are no text."""
    text = line.text or ""
    for part in line:
        name = kind(part)
        if name == "s":
            text += " "
        elif name in ("tab", "line-break"):
            text += " " if name == "tab" else "\n"
        elif name != "annotation":
            text += _text(part)
        text += part.tail or ""
    return text


def _repeated(element: Any, name: str) -> int:
    value = _told(element, name)
    return max(1, int(value)) if value.isdecimal() else 1


def _told(element: Any, name: str) -> str:
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")
