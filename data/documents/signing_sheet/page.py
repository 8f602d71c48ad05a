"""Setting the lists on A4 sheets laid across, at 300 dpi in pure black, as the cards are."""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from PIL import Image, ImageDraw

from data.documents.cards.card import DPI
from data.documents.cards.type import ASCENT, DESCENT, LEADING, Face, Setting, fit, font
from data.documents.signing_sheet import wording
from data.documents.signing_sheet.tables import Row, Table, printable
from data.model.event import Event
from data.plans.placeholders import GAP, date_words


def _mm(length: float) -> int:
    return round(length * DPI / 25.4)


PAGE = (_mm(297), _mm(210))

_LEFT, _RIGHT = _mm(20), _mm(285)
_TOP, _BOTTOM = _mm(18), _mm(198)
_NUMBER_AT = _mm(12)
_PAD = _mm(1.6)
_ROW = _mm(10.5)  # enough to sign in
_HEADING = _mm(10)
_TEXT = 50  # 12 point
_MOST_LINES = 60
_BLANK_ROWS = 2
_HAIR, _THIN, _GROUP = 2, 3, 7


class _SetRow(Struct, frozen=True):
    row: Row
    cells: tuple[Setting, ...]
    height: int


class Sheet(Struct, frozen=True):
    """What one page holds: rows of one list, and whether the list's head stands above them."""

    table: Table
    rows: tuple[_SetRow, ...]
    first: bool


def sheets(event: Event, lists: Sequence[Table]) -> list[Sheet]:
    """The lists, each from a page of its own; every list ends in blank rows for who is not on it."""
    return [sheet for table in lists for sheet in _split(event, table)]


def draw_sheet(event: Event, sheet: Sheet, page: int, pages: int) -> Image.Image:
    """One page in mode "1"; ``page`` counts from 1, and the first one carries no number."""
    picture = Image.new("L", PAGE, 255)
    draw = ImageDraw.Draw(picture)
    if page > 1:
        number = wording.PAGE.format(page=page, pages=pages)
        draw.text((PAGE[0] / 2, _NUMBER_AT), number, fill=0, font=font("Regular", 46), anchor="ms")
    y = _TOP
    if sheet.first:
        for setting, above in _head(event, sheet.table):
            y += above
            _set(draw, setting, (PAGE[0] / 2, y), "m")
            y += setting.height
        y += _mm(4)
    edges = _edges(sheet.table)
    top = y
    y = _draw_heading(draw, sheet.table, edges, y)
    for place, row in enumerate(sheet.rows):
        _draw_row(draw, sheet.table, row, edges, y, under_heading=place == 0)
        y += row.height
    draw.line((_LEFT, y, _RIGHT, y), fill=0, width=_THIN)
    for edge in edges:
        draw.line((edge, top, edge, y), fill=0, width=_THIN if edge in (_LEFT, edges[-1]) else _HAIR)
    return picture.convert("1", dither=Image.Dither.NONE)


def _split(event: Event, table: Table) -> Iterator[Sheet]:
    head = sum(above + setting.height for setting, above in _head(event, table)) + _mm(4)
    room = _BOTTOM - _TOP - _HEADING - head
    blank = _SetRow(Row(cells=("",) * len(table.columns)), (), _ROW)
    rows: list[_SetRow] = []
    first = True
    for row in [*(_set_row(table, row) for row in table.rows), *[blank] * _BLANK_ROWS]:
        if rows and row.height > room:
            yield Sheet(table, tuple(rows), first)
            rows, first = [], False
            room = _BOTTOM - _TOP - _HEADING
        rows.append(row)
        room -= row.height
    yield Sheet(table, (*rows, *[blank] * (room // _ROW)), first)


def _set_row(table: Table, row: Row) -> _SetRow:
    most = _BOTTOM - _TOP - _HEADING - _mm(60)
    cells = tuple(
        fit(text, _face(heading), (_mm(width) - 2 * _PAD, most), most_lines=_MOST_LINES, largest=_TEXT)
        for text, (heading, width) in zip(row.cells, table.columns, strict=True)
    )
    return _SetRow(row, cells, max(_ROW, max(cell.height for cell in cells) + _PAD))


def _head(event: Event, table: Table) -> list[tuple[Setting, int]]:
    """The lines above the first page of a list, each with the blank space above it."""
    site = event.site
    parts = [
        site.venue,
        *(p for p in (site.village, site.commune) if p.casefold() not in site.venue.casefold()),
    ]
    when = f"{event.start}, {date_words(event.date)}".replace(GAP, wording.DOTS)
    lines: list[tuple[str, Face, int, float]] = [
        (f"{event.title} “{event.model}”", "Regular", 56, 1),
        (" – ".join(filter(None, (", ".join(filter(None, parts)), when))), "Regular", 50, 0.5),
        (table.count, "Italic", 46, 0.5),
    ]
    title = f"{table.title} ({wording.SAMPLE})" if event.sample else table.title
    lines.insert(0, (title, "Bold", 72, 0))
    room = (_RIGHT - _LEFT, _mm(24))
    return [
        (fit(printable(text), face, room, most_lines=3, largest=size), _mm(above))
        for text, face, size, above in lines
    ]


def _draw_heading(draw: ImageDraw.ImageDraw, table: Table, edges: Sequence[int], y: int) -> int:
    foot = y + _HEADING
    draw.rectangle((_LEFT, y, edges[-1], foot), fill=255, outline=0, width=_THIN)
    for (heading, _width), left, right in zip(table.columns, edges, edges[1:], strict=False):
        setting = fit(heading, "Bold", (right - left - _PAD, _HEADING), most_lines=2, largest=46)
        _set(draw, setting, ((left + right) / 2, y + (_HEADING - setting.height) / 2), "m")
    draw.line((_LEFT, foot, edges[-1], foot), fill=0, width=_GROUP)
    return foot


def _draw_row(
    draw: ImageDraw.ImageDraw,
    table: Table,
    row: _SetRow,
    edges: Sequence[int],
    y: int,
    *,
    under_heading: bool,
) -> None:
    if not under_heading:
        draw.line((_LEFT, y, edges[-1], y), fill=0, width=_GROUP if row.row.begins_group else _HAIR)
    for index, setting in enumerate(row.cells):
        top = y + (row.height - setting.height) / 2
        if table.columns[index][0] in wording.CENTRED:
            _set(draw, setting, ((edges[index] + edges[index + 1]) / 2, top), "m")
        else:
            _set(draw, setting, (edges[index] + _PAD, top), "l")


def _edges(table: Table) -> list[int]:
    edges = [_LEFT]
    width = 0.0
    for _heading, wide in table.columns:
        width += wide
        edges.append(_LEFT + _mm(width))
    return edges


def _face(heading: str) -> Face:
    return "Medium" if heading in wording.BOLD else "Regular"


def _set(draw: ImageDraw.ImageDraw, setting: Setting, corner: tuple[float, float], anchor: str) -> None:
    x, top = corner
    # Tones above capitals are rare in running text: a line looks centred by the height of its letters.
    lift = (ASCENT - DESCENT - 0.71) / 2 * setting.size if len(setting.lines) == 1 else 0
    for index, line in enumerate(setting.lines):
        y = top - lift / 2 + (ASCENT + LEADING * index) * setting.size
        draw.text((x, y), line, fill=0, font=setting.font, anchor=f"{anchor}s")
