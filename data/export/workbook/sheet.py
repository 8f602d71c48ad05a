"""One worksheet: rows written one after another, headings that stay in sight, pages of A4."""

import re
from collections.abc import Callable, Iterable, Sequence
from io import BytesIO
from math import ceil
from typing import Any

from data.export.table.cells import Value, cell_xml, is_risky, sound
from data.export.table.columns import column_letter
from data.export.table.styles import BAND, HEADING, LARGE_TITLE, PLAIN, TEXT, TITLE, Look, Looks

_NOT_IN_SHEET_NAMES = re.compile(r"[\[\]:*?/\\']")
_MOST_SHEET_NAME = 31
_LINE_POINTS = 13.5
_MOST_POINTS = 400.0


def sheet_name(name: str) -> str:
    """``name`` as Excel allows it for a sheet, and as formulas can quote it."""
    return _NOT_IN_SHEET_NAMES.sub(" ", sound(name))[:_MOST_SHEET_NAME]


class Sheet:
    """A worksheet that is filled from top to bottom.

    ``frame`` is openpyxl's sheet, which holds everything but the rows: widths, charts, pages. The rows
    are written here, because making openpyxl's object for every styled cell takes twice the time of all
    the rest; XlsxWriter takes three times as long for the same cells as all of this. ``widths`` of the
    columns are in characters.
    """

    def __init__(self, frame: Any, looks: Looks, widths: Sequence[float], told: Callable[[], None]) -> None:
        self.frame = frame
        self.next = 1
        """The number of the row that is written next."""
        self._looks = looks
        self._widths = widths
        self._told = told
        self._rows = BytesIO()
        self._letters = [column_letter(column) for column in range(1, len(widths) + 1)]
        for letter, width in zip(self._letters, widths, strict=True):
            frame.column_dimensions[letter].width = width

    @property
    def name(self) -> str:
        """The sheet's name."""
        return str(self.frame.title)

    @property
    def rows(self) -> bytes:
        """The rows written so far, as they stand in the file."""
        return self._rows.getvalue()

    @property
    def dimension(self) -> str:
        """The range that the rows cover."""
        return f"A1:{self.last_letter}{max(self.next - 1, 1)}"

    @property
    def last_letter(self) -> str:
        """The letters of the last column."""
        return self._letters[-1]

    def skip(self, rows: int = 1) -> None:
        """Leave rows empty."""
        self.next += rows

    def plain(self, values: Sequence[Value], last: Look = PLAIN) -> None:
        """A row outside any table; ``last`` is how its last cell looks."""
        looks = [*[PLAIN] * (len(values) - 1), last]
        self._write(values, looks, self._height(values[:1], spare=4))

    def title(self, text: str, *, large: bool = False) -> None:
        """A heading of its own above a table."""
        look = LARGE_TITLE if large else TITLE
        self._write([text], [look], look.size * 1.5)

    def headings(self, headings: Sequence[str]) -> None:
        """The row above a table."""
        self._write(headings, [HEADING] * len(headings), self._height(headings, spare=6))

    def table(self, rows: Iterable[Sequence[Value]], looks: Sequence[Look] = (TEXT,)) -> tuple[int, int]:
        """Write ``rows``, every second one on a band; the last of ``looks`` holds for all further columns.

        Returns the first and the last row's number; the last is before the first when there were none.
        """
        first = self.next
        every = [*looks, *([looks[-1]] * (len(self._widths) - len(looks)))]
        banded = [look._replace(fill=BAND) if not look.fill else look for look in every]
        for place, values in enumerate(rows):
            self._write(values, banded if place % 2 else every, self._height(values))
            self._told()
        return first, self.next - 1

    def total(self, values: Sequence[Value], looks: Sequence[Look] = (TEXT,)) -> None:
        """The bold row below a table."""
        every = [*looks, *([looks[-1]] * (len(values) - len(looks)))]
        self._write(values, [look._replace(bold=True) for look in every], self._height(values, spare=4))

    def _write(self, values: Sequence[Value], looks: Sequence[Look], height: float) -> None:
        number = self._looks.number
        row = self.next
        cells = "".join(
            [
                cell_xml(
                    f"{letter}{row}",
                    number(look._replace(quote=True)) if is_risky(value) else number(look),
                    value,
                )
                for letter, look, value in zip(self._letters, looks, values, strict=False)
            ]
        )
        text = f'<row r="{row}" ht="{height:g}" customHeight="1">{cells}</row>'
        self._rows.write(text.encode())
        self.next += 1

    def _height(self, values: Iterable[Value], spare: float = 2) -> float:
        """Make room for wrapped text, because not every spreadsheet does when it opens a file."""
        lines = 1
        for value, width in zip(values, self._widths, strict=False):
            if isinstance(value, str) and len(value) > width:
                lines = max(lines, ceil(len(value) / width))
        return min(lines * _LINE_POINTS + spare, _MOST_POINTS)

    def set_up_page(
        self,
        heading: str,
        *,
        repeated: int = 0,
        one_page: bool = False,
        portrait: bool = False,
        last: int = 0,
        columns: int = 0,
    ) -> None:
        """A4, as wide as the table; ``heading`` and page numbers on each page.

        The rows up to ``repeated`` stay in sight on screen and stand on every printed page; ``last`` is
        the last row to print, and ``columns`` the columns, where a chart reaches over the table's.
        """
        frame = self.frame
        frame.sheet_view.showGridLines = False
        frame.page_setup.orientation = "portrait" if portrait else "landscape"
        frame.page_setup.paperSize = frame.PAPERSIZE_A4
        frame.page_setup.fitToWidth = 1
        frame.page_setup.fitToHeight = 1 if one_page else 0
        frame.sheet_properties.pageSetUpPr.fitToPage = True
        frame.print_options.horizontalCentered = True
        frame.page_margins.left = frame.page_margins.right = 0.4
        frame.page_margins.top = frame.page_margins.bottom = 0.7
        # In Excel's header language "&" begins a code; a header holds 255 characters at most.
        frame.oddHeader.left.text = sound(heading).replace("&", "&&")[:200]
        frame.oddFooter.left.text = self.name.replace("&", "&&")
        frame.oddFooter.right.text = "&P / &N"
        right = column_letter(columns) if columns else self.last_letter
        frame.print_area = f"A1:{right}{max(self.next - 1, last, 1)}"
        if repeated:
            frame.freeze_panes = f"A{repeated + 1}"
            frame.print_title_rows = f"1:{repeated}"
