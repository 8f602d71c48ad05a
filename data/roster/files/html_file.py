"""Tables of web pages and Excel's XML that bear an Excel name, as many offices' programs export them."""

import re
from html.parser import HTMLParser

from data.roster.cells.decoding import LegacyCells
from data.roster.cells.encoding import TORN, decode_bytes
from data.roster.cells.grid import (
    MOST_COLUMNS,
    MOST_ROWS,
    Cell,
    Merge,
    Progress,
    Sheet,
    Unseen,
    build,
    cell_text,
    text_cell,
)

_ROWS = frozenset({"tr", "row"})
_CELLS = frozenset({"td", "th", "cell"})
_NUMBER = re.compile(r"0*[1-9][0-9]{0,5}")
_HIDDEN = frozenset({"style", "script", "title"})


def read_html(content: bytes, progress: Progress, letters: str = "") -> list[Sheet]:
    """The tables in ``content``: of HTML, each as a sheet; of Excel 2003's XML, each worksheet.

    ``letters`` is what a person said of the letters. Text that is neither gives no sheet.
    """
    text = decode_bytes(content, letters).replace(TORN, "")
    tables = _Tables(progress, text.lower().count("<tr") + text.lower().count("<row"))
    tables.feed(text)
    tables.close()
    return [
        build(name, _with_letters(cells, letters), merges, Unseen(frozenset(hidden)))
        for name, cells, merges, hidden in tables.found
        if cells
    ]


def _with_letters(texts: dict[int, list[str]], letters: str) -> dict[int, list[Cell]]:
    legacy = LegacyCells(letters)
    cells: dict[int, list[Cell]] = {}
    for number, row in texts.items():
        cells[number] = [text_cell(text) for text in row]
        for column, text in enumerate(row):
            legacy.add(number, column, [(text, None)])
    legacy.resolve(cells)
    return cells


class _Tables(HTMLParser):
    """Collects rows and cells; a table inside a cell is only text of that cell."""

    def __init__(self, progress: Progress, total: int) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[int, list[str]], list[Merge], set[int]]] = []
        self._progress, self._total, self._done = progress, total, 0
        self._row, self._column = -1, 0
        self._taken: set[tuple[int, int]] = set()
        self._text: list[str] | None = None
        self._inner = 0
        self._hidden = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        tag = tag.rpartition(":")[2]
        told = {name.rpartition(":")[2]: value or "" for name, value in attrs}
        if tag in _HIDDEN:
            self._hidden = True
        elif tag == "worksheet":
            self._begin(told.get("name", ""))
        elif tag == "table" and self._text is not None:
            self._inner += 1
        elif tag == "table" and (not self.found or self.found[-1][1]):
            self._begin("")
        elif tag == "br" and self._text is not None:
            self._text.append("\n")
        elif self._inner or not self.found:
            return
        elif tag in _ROWS:
            self._end_cell()
            self._row = _number(told, "index", self._row + 2) - 1
            self._column = 0
            self._done += 1
            if told.get("hidden") == "1" or "display:none" in told.get("style", "").replace(" ", "").lower():
                self.found[-1][3].add(self._row)
            if self._done % 200 == 0:
                self._progress(self._done, self._total)
        elif tag in _CELLS and self._row >= 0:
            self._begin_cell(told)

    def handle_endtag(self, tag: str) -> None:
        tag = tag.rpartition(":")[2]
        if tag in _HIDDEN:
            self._hidden = False
        elif tag == "table" and self._inner:
            self._inner -= 1
        elif (tag in _CELLS or tag in _ROWS or tag == "table") and not self._inner:
            self._end_cell()

    def handle_data(self, data: str) -> None:
        if self._text is not None and not self._hidden:
            # A line break in the source of a page is a blank.
            self._text.append(data.replace("\n", " ").replace("\r", " "))

    def close(self) -> None:
        super().close()
        self._end_cell()
        self._progress(self._total, self._total)

    def _begin(self, name: str) -> None:
        self._end_cell()
        self.found.append((cell_text(name) or str(len(self.found) + 1), {}, [], set()))
        self._row, self._taken = -1, set()

    def _begin_cell(self, told: dict[str, str]) -> None:
        self._end_cell()
        self._column = _number(told, "index", self._column + 1) - 1
        while (self._row, self._column) in self._taken:
            self._column += 1
        if self._row >= MOST_ROWS or self._column >= MOST_COLUMNS:
            return
        right = self._column + min(MOST_COLUMNS, _span(told, "colspan", "mergeacross")) - 1
        bottom = self._row + min(MOST_ROWS, _span(told, "rowspan", "mergedown")) - 1
        if (bottom, right) != (self._row, self._column):
            self.found[-1][2].append(Merge(self._row, self._column, bottom, right))
            rows = range(self._row, min(bottom, self._row + 1000) + 1)
            self._taken.update((row, column) for row in rows for column in range(self._column, right + 1))
        self._text = []
        self._next = right + 1

    def _end_cell(self) -> None:
        if self._text is None:
            return
        row = self.found[-1][1].setdefault(self._row, [])
        row.extend([""] * (self._column + 1 - len(row)))
        row[self._column] = "".join(self._text).strip()
        self._text = None
        self._column = self._next


def _number(told: dict[str, str], name: str, otherwise: int) -> int:
    value = told.get(name, "")
    return int(value) if _NUMBER.fullmatch(value) else otherwise


def _span(told: dict[str, str], html: str, xml: str) -> int:
    """How many columns or rows a cell takes; Excel's XML counts those beyond the first."""
    if xml in told:
        return 1 + _number(told, xml, 0)
    return _number(told, html, 1)
