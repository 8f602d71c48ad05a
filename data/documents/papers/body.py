"""Filling the body of a .docx: once, or once for each of several copies one after another in the same
file."""

from collections.abc import Sequence
from copy import deepcopy
from io import BytesIO
from typing import Any

from data.documents.papers.fields.single import code_picture
from data.documents.papers.fields.values import Content, key
from data.documents.papers.filling import fill_part
from data.documents.papers.form.rules import set_rules

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_CODE = key("mã QR")
_EMU_A_POINT = 12_700


def fill_body(document: Any, copies: Sequence[tuple[Content, str]]) -> None:
    """Fill the body once for each of ``copies``: its content, and the payload of a card's code or empty.

    A template whose page has columns is laid out copy below copy; in any other each copy begins on a page
    of its own, whose number begins anew. A picture described as ``{{ mã QR }}`` becomes the card's code.
    """
    body = document.element.body
    section = body.sectPr
    width = _text_width(document)
    blocks = [element for element in body if element is not section]
    # Everything is filled in a body of its own, so that nothing of one copy is looked into for the next.
    filled = [_filled(document, blocks, content, code, width) for content, code in copies]
    for block in blocks:
        body.remove(block)
    flows = _columns(section) > 1
    if len(filled) > 1 and not flows:
        _begin_at_one(section)
    for place, copy in enumerate(filled):
        for element in list(copy):
            section.addprevious(element)
        if place < len(filled) - 1 and not flows:
            section.addprevious(_page_break(section))
    _number_pictures(body)


def _filled(document: Any, blocks: Sequence[Any], content: Content, code: str, width: float) -> Any:
    copy = document.element.body.makeelement(f"{_W}body")
    for block in blocks:
        copy.append(deepcopy(block))
    fill_part(copy, content)
    set_rules(copy, width)
    _put_codes(document, copy, code)
    return copy


def _put_codes(document: Any, root: Any, code: str) -> None:
    """The card's code in place of the picture that is described so; no picture where there is no card."""
    for drawing in list(root.iter(f"{_W}drawing")):
        about = next(drawing.iter(f"{_WP}docPr"), None)
        if about is None or key(about.get("descr", "").strip("{} ")) != _CODE:
            continue
        if not code:
            drawing.getparent().remove(drawing)
            continue
        relation, _image = document.part.get_or_add_image(BytesIO(code_picture(code)))
        for picture in drawing.iter(f"{_A}blip"):
            picture.set(f"{_R}embed", relation)


def _number_pictures(body: Any) -> None:
    """Word wants every picture of a file to have a number of its own."""
    for number, about in enumerate(body.iter(f"{_WP}docPr"), start=1):
        about.set("id", str(number))


def _page_break(section: Any) -> Any:
    """The end of a section like the last one, in a paragraph that takes no room to speak of."""
    paragraph = section.makeelement(f"{_W}p")
    looks = paragraph.makeelement(f"{_W}pPr")
    spacing = looks.makeelement(f"{_W}spacing")
    for name, value in (("before", "0"), ("after", "0"), ("line", "20"), ("lineRule", "exact")):
        spacing.set(f"{_W}{name}", value)
    looks.append(spacing)
    looks.append(deepcopy(section))
    paragraph.append(looks)
    return paragraph


def _begin_at_one(section: Any) -> None:
    """Let the numbers of a section's pages begin anew."""
    numbering = section.find(f"{_W}pgNumType")
    if numbering is None:
        numbering = section.makeelement(f"{_W}pgNumType")
        margins = section.find(f"{_W}pgMar")
        if margins is None:
            section.append(numbering)
        else:
            margins.addnext(numbering)
    numbering.set(f"{_W}start", "1")


def _columns(section: Any) -> int:
    found = section.find(f"{_W}cols")
    return int(found.get(f"{_W}num", "1")) if found is not None else 1


def _text_width(document: Any) -> float:
    section = document.sections[-1]
    return float(section.page_width - section.left_margin - section.right_margin) / _EMU_A_POINT
