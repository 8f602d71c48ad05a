"""Biển tên to be folded, and phù hiệu with the card's code."""

from io import BytesIO
from typing import Any

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_ROW_HEIGHT_RULE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from data.documents.cards.ink import PAPER
from data.documents.cards.qr import qr_core
from data.documents.papers.form.page import new_page
from data.documents.papers.form.words import say

CODE = "{{ mã QR }}"
"""What stands as the description of the picture in whose place the code comes."""

_READ_FROM_AFAR = "Tahoma"
"""Every Windows has it. LibreOffice loses letters such as "ộ" of the type that stands in for Times New Roman
when it turns them to the right."""

_NO_CODE = "00" + "0" * 14
_BADGE = (90, 62)


def name_plate() -> Any:
    """Biển tên: an A4 sheet folded along its middle shows the name to both sides."""
    page = new_page(bare=True)
    table = page.add_table(rows=1, cols=2)
    table.style = "Table Grid"
    table.autofit = False
    row = table.rows[0]
    row.height_rule, row.height = WD_ROW_HEIGHT_RULE.EXACTLY, Mm(270)
    for column in table.columns:
        column.width = Mm(95)
    for cell, direction in zip(row.cells, ("tbRl", "btLr"), strict=True):
        cell.width = Mm(95)
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        turned = OxmlElement("w:textDirection")
        turned.set(qn("w:val"), direction)
        cell._tc.get_or_add_tcPr().append(turned)
        for text, size, after in (("{{ TÊN TRÊN BIỂN }}", 48, 6), ("{{ Chức vụ trên biển }}", 22, 0)):
            words = say(cell, text, bold=True, size=size, middle=True, after=after).runs[0]
            fonts = words._r.get_or_add_rPr().get_or_add_rFonts()
            for letters in ("ascii", "hAnsi", "cs", "eastAsia"):
                fonts.set(qn(f"w:{letters}"), _READ_FROM_AFAR)
    return page


def badge() -> Any:
    """Phù hiệu đại biểu: one table, laid out two beside one another down the page."""
    page = new_page(bare=True)
    columns = page.sections[0]._sectPr.find(qn("w:cols"))
    columns.set(qn("w:num"), "2")
    columns.set(qn("w:space"), "284")
    table = page.add_table(rows=1, cols=2)
    table.style = "Table Grid"
    table.autofit = False
    row = table.rows[0]
    row.height_rule, row.height = WD_ROW_HEIGHT_RULE.EXACTLY, Mm(_BADGE[1])
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    words, code = row.cells
    for column, width in zip(table.columns, (_BADGE[0] - 34, 34), strict=True):
        column.width = column.cells[0].width = Mm(width)
    for cell in (words, code):
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    say(words, "{{ TÊN HỘI NGHỊ }}", bold=True, size=9, middle=True, after=6)
    say(words, "ĐẠI BIỂU", bold=True, size=16, middle=True, after=6)
    say(words, "{{ Họ tên khách }}", bold=True, size=16, middle=True, after=3)
    say(words, "{{ Chức vụ khách }}", size=11, middle=True, after=0)
    say(words, "{{ đơn vị khách }}", size=11, middle=True, after=0)
    picture = say(code, "", middle=True, after=2).add_run().add_picture(_blank_code(), width=Mm(28))
    picture._inline.docPr.set("descr", CODE)
    say(code, "Số {{ số thẻ khách }}", bold=True, size=12, middle=True, after=0)
    between = say(page, "", size=4, after=4, indent=False)
    between.paragraph_format.line_spacing = Pt(4)
    return page


def _blank_code() -> BytesIO:
    """A code to show the place of the real ones."""
    picture = BytesIO()
    qr_core(_NO_CODE, 8, PAPER).convert("L").save(picture, "PNG")
    picture.seek(0)
    return picture
