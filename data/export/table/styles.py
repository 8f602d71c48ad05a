"""How cells look: fonts, fills, lines and number formats, each made once for a workbook."""

from typing import Any, Literal, NamedTuple

HEADING_FILL = "1F4E79"
HEADING_INK = "FFFFFF"
LINE = "D9D9D9"
BAND = "F3F7FB"
BAR = "9DC3E6"
# On every Windows since the nineties, with every Vietnamese letter, and LibreOffice has its equal in width.
FONT = "Arial"
POINTS = 10


class Look(NamedTuple):
    """How one cell looks. ``format`` is a number format as spreadsheets write it; ``quote`` marks text
    that must stay text when somebody edits the cell."""

    bold: bool = False
    align: Literal["left", "center", "right"] = "left"
    size: float = POINTS
    ink: str = "000000"
    fill: str = ""
    lines: bool = True
    wrap: bool = True
    format: str = "General"
    quote: bool = False


TEXT = Look()
MIDDLE = Look(align="center", wrap=False)
SHARE = MIDDLE._replace(format="0%")
CLOCK = MIDDLE._replace(format="hh:mm")
DATE = MIDDLE._replace(format="dd/mm/yyyy")
MOMENT = MIDDLE._replace(format="dd/mm/yyyy hh:mm:ss")
HEADING = Look(bold=True, align="center", ink=HEADING_INK, fill=HEADING_FILL)
TITLE = Look(bold=True, size=12, ink=HEADING_FILL, lines=False, wrap=False)
LARGE_TITLE = TITLE._replace(size=16)
PLAIN = Look(lines=False, wrap=False)
DATE_PLAIN = PLAIN._replace(format="dd/mm/yyyy")
MOMENT_PLAIN = PLAIN._replace(format="dd/mm/yyyy hh:mm")


class Looks:
    """The looks that one workbook uses. ``number`` gives what the file's cells name them by."""

    def __init__(self, pattern_sheet: Any) -> None:
        self._patterns = pattern_sheet
        self._numbers: dict[Look, int] = {}

    def number(self, look: Look) -> int:
        """The index of a look among the workbook's styles; it is made at the first use."""
        known = self._numbers.get(look)
        if known is None:
            known = self._numbers[look] = self._make(look)
        return known

    def _make(self, look: Look) -> int:
        from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

        # A cell for each: openpyxl keeps a cell's own style, so the next look would change the last.
        cell = self._patterns.cell(row=1, column=len(self._numbers) + 1)
        side = Side(style="thin", color=LINE) if look.lines else Side()
        cell.font = Font(name=FONT, size=look.size, bold=look.bold, color=look.ink)
        cell.fill = PatternFill("solid", start_color=look.fill) if look.fill else PatternFill()
        cell.border = Border(bottom=side, left=side, right=side, top=side)
        cell.alignment = Alignment(horizontal=look.align, vertical="center", wrap_text=look.wrap)
        cell.number_format = look.format
        cell.quotePrefix = look.quote
        return int(cell.style_id)
