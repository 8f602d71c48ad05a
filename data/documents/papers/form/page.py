"""The page: A4 with the decree's margins, Times New Roman, numbers at the top centre but on the first
page."""

from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from data.documents.papers.form.rules import PART, WHOLE, ids_of

FONT = "Times New Roman"
LEFT, RIGHT, TOP, BOTTOM = 30, 15, 20, 20
"""Margins in millimetres."""

PORTRAIT, LANDSCAPE = 210 - LEFT - RIGHT, 297 - LEFT - RIGHT
"""How wide the text is, in millimetres."""

SAMPLE_MARK = "{{ dấu của buổi lễ mẫu }}"

_STYLES = frozenset(
    {
        "Normal",
        "TableNormal",
        "TableGrid",
        "Header",
        "Footer",
        "DefaultParagraphFont",
        *map(ids_of, (PART, WHOLE)),
    }
)
_UNUSED = ("stylesWithEffects", "customXml", "theme", "webSettings", "fontTable", "numbering")


def new_page(*, landscape: bool = False, bare: bool = False) -> Any:
    """An empty document in the form of the decree; ``bare`` for sheets that are no paper of an office, such
    as name plates, which have margins of 10 mm and no page numbers."""
    document = Document()
    for element in list(document.element.body):
        if not element.tag.endswith("sectPr"):
            document.element.body.remove(element)
    _set_type(document)
    _slim(document)
    section = document.sections[0]
    width, height = (297, 210) if landscape else (210, 297)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(width), Mm(height)
    if bare:
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(10)
        return document
    section.left_margin, section.right_margin = Mm(LEFT), Mm(RIGHT)
    section.top_margin, section.bottom_margin = Mm(TOP), Mm(BOTTOM)
    section.header_distance = section.footer_distance = Mm(10)
    section.different_first_page_header_footer = True
    number = section.header.paragraphs[0]
    number.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _page_number(number)
    # A sample says on every page that its people are made up; any other event's foot is empty.
    for footer in (section.first_page_footer, section.footer):
        mark = footer.paragraphs[0].add_run(SAMPLE_MARK)
        mark.font.size = Pt(11)
        mark.font.italic = True
    return document


def _set_type(document: Any) -> None:
    styles = document.styles
    normal = styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(14)
    fonts = normal.element.get_or_add_rPr().get_or_add_rFonts()
    for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{kind}"), FONT)
    normal.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.line_spacing = 1.0
    for name in (PART, WHOLE):
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = normal
        style.font.size = Pt(4)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "vi-VN")
    normal.element.get_or_add_rPr().append(language)


def _slim(document: Any) -> None:
    """Without the styles and parts of python-docx's own template that no paper uses: every one of them would
    be read again whenever papers are looked through."""
    styles = document.styles.element
    for style in list(styles):
        id = style.get(qn("w:styleId"))
        if id not in _STYLES and not style.tag.endswith("docDefaults"):
            styles.remove(style)
    for part, kinds in ((document.part, _UNUSED), (document.part.package, ("thumbnail",))):
        for id, relation in list(part.rels.items()):
            if relation.reltype.rsplit("/", 1)[-1] in kinds:
                del part.rels[id]


def _page_number(paragraph: Any) -> None:
    for kind, text in (("begin", ""), ("", " PAGE "), ("end", "")):
        run = paragraph.add_run()
        run.font.size = Pt(13)
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.set(qn("xml:space"), "preserve")
            mark.text = text
        run._r.append(mark)
