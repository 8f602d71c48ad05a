"""The thin rules under headings, as wide as the decree wants them for the text that was filled in.

Under the issuer's name and the subject a rule of a third to a half of the text above it, under the motto one
as wide as the text (phụ lục I, phần II, mục 1b, 2b, 5b). A template marks such a rule, an empty paragraph
with a line above it, by its style; Word keeps the style when the template is changed.
"""

from collections.abc import Iterator
from typing import Any

from data.documents.papers.form.measure import line_widths

PART, WHOLE = "Ke ngang", "Ke tieu ngu"
"""The names of the two styles: a rule of a part of the text, and one as wide as all of it."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TWIPS = 20
_LEAST, _USUAL, _MOST = 1 / 3, 0.42, 0.48
_HALF_POINTS = 28


def ids_of(name: str) -> str:
    """The id that python-docx gives a style of this name."""
    return name.replace(" ", "")


def set_rules(root: Any, page_width: float) -> None:
    """Give every marked rule of a filled part its width; ``page_width`` is the text's, in points."""
    for rule, whole in _marked(root):
        above = _text_above(rule)
        room = _room(rule, page_width)
        if above is None or room <= 0:
            continue
        text, points, bold = above
        lines = line_widths(text, points, bold, room)
        width = max(lines) if whole else _part(lines)
        _indent(rule, (room - width) / 2)


def _part(lines: list[float]) -> float:
    """A length between a third and a half of the widest line, and of the last one too where that is
    possible."""
    widest, last = max(lines), lines[-1]
    return max(widest * _LEAST * 1.02, min(widest * _USUAL, last * _MOST))


def _marked(root: Any) -> Iterator[tuple[Any, bool]]:
    for paragraph in root.iter(f"{_W}p"):
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        name = style.get(f"{_W}val") if style is not None else ""
        if name in (ids_of(PART), ids_of(WHOLE)):
            yield paragraph, name == ids_of(WHOLE)


def _text_above(rule: Any) -> tuple[str, float, bool] | None:
    """The text of the nearest paragraph above that has any, with its size in points, and whether it is
    bold."""
    above = rule.getprevious()
    while above is not None:
        if above.tag == f"{_W}p":
            text = "".join(piece.text or "" for piece in above.iter(f"{_W}t")).strip()
            if text:
                return (text, *_type(above))
        above = above.getprevious()
    return None


def _type(paragraph: Any) -> tuple[float, bool]:
    size, bold = _HALF_POINTS, False
    for run in paragraph.iter(f"{_W}r"):
        looks = run.find(f"{_W}rPr")
        if looks is not None:
            found = looks.find(f"{_W}sz")
            size = int(found.get(f"{_W}val")) if found is not None else size
            mark = looks.find(f"{_W}b")
            bold = mark is not None and mark.get(f"{_W}val") not in ("0", "false")
            break
    return size / 2, bold


def _room(rule: Any, page_width: float) -> float:
    """The width in points that a line has where the rule stands."""
    for ancestor in rule.iterancestors(f"{_W}tc"):
        width = ancestor.find(f"{_W}tcPr/{_W}tcW")
        if width is not None and width.get(f"{_W}type") == "dxa":
            return int(width.get(f"{_W}w")) / _TWIPS
        return 0
    return page_width


def _indent(rule: Any, points: float) -> None:
    looks = rule.find(f"{_W}pPr")
    indent = looks.find(f"{_W}ind")
    if indent is None:
        return
    for name in list(indent.attrib):
        del indent.attrib[name]
    twips = str(max(0, round(points * _TWIPS)))
    indent.set(f"{_W}left", twips)
    indent.set(f"{_W}right", twips)
