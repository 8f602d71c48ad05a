"""Tables of a paper: the head, the signatures, and lists whose rows stay whole and whose headings repeat."""

from collections.abc import Sequence
from typing import Any

from docx.enum.table import WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from data.documents.papers.form.page import LANDSCAPE, PORTRAIT
from data.documents.papers.form.rules import PART, WHOLE
from data.documents.papers.form.words import draw_rule, say

ISSUED_NOW, ON_THE_DAY, SENT = "{{ ngày lập }}", "{{ ngày hội nghị }}", "{{ ngày gửi }}"
_ROOM_TO_SIGN = 66
_ROW = Mm(8)

Column = tuple[str, float, str]
"""A heading, the width in millimetres, and what stands in the row to repeat; ``|`` begins the text of a
centred column."""


def head(
    document: Any,
    letters: str = "",
    day: str = ISSUED_NOW,
    *,
    landscape: bool = False,
    above: str = "{{ cơ quan cấp trên }}",
    body: str = "{{ cơ quan ban hành }}",
    number_line: str = "",
) -> None:
    """The issuer left, the country and its motto right, below them the number and place and day.

    ``letters`` stand for the kind in the number (``BB``); without them the paper has no number but a
    ``number_line`` of its own, and without ``day`` neither.
    """
    widths = (110, LANDSCAPE - 110) if landscape else (68, PORTRAIT - 68)
    table = _plain(document, widths, 2 if day else 1)
    left, right = table.rows[0].cells
    if above:
        _line(left, above, 12)
    _line(left, body, 12, bold=True)
    draw_rule(left, PART, Mm(widths[0] * 0.3))
    _line(right, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, bold=True)
    _line(right, "Độc lập - Tự do - Hạnh phúc", 13, bold=True)
    draw_rule(right, WHOLE, Mm(widths[1] * 0.2))
    if day:
        left, right = table.rows[1].cells
        numbered = f"Số: {{{{ số văn bản }}}}/{letters}-{{{{ ký hiệu cơ quan }}}}"
        _line(left, numbered if letters else number_line, 13)
        _line(right, f"{{{{ tên xã }}}}, {day}", 13, italic=True)


def grid(document: Any, columns: Sequence[Column], *, size: float = 13, room_to_sign: bool = False) -> Any:
    """A table with its heading row and the one row that is repeated."""
    table = document.add_table(rows=2, cols=len(columns))
    table.style = "Table Grid"
    _fix(table, [width for _heading, width, _text in columns])
    for place, (heading, _width, text) in enumerate(columns):
        _cell(table.cell(0, place), heading, size, middle=True, bold=True)
        for line in text.removeprefix("|").split("\n"):
            _cell(table.cell(1, place), line, size, middle=text.startswith("|"))
    mark = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(mark)
    for row in table.rows:
        row.height_rule = WD_ROW_HEIGHT_RULE.AT_LEAST
        row.height = Mm(11) if room_to_sign else _ROW
    return table


def signatures(
    document: Any,
    cells: Sequence[tuple[Sequence[str], str]],
    *,
    landscape: bool = False,
    widths: Sequence[float] = (),
) -> None:
    """A column for everybody who signs: the lines above (the last in brackets small), and their name.

    ``widths`` are parts of the whole; equal ones where they are not given.
    """
    whole = LANDSCAPE if landscape else PORTRAIT
    parts = widths or (1 / len(cells),) * len(cells)
    table = _plain(document, [whole * part for part in parts], 1)
    for cell, (above, name) in zip(table.rows[0].cells, cells, strict=True):
        _signature(cell, above, name)


def recipients(
    document: Any, field: str, above: Sequence[str], name: str, *, before: Sequence[str] = ()
) -> None:
    """Nơi nhận left, the signature of the body right (phụ lục I, II.7 and II.9)."""
    table = _plain(document, (PORTRAIT * 0.48, PORTRAIT * 0.52), 1)
    left, right = table.rows[0].cells
    _listed(left, field, before)
    _signature(right, above, name)


def recipients_below(document: Any, field: str) -> None:
    """Nơi nhận alone, below the signatures of minutes (Mẫu 1.9)."""
    table = _plain(document, (PORTRAIT * 0.6, PORTRAIT * 0.4), 1)
    _listed(table.rows[0].cells[0], field, ())
    _line(table.rows[0].cells[1], "", 11)


def _listed(cell: Any, field: str, before: Sequence[str]) -> None:
    say(
        cell,
        "Nơi nhận:",
        bold=True,
        italic=True,
        size=12,
        left=True,
        indent=False,
        together=True,
        before=6,
        after=0,
    )
    for text in (*before, f"{{{{ {field} }}}}"):
        say(cell, f"- {text}", size=11, left=True, indent=False, after=0)


def _signature(cell: Any, above: Sequence[str], name: str) -> None:
    for text in above:
        small = text.startswith("(")
        say(
            cell,
            text,
            bold=not small,
            italic=small,
            size=13 if small else 14,
            middle=True,
            together=True,
            after=0,
        )
    say(cell, name, bold=True, middle=True, before=_ROOM_TO_SIGN, after=0)


def _plain(document: Any, widths: Sequence[float], rows: int) -> Any:
    table = document.add_table(rows=rows, cols=len(widths))
    _fix(table, widths)
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        edge = OxmlElement(f"w:{side}")
        edge.set(qn("w:w"), "0")
        edge.set(qn("w:type"), "dxa")
        margins.append(edge)
    table._tbl.tblPr.append(margins)
    return table


def _fix(table: Any, widths: Sequence[float]) -> None:
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _line(cell: Any, text: str, size: float, *, bold: bool = False, italic: bool = False) -> None:
    say(cell, text, size=size, bold=bold, italic=italic, middle=True, together=True, after=0)


def _cell(cell: Any, text: str, size: float, *, middle: bool, bold: bool = False) -> None:
    paragraph = say(cell, text, size=size, bold=bold, left=True, indent=False, after=0)
    if middle:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)
