"""Paragraphs of a paper: justified, the first line indented, 6 points or more between them (phụ lục I,
II.6e)."""

from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from data.documents.papers.form.page import PORTRAIT
from data.documents.papers.form.rules import PART

FIRST_LINE = Mm(12)
BETWEEN = Pt(6)
_RULE_INDENT = Mm(30)


def say(
    place: Any,
    text: str,
    *,
    bold: bool = False,
    italic: bool = False,
    size: float = 14,
    middle: bool = False,
    left: bool = False,
    indent: bool = True,
    together: bool = False,
    before: float = 0,
    after: float = 6,
    lead: str = "",
) -> Any:
    """A paragraph at the end of ``place`` (a document or a cell); a body's unless something else is said.

    ``together`` keeps it on the page of what follows; ``lead`` is bold before the text.
    """
    paragraph = _fresh(place)
    form = paragraph.paragraph_format
    form.space_before, form.space_after = Pt(before), Pt(after)
    if together:
        form.keep_with_next = True
    if middle:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    else:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT if left else WD_ALIGN_PARAGRAPH.JUSTIFY
        if indent:
            form.first_line_indent = FIRST_LINE
    if lead:
        first = paragraph.add_run(f"{lead} ")
        first.font.size, first.font.bold = Pt(size), True
    run = paragraph.add_run(text)
    run.font.size = Pt(size)
    if bold:
        run.font.bold = True
    if italic:
        run.font.italic = True
    return paragraph


def part(place: Any, text: str) -> Any:
    """The heading of a part, such as ``I. THÀNH PHẦN``."""
    return say(place, text, bold=True, together=True, before=6)


def item(place: Any, text: str) -> Any:
    """One line of a list; the field in it may repeat it."""
    return say(place, f"- {text}")


def title(place: Any, kind: str, subject: str = "", *, rule: bool = True) -> None:
    """The kind of paper, its subject, and the rule below them (phụ lục I, II.5)."""
    say(place, kind, bold=True, middle=True, together=True, before=14, after=0)
    if subject:
        say(place, subject, bold=True, middle=True, together=True, after=0)
    if rule:
        draw_rule(place, PART, _RULE_INDENT * 2, after=10)


def open_lines(place: Any, field: str, width: float = PORTRAIT) -> Any:
    """Room to write by pen, to the margin: ``field`` is one of several lines, each a dotted line."""
    paragraph = say(place, f"{{{{ {field} }}}}", left=True, indent=False)
    paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(width), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    paragraph.add_run("\t").font.size = Pt(14)
    return paragraph


def attached(place: Any) -> None:
    """What a list says of the minutes that it belongs to."""
    say(
        place,
        "(Kèm theo Biên bản số {{ số văn bản }}/BB-{{ ký hiệu cơ quan }}, {{ ngày hội nghị }})",
        italic=True,
        middle=True,
        together=True,
        after=6,
    )


def draw_rule(place: Any, style: str, indent: Any, *, after: float = 0) -> Any:
    """A thin rule: an empty paragraph with a line above it, marked by its style (see ``form.rules``)."""
    paragraph = _fresh(place)
    paragraph.style = style
    form = paragraph.paragraph_format
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(6)
    form.space_before, form.space_after = Pt(3), Pt(after)
    form.left_indent = form.right_indent = indent
    form.keep_with_next = True
    looks = paragraph._p.get_or_add_pPr()
    border = OxmlElement("w:pBdr")
    line = OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        line.set(qn(f"w:{name}"), value)
    border.append(line)
    looks.insert_element_before(
        border, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )
    paragraph.add_run().font.size = Pt(4)
    return paragraph


def _fresh(place: Any) -> Any:
    """A new paragraph; a new cell's own first one is used up first."""
    own = getattr(place, "paragraphs", [])
    if hasattr(place, "_tc") and len(own) == 1 and not own[0].runs and own[0].style.name == "Normal":
        return own[0]
    return place.add_paragraph()
