"""Filling the braces of one part of a .docx: its body, a header or a footer.

The rules, which are all that an organiser has to know:

- ``{{ field }}`` becomes the field's value, in the looks that the field has in the template. Word may
  have parted it over several runs; spelling does not matter beyond letters ("Địa điểm", "dia_diem").
- A field typed in capitals gives its value in capitals; one with a capital first gives it a capital first.
- A field of several lines repeats its paragraph for each of them.
- The last line of such a list ends in a point where its template has a semicolon behind the field.
- A field with a dot belongs to a table: its table row is repeated for each row of it; outside a table
  its paragraph is, together with the paragraphs next to it that have fields of the same table.

A value is only ever text: it is never looked into for braces or XML.
"""

import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from itertools import groupby
from typing import Any

from data.documents.papers.fields.values import Content, Field, Lines, Name, name_of, text_of
from data.text.cleaning.clean import safe

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_P, _T, _TR, _TC, _TBL, _TEXT_BOX = (f"{_W}{tag}" for tag in ("p", "t", "tr", "tc", "tbl", "txbxContent"))
_PPR, _JC, _VAL = (f"{_W}{name}" for name in ("pPr", "jc", "val"))
_TABS, _TAB, _LEADER = (f"{_W}{name}" for name in ("tabs", "tab", "leader"))
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_IDS = frozenset({f"{_W14}paraId", f"{_W14}textId"})
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BRACES = re.compile(r"\{\{([^{}]*)\}\}")
_STRAY = re.compile(r"(?:\{\{|\}\}|\{%|%\}).{0,20}")

_LONGEST = 20_000
_LONG_DOTS = re.compile(r"\.{12,}")
"""A row of dots that goes to the next line as a whole: a justified line before it would be pulled apart."""

Lookup = Callable[[Name], Field]


def names_in(root: Any) -> Iterator[Name]:
    """The fields of a part, repeated ones too."""
    for paragraph in root.iter(_P):
        yield from _names(paragraph)


def stray_brace_in(root: Any) -> str:
    """The first brace that belongs to no field, with what follows it, or empty."""
    for paragraph in root.iter(_P):
        found = _STRAY.search(_BRACES.sub("", _text(paragraph)))
        if found:
            return found[0]
    return ""


def mixed_row_in(root: Any) -> tuple[str, ...]:
    """Two tables whose fields stand in one row, which therefore cannot be repeated; empty if all is well."""
    for unit in _units(root):
        tables = sorted(_tables_of(unit))
        if len(tables) > 1:
            return tuple(tables)
    return ()


def fill_part(root: Any, content: Content) -> None:
    """Fill every field of a part with ``content``, which knows them all."""
    _Filling(content).fill(root)


class _Filling:
    def __init__(self, content: Content) -> None:
        self._content = content
        self._done: set[Any] = set()

    def fill(self, root: Any) -> None:
        for _place, block in groupby(list(_units(root)), key=_block_key()):
            self._repeat(list(block))
        for paragraph in list(root.iter(_P)):
            if paragraph not in self._done:
                self._fill_paragraph(paragraph, self._content.field)

    def _repeat(self, block: list[Any]) -> None:
        """Put the block there once for each row of its table, and take the block itself away."""
        table = next(iter(_tables_of(block[0])))
        first, parent = block[0], block[0].getparent()
        for row in self._content.rows(table):
            for unit in block:
                clone = _copy(unit)
                first.addprevious(clone)
                for paragraph in list(clone.iter(_P)):
                    self._fill_paragraph(paragraph, _in_row(row, self._content))
        for unit in block:
            _remove(unit)
        if parent.tag == _TBL and parent.find(_TR) is None:
            _remove(parent)

    def _fill_paragraph(self, paragraph: Any, lookup: Lookup) -> None:
        """Fill a paragraph; one with a field of several lines becomes one for each of them."""
        many = {n: v for n in _names(paragraph) if isinstance(v := lookup(n), Lines)}
        if not many:
            self._substitute(paragraph, lookup)
            return
        is_list = _text(paragraph).rstrip().endswith("}};")
        count = max(len(lines.lines) for lines in many.values())
        for place in range(count):
            clone = _copy(paragraph)
            paragraph.addprevious(clone)
            self._substitute(clone, _at_line(place, lookup))
            if is_list and place == count - 1:
                _end_list(clone)
        _remove(paragraph)

    def _substitute(self, paragraph: Any, lookup: Lookup) -> None:
        self._done.add(paragraph)
        pieces = list(_text_elements(paragraph))
        texts = [piece.text or "" for piece in pieces]
        changed = False
        for match in reversed(list(_BRACES.finditer("".join(texts)))):
            name = name_of(match[1])
            text = safe(text_of(lookup(name)), _LONGEST).replace("\n", " ")
            _replace(texts, match.start(), match.end(), name.cased(text))
            changed = True
        if changed:
            if _has_dotted_end(paragraph) and any(texts) and not _LONG_DOTS.search("".join(texts)):
                _end_at_its_words(paragraph)
            if _LONG_DOTS.search("".join(texts)):
                _end_lines_freely(paragraph)
            for piece, text in zip(pieces, texts, strict=True):
                piece.text = text
                piece.set(_SPACE, "preserve")


def _end_list(paragraph: Any) -> None:
    """Let the last line of a list end in a point where the others end in semicolons."""
    for piece in reversed(list(_text_elements(paragraph))):
        text = (piece.text or "").rstrip()
        if text:
            piece.text = text[:-1] + "." if text.endswith(";") else text
            return


def _has_dotted_end(paragraph: Any) -> bool:
    """Whether a row of dots leads to a tab stop: room for the pen, which is not needed behind words."""
    return any(tab.get(_LEADER) == "dot" for tab in paragraph.iterfind(f"{_PPR}/{_TABS}/{_TAB}"))


def _end_at_its_words(paragraph: Any) -> None:
    for run in list(paragraph.iterfind(f"{_W}r")):
        for tab in run.findall(_TAB):
            run.remove(tab)


def _end_lines_freely(paragraph: Any) -> None:
    """Let the lines of a justified paragraph end where they end."""
    looks = paragraph.find(_PPR)
    sides = None if looks is None else looks.find(_JC)
    if sides is not None and sides.get(_VAL) == "both":
        sides.set(_VAL, "left")


def _copy(element: Any) -> Any:
    """The element once more, without the ids by which Word tells paragraphs and rows apart."""
    clone = deepcopy(element)
    for part in clone.iter():
        for id in _IDS & set(part.attrib):
            del part.attrib[id]
    return clone


def _in_row(row: dict[str, Field], content: Content) -> Lookup:
    return lambda name: row[name.field] if name.table else content.field(name)


def _at_line(place: int, lookup: Lookup) -> Lookup:
    def line(name: Name) -> Field:
        value = lookup(name)
        if not isinstance(value, Lines):
            return value
        return value.lines[place] if place < len(value.lines) else ""

    return line


def _replace(texts: list[str], start: int, end: int, value: str) -> None:
    """Put ``value`` for what stands from ``start`` to ``end`` of the joined texts."""
    offset = 0
    for place, text in enumerate(texts):
        begin, stop = max(start - offset, 0), min(end - offset, len(text))
        holds_start = offset <= start < offset + len(text)
        offset += len(text)
        if begin < stop:
            texts[place] = text[:begin] + (value if holds_start else "") + text[stop:]


def _units(root: Any) -> Iterator[Any]:
    """The table rows and paragraphs to repeat: those with fields of a table, in order."""
    seen = set()
    for paragraph in root.iter(_P):
        if any(name.table for name in _names(paragraph)):
            unit = _row_around(paragraph)
            unit = paragraph if unit is None else unit
            if unit not in seen:
                seen.add(unit)
                yield unit


def _block_key() -> Callable[[Any], int]:
    """A key that stays the same from unit to unit while they are neighbours with the same tables."""
    count = 0
    before: Any = None

    def block(unit: Any) -> int:
        nonlocal count, before
        joined = (
            before is not None
            and unit.getprevious() is before
            and unit.tag == before.tag
            and _tables_of(unit) == _tables_of(before)
        )
        count += not joined
        before = unit
        return count

    return block


def _row_around(paragraph: Any) -> Any:
    for ancestor in paragraph.iterancestors():
        if ancestor.tag in (_TR, _TEXT_BOX):
            return ancestor if ancestor.tag == _TR else None
    return None


def _tables_of(unit: Any) -> set[str]:
    return {name.table for paragraph in unit.iter(_P) for name in _names(paragraph) if name.table}


def _names(paragraph: Any) -> list[Name]:
    text = _text(paragraph)
    return [name_of(typed) for typed in _BRACES.findall(text)] if "{{" in text else []


def _text(paragraph: Any) -> str:
    return "".join(piece.text or "" for piece in _text_elements(paragraph))


def _text_elements(paragraph: Any) -> Iterator[Any]:
    """The texts of a paragraph, without those of a text box that is anchored in it."""
    for piece in paragraph.iter(_T):
        if next(piece.iterancestors(_P)) is paragraph:
            yield piece


def _remove(element: Any) -> None:
    """Take an element away; a table cell, and a body, keep a paragraph to be whole."""
    parent = element.getparent()
    if element.tag == _P and parent.tag == _TC and len(parent.findall(_P)) == 1:
        for piece in _text_elements(element):
            piece.text = ""
        return
    following = element.getnext()
    parent.remove(element)
    if parent.tag == _TC and element.tag == _TBL and (following is None or parent.find(_P) is None):
        parent.append(parent.makeelement(_P))
