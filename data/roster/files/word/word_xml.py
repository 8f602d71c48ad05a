"""The parts of a Word document as they are on paper once every tracked change is accepted.

By ECMA-376 part 1, 17.4 (tables), 17.5.2 (content controls), 17.13.5 (tracked changes). Elements are known by
their local names, so that the strict form is read as well.
"""

from collections.abc import Iterator
from typing import Any

from data.roster.cells.legacy import Script, script_of

# What is inside these is gone, or stands elsewhere, or is no text of the document.
_GONE = frozenset(
    {"del", "moveFrom", "Fallback", "instrText", "delText", "pict", "rPr", "pPr", "tbl", "tcPr"}
)
_BLANKS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": " "}


def kind(element: Any) -> str:
    """The local name of an element; "" for a comment."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def tables(root: Any) -> Iterator[Any]:
    """Every table in the order of the document, those in cells and text boxes after the one they stand in."""
    for element in root.iter():
        if kind(element) == "tbl" and not _is_gone(element):
            yield element


def blocks(root: Any) -> Iterator[Any]:
    """The paragraphs and tables of the body, through content controls."""
    for element in root:
        name = kind(element)
        if name in ("p", "tbl"):
            yield element
        elif name in ("body", "sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"):
            yield from blocks(element)


def rows(table: Any) -> list[Any]:
    """The rows of a table that are not deleted."""
    return [row for row in _children(table, "tr") if not _row_is_deleted(row)]


def cells(row: Any) -> list[Any]:
    """The cells of a row."""
    return list(_children(row, "tc"))


def skipped(row: Any) -> int:
    """How many columns of the grid the row leaves out before its first cell."""
    return _number(row, "trPr", "gridBefore", 0)


def span(cell: Any) -> int:
    """How many columns of the grid a cell takes."""
    return max(1, min(200, _number(cell, "tcPr", "gridSpan", 1)))


def continues_above(cell: Any) -> bool:
    """Whether a cell is the lower part of one that began above it."""
    for properties in _direct(cell, "tcPr"):
        for merge in _direct(properties, "vMerge"):
            return _value(merge) != "restart"
    return False


def text_of(element: Any, tabs: bool = False) -> str:
    """The text of a cell or a paragraph, its lines parted by line breaks."""
    return "".join(piece for piece, _script in runs_of(element, tabs))


def runs_of(element: Any, tabs: bool = False) -> list[tuple[str, Script | None]]:
    """The text of a cell or a paragraph by runs, each with what its font shows."""
    found: list[tuple[str, Script | None]] = []
    _collect(element, None, found, tabs)
    while found and found[-1][0] == "\n":
        found.pop()
    return found


def _collect(element: Any, script: Script | None, found: list[tuple[str, Script | None]], tabs: bool) -> None:
    for child in element:
        name = kind(child)
        if name == "t":
            found.append((child.text or "", script))
        elif name in _BLANKS:
            found.append(("\t" if tabs and name == "tab" else _BLANKS[name], script))
        elif name == "r":
            if not _is_vanished(child):
                _collect(child, _font(child), found, tabs)
        elif name == "p":
            _collect(child, script, found, tabs)
            if not _mark_is_deleted(child):
                found.append(("\n", None))
        elif name not in _GONE:
            _collect(child, script, found, tabs)


def _children(element: Any, wanted: str) -> Iterator[Any]:
    """The ``wanted`` parts of a table or a row, through content controls and tracked insertions."""
    for child in element:
        name = kind(child)
        if name == wanted:
            yield child
        elif name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"):
            yield from _children(child, wanted)


def _is_gone(element: Any) -> bool:
    return any(kind(parent) in ("del", "moveFrom", "Fallback") for parent in element.iterancestors())


def _row_is_deleted(row: Any) -> bool:
    return any(kind(change) == "del" for properties in _direct(row, "trPr") for change in properties)


def _mark_is_deleted(paragraph: Any) -> bool:
    """Whether the end of a paragraph is deleted, so that the next one goes on in its line."""
    marks = (mark for properties in _direct(paragraph, "pPr") for mark in _direct(properties, "rPr"))
    return any(kind(change) in ("del", "moveFrom") for mark in marks for change in mark)


def _is_vanished(run: Any) -> bool:
    for properties in _direct(run, "rPr"):
        for hidden in _direct(properties, "vanish"):
            return _value(hidden) not in ("0", "false", "off")
    return False


def _font(run: Any) -> Script | None:
    for properties in _direct(run, "rPr"):
        for fonts in _direct(properties, "rFonts"):
            for attribute, name in fonts.attrib.items():
                if attribute.rpartition("}")[2] in ("ascii", "hAnsi"):
                    return script_of(name)
    return None


def _direct(element: Any, name: str) -> Iterator[Any]:
    return (child for child in element if kind(child) == name)


def _number(element: Any, properties: str, name: str, otherwise: int) -> int:
    for group in _direct(element, properties):
        for told in _direct(group, name):
            value = _value(told)
            return int(value) if value.isdecimal() else otherwise
    return otherwise


def _value(element: Any) -> str:
    return next((value for name, value in element.attrib.items() if name.rpartition("}")[2] == "val"), "")
