"""A workbook: openpyxl makes everything around the rows, and the rows are put in as they were written."""

import re
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from data.export.lean_import import without
from data.export.table.styles import Looks
from data.export.workbook.sheet import Sheet, sheet_name

Progress = Callable[[int, int], None]

_SHEET_DATA = re.compile(rb"<sheetData>.*</sheetData>|<sheetData ?/>", re.DOTALL)
_DIMENSION = re.compile(rb'<dimension ref="[^"]*" ?/>')
_EVERY = 250


class Book:
    """A workbook under way. ``rows`` is about how many rows it will have, for ``progress``."""

    def __init__(self, title: str, written: datetime, rows: int, progress: Progress | None = None) -> None:
        with without("numpy"):
            from openpyxl import Workbook

        self._book = Workbook()
        self._looks = Looks(self._book.active)
        self._sheets: list[Sheet] = []
        self._progress = progress or (lambda _done, _total: None)
        self._total = max(rows, 1)
        self._done = 0
        self._book.properties.title = title
        self._book.properties.creator = ""
        self._book.properties.created = written.astimezone(UTC).replace(tzinfo=None)
        self._progress(0, self._total)

    def sheet(self, name: str, widths: Sequence[float]) -> Sheet:
        """A new sheet after those that there are; ``widths`` of its columns in characters."""
        frame = self._book.create_sheet(sheet_name(name))
        sheet = Sheet(frame, self._looks, widths, self._told)
        self._sheets.append(sheet)
        return sheet

    def save(self, path: Path) -> None:
        """Write the workbook. Raises OSError."""
        self._book.remove(self._book.worksheets[0])
        frame = BytesIO()
        self._book.save(frame)
        sheets = {f"xl/worksheets/sheet{n}.xml": sheet for n, sheet in enumerate(self._sheets, start=1)}
        with ZipFile(frame) as source, ZipFile(path, "w", ZIP_DEFLATED) as target:
            for name in source.namelist():
                part = source.read(name)
                if name in sheets:
                    part = _with_rows(part, sheets[name])
                target.writestr(name, part)
        self._progress(self._total, self._total)

    def _told(self) -> None:
        self._done += 1
        if self._done % _EVERY == 0:
            self._progress(min(self._done, self._total - 1), self._total)


def _with_rows(part: bytes, sheet: Sheet) -> bytes:
    """A sheet's part of the file, with its rows where openpyxl left none."""
    before, after = _SHEET_DATA.split(part, maxsplit=1)
    before = _DIMENSION.sub(b'<dimension ref="%b"/>' % sheet.dimension.encode(), before)
    return b"".join([before, b"<sheetData>", sheet.rows, b"</sheetData>", after])
