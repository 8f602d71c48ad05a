"""Lists typed in Word (.docx): each table is read as a sheet, with the lines above it as its title."""

from io import BytesIO
from itertools import islice
from typing import Any
from zipfile import ZipFile

from data.roster.cells.decoding import LegacyCells, Runs
from data.roster.cells.grid import (
    EMPTY,
    MOST_COLUMNS,
    MOST_ROWS,
    Cell,
    Merge,
    Progress,
    Sheet,
    build,
    cell_text,
    text_cell,
)
from data.roster.files.word import word_xml
from data.roster.files.word.word_xml import kind

_MOST_ABOVE = 12


def read_docx(content: bytes, progress: Progress, letters: str = "") -> list[Sheet]:
    """The tables of a document, named "1", "2"…; a row's number counts from its table's first row.

    The final text counts: what a change that was tracked took away is not read. A table in a table, in a
    text box or in a content control is a table too. Without any, lines parted by tabs are one.
    ``letters`` is what a person said of its old letters. What lxml raises on a damaged file is left to the
    caller.
    """
    from lxml import etree

    with ZipFile(BytesIO(content)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"), etree.XMLParser(resolve_entities=False))
    tables = list(word_xml.tables(root))
    above = _lines_above(root)
    sheets: list[Sheet] = []
    total = sum(len(word_xml.rows(table)) for table in tables)
    done = 0
    for place, table in enumerate(tables, start=1):
        sheets.append(_read_table(table, str(place), above.get(table, ()), letters))
        done += len(word_xml.rows(table))
        progress(done, total)
    if not any(sheet.rows for sheet in sheets):
        return [_of_tabs(root, letters)]
    return sheets


def _lines_above(root: Any) -> dict[Any, tuple[str, ...]]:
    """For each table of the body, the lines since the table before it."""
    found: dict[Any, tuple[str, ...]] = {}
    lines: list[str] = []
    for element in word_xml.blocks(root):
        if kind(element) == "tbl":
            found[element] = tuple(lines[-_MOST_ABOVE:])
            lines = []
        elif text := cell_text(word_xml.text_of(element)):
            lines.append(text)
    return found


def _read_table(table: Any, name: str, above: tuple[str, ...], letters: str) -> Sheet:
    cells: dict[int, list[Cell]] = {}
    legacy = LegacyCells(letters)
    merges: list[Merge] = []
    open_above: dict[int, Merge] = {}
    for number, row in enumerate(islice(word_xml.rows(table), MOST_ROWS)):
        values: list[Cell] = [EMPTY] * min(word_xml.skipped(row), MOST_COLUMNS)
        still: dict[int, Merge] = {}
        for cell in word_xml.cells(row):
            column = len(values)
            span = word_xml.span(cell)
            runs: Runs = word_xml.runs_of(cell)
            text = "".join(piece for piece, _script in runs)
            if word_xml.continues_above(cell) and column in open_above:
                begun = open_above[column]
                still[column] = begun._replace(bottom=number)
                text = ""
            else:
                still[column] = Merge(number, column, number, column + span - 1)
                legacy.add(number, column, runs)
            values += [text_cell(text), *[EMPTY] * (span - 1)]
            if len(values) >= MOST_COLUMNS:
                break
        merges += [
            merge
            for column, merge in open_above.items()
            if still.get(column, merge).top != merge.top or column not in still
        ]
        open_above = still
        cells[number] = values[:MOST_COLUMNS]
    merges += open_above.values()
    legacy.resolve(cells)
    whole = [merge for merge in merges if (merge.top, merge.left) != (merge.bottom, merge.right)]
    return build(name, cells, whole, above=above)


def _of_tabs(root: Any, letters: str) -> Sheet:
    """The lines of a document without tables, cut at their tabs."""
    cells: dict[int, list[Cell]] = {}
    legacy = LegacyCells(letters)
    for number, paragraph in enumerate(islice(word_xml.blocks(root), MOST_ROWS)):
        fields = word_xml.text_of(paragraph, tabs=True).split("\t")[:MOST_COLUMNS]
        cells[number] = [text_cell(field) for field in fields]
        for column, field in enumerate(fields):
            legacy.add(number, column, [(field, None)])
    legacy.resolve(cells)
    return build("1", cells, ())
