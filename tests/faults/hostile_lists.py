# ruff: noqa: E501 - a table of files, one a line
"""Lists of guests that are damaged, swollen or meant ill, each made by a function of its path."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

Make = Callable[[Path], object]
Pieces = Iterable[bytes]

_HEAD = b'<?xml version="1.0" encoding="UTF-8"?>'
_MAIN = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_W = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_HEADINGS = (
    b'<row r="1"><c r="A1" t="inlineStr"><is><t>STT</t></is></c>'
    b'<c r="B1" t="inlineStr"><is><t>H\xe1\xbb\x8d v\xc3\xa0 t\xc3\xaan</t></is></c></row>'
    b'<row r="2"><c r="A2"><v>1</v></c><c r="B2" t="inlineStr"><is><t>Nguy\xe1\xbb\x85n An</t></is></c></row>'
)
MEGABYTE = 1 << 20


def many(piece: bytes, count: int, at_once: int = 10_000) -> Iterator[bytes]:
    """``piece`` so many times, a block at a time."""
    for _block in range(count // at_once):
        yield piece * at_once
    yield piece * (count % at_once)


def package(path: Path, parts: dict[str, Pieces], packed: int = ZIP_DEFLATED) -> None:
    """A zip of these parts."""
    with ZipFile(path, "w", packed, compresslevel=1) as archive:
        for name, pieces in parts.items():
            with archive.open(name, "w", force_zip64=True) as part:
                for piece in pieces:
                    part.write(piece)


def workbook(path: Path, rows: Pieces = (), after: Pieces = (), **more: Pieces) -> None:
    """An .xlsx with one sheet: headings, a guest, ``rows`` and what comes ``after`` the rows."""
    relations = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    types = b"application/vnd.openxmlformats-officedocument.spreadsheetml."
    kinds = b"http://schemas.openxmlformats.org/package/2006/"

    def sheet() -> Iterator[bytes]:
        yield _HEAD + b'<worksheet xmlns="' + _MAIN + b'"><sheetData>' + _HEADINGS
        yield from rows
        yield b"</sheetData>"
        yield from after
        yield b"</worksheet>"

    parts: dict[str, Pieces] = {
        "[Content_Types].xml": [
            _HEAD + b'<Types xmlns="' + kinds + b'content-types">'
            b'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            b'<Override PartName="/xl/workbook.xml" ContentType="' + types + b'sheet.main+xml"/>'
            b'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="' + types + b'worksheet+xml"/>'
            b'<Override PartName="/xl/sharedStrings.xml" ContentType="' + types + b'sharedStrings+xml"/></Types>'
        ],
        "_rels/.rels": [
            _HEAD + b'<Relationships xmlns="' + kinds + b'relationships"><Relationship Id="rId1" Type="'
            + relations + b'/officeDocument" Target="xl/workbook.xml"/></Relationships>'
        ],
        "xl/workbook.xml": [
            _HEAD + b'<workbook xmlns="' + _MAIN + b'" xmlns:r="' + relations
            + b'"><sheets><sheet name="DS" sheetId="1" r:id="rId1"/></sheets></workbook>'
        ],
        "xl/_rels/workbook.xml.rels": [
            _HEAD + b'<Relationships xmlns="' + kinds + b'relationships"><Relationship Id="rId1" Type="'
            + relations + b'/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="'
            + relations + b'/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
        ],
        "xl/worksheets/sheet1.xml": sheet(),
        "xl/sharedStrings.xml": [_HEAD + b'<sst xmlns="' + _MAIN + b'"/>'],
    }  # fmt: skip
    package(path, parts | {name.replace("__", "/"): pieces for name, pieces in more.items()})


def merges(*ranges: str) -> Pieces:
    """The element that lists merged ranges."""
    listed = b"".join(b'<mergeCell ref="%s"/>' % one.encode() for one in ranges)
    return [b"<mergeCells>" + listed + b"</mergeCells>"]


def document(path: Path, body: Pieces) -> None:
    """A .docx with this body, on python-docx's own template."""
    import docx

    plain = path.with_suffix(".plain")
    docx.Document().save(str(plain))
    with ZipFile(plain) as archive:
        parts: dict[str, Pieces] = {name: [archive.read(name)] for name in archive.namelist()}
    plain.unlink()

    def whole() -> Iterator[bytes]:
        yield _HEAD + b'<w:document xmlns:w="' + _W + b'"><w:body>'
        yield from body
        yield b"<w:p/></w:body></w:document>"

    package(path, parts | {"word/document.xml": whole()})


def table(rows: Pieces) -> Iterator[bytes]:
    """A Word table."""
    yield b"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>"
    yield _word_row(b"STT", "Họ và tên".encode())
    yield from rows
    yield b"</w:tbl>"


def _word_row(*texts: bytes, more: bytes = b"") -> bytes:
    cells = (
        b"<w:tc><w:tcPr>%s</w:tcPr><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:tc>" % (more, t) for t in texts
    )
    return b"<w:tr>" + b"".join(cells) + b"</w:tr>"


def text(path: Path, pieces: Pieces) -> None:
    """A file of plain bytes."""
    with path.open("wb") as file:
        for piece in pieces:
            file.write(piece)


def old_workbook(path: Path, records: Pieces) -> None:
    """A bare BIFF8 stream, as the oldest programs wrote it: a workbook's beginning, then ``records``."""
    text(
        path, [b"\x09\x08\x10\x00\x00\x06\x10\x00\xbb\x0d\xcc\x07\x00\x00\x00\x00\x06\x00\x00\x00", *records]
    )


def spoilt_xls(path: Path, place: int) -> None:
    """A real .xls whose bytes from ``place`` on are all 0xFF for a while."""
    import xlwt

    book = xlwt.Workbook()
    sheet = book.add_sheet("DS")
    for row in range(50):
        sheet.write(row, 1, "Họ và tên" if row == 0 else f"Nguyễn Văn {row}")
    book.save(str(path))
    content = bytearray(path.read_bytes())
    content[place : place + 400] = b"\xff" * 400
    path.write_bytes(content)


_EMPTY_ROW = b'<row r="3" s="1" customFormat="1"/>'
_STYLED_ROW = b'<row r="3" s="1">' + b'<c r="A3" s="1"/>' * 10 + b"</row>"
_CELL = b'<row r="3"><c r="A3" t="inlineStr"><is><t>'
_END = b"</t></is></c></row>"
_PAGE = "<html><table><tr><th>STT<th>Họ và tên</tr><tr><td>1<td>Nguyễn An</tr>".encode()
_CSV = "STT,Họ và tên\n1,Nguyễn An\n".encode()
_BOMB = (
    b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
    + b"]>"
)

LISTS: dict[str, Make] = {
    "list-cell-of-280-mb.xlsx": partial(workbook, rows=[_CELL, *[b"x" * MEGABYTE] * 280, _END]),
    "list-cell-of-90-mb.xlsx": partial(workbook, rows=[_CELL, *[b"x" * MEGABYTE] * 90, _END]),
    "list-cell-of-2-mb.xlsx": partial(workbook, rows=[_CELL, b"x" * 2 * MEGABYTE, _END]),
    "list-whole-sheet-merged.xlsx": partial(workbook, after=merges("A1:XFD1048576")),
    "list-many-sheets-merged.xlsx": partial(workbook, after=merges(*["A1:XFD1048576"] * 500)),
    "list-many-merges.xlsx": partial(workbook, after=merges(*[f"A{n}:B{n}" for n in range(1, 100_001)])),
    "list-merge-backwards.xlsx": partial(workbook, after=merges("XFD1048576:A1", "C0:A99999999999")),
    "list-million-empty-rows.xlsx": lambda p: workbook(p, rows=many(_EMPTY_ROW, 1_000_000)),
    "list-million-styled-rows.xlsx": lambda p: workbook(p, rows=many(_STYLED_ROW, 500_000, 1000)),
    "list-wide-row.xlsx": lambda p: workbook(p, rows=[b'<row r="3">', *many(b'<c r="A3"/>', 2_000_000), b"</row>"]),
    "list-bomb-of-1-gb.xlsx": lambda p: workbook(p, rows=[_CELL, *[b" " * MEGABYTE] * 1024, _END]),
    "list-bomb-beside.xlsx": lambda p: workbook(p, **{"xl__media.xml": [b"<" * MEGABYTE] * 1024}),
    "list-bomb-of-marks.xlsx": lambda p: workbook(p, rows=many(b"<x/>", 30_000_000)),
    "list-deep.xlsx": lambda p: workbook(p, rows=many(b"<x>", 5_000_000)),
    "list-entities.xlsx": lambda p: workbook(p, **{"xl__sharedStrings.xml": [_BOMB, b"<sst><si><t>&j;</t></si></sst>"]}),
    "list-row-far-away.xlsx": lambda p: workbook(p, rows=[b'<row r="99999999999"><c r="ZZZZZZ9"><v>1</v></c></row>']),
    "list-shared-string-missing.xlsx": lambda p: workbook(p, rows=[b'<row r="3"><c r="A3" t="s"><v>999999999</v></c></row>']),
    "list-three-thousand-parts.xlsx": lambda p: workbook(p, **{f"xl__x{n}.xml": [b"<x/>"] for n in range(3000)}),
    "list-numbers.xlsx": lambda p: workbook(p, rows=[b'<row r="3"><c r="A3"><v>1e999</v></c><c r="B3"><v>' + b"9" * 9000 + b"</v></c></row>"]),
    "list-stored.xlsx": lambda p: package(p, {"xl/workbook.xml": [b"\0" * MEGABYTE] * 30}, ZIP_STORED),
    "list-300-thousand-rows.docx": lambda p: document(p, table(many(_word_row(b"1", b"An"), 300_000, 1000))),
    "list-gridspan.docx": lambda p: document(p, table([_word_row(b"1", b"An", more=b'<w:gridSpan w:val="1000000000"/>')])),
    "list-gridspans.docx": lambda p: document(p, table(many(_word_row(b"1", more=b'<w:gridSpan w:val="900"/>'), 5000, 1000))),
    "list-gridafter.docx": lambda p: document(p, table([b'<w:tr><w:trPr><w:gridAfter w:val="999999999"/></w:trPr></w:tr>'])),
    "list-nested-tables.docx": lambda p: document(p, [*many(b"<w:tbl><w:tr><w:tc>", 20_000, 1000)]),
    "list-cell-of-120-mb.docx": lambda p: document(p, table([_word_row(b"x" * 120 * MEGABYTE)])),
    "list-entities.docx": lambda p: package(p, {"word/document.xml": [_BOMB, b"<x>&j;</x>"]}),
    "list-unclosed-60-mb.html": lambda p: text(p, [_PAGE, *many(b"<td", 20 * MEGABYTE)]),
    "list-unclosed-19-mb.html": lambda p: text(p, [_PAGE, *many(b"<td", 6 * MEGABYTE)]),
    "list-comments.html": lambda p: text(p, [_PAGE, *many(b"<!-- <td>", 2 * MEGABYTE)]),
    "list-marked.html": lambda p: text(p, [_PAGE, *many(b"<![CDATA[>", MEGABYTE)]),
    "list-spans.html": lambda p: text(p, [_PAGE, *many(b"<tr><td colspan=60 rowspan=1000>x", 20_000)]),
    "list-tall.html": lambda p: text(p, [_PAGE, *many(b"<tr><td rowspan=999999>x", 20_000)]),
    "list-attributes.html": lambda p: text(p, [_PAGE, b"<td ", *many(b"a='", 30_000), b">"]),
    "list-tables.html": lambda p: text(p, [_PAGE, *many(b"<td><table>", 900_000)]),
    "list-entities.html": lambda p: text(p, [_PAGE, b"<td>", *many(b"&#x", 5 * MEGABYTE)]),
    "list-script.html": lambda p: text(p, [b"<script>", *many(b"</scrip", 2 * MEGABYTE)]),
    "list-far-index.xml": lambda p: text(p, [b'<Workbook><Worksheet><Table><Row ss:Index="999999"><Cell ss:Index="99999"><Data>x']),
    "list-30-mb-line.csv": lambda p: text(p, [_CSV, *many(b"x", 30 * MEGABYTE, MEGABYTE)]),
    "list-15-mb-line.csv": lambda p: text(p, [_CSV, *many(b"x", 15 * MEGABYTE, MEGABYTE)]),
    "list-commas.csv": lambda p: text(p, [_CSV, *many(b",", 18 * MEGABYTE, MEGABYTE)]),
    "list-line-ends.csv": lambda p: text(p, [_CSV, *many(b"\n", 18 * MEGABYTE, MEGABYTE)]),
    "list-quote.csv": lambda p: text(p, [_CSV, b'"', *many(b'x,"y"\n', 100_000)]),
    "list-open-quotes.csv": lambda p: text(p, [_CSV, *many(b'"Nguyen ""A"" x",y"z,,,,\n"Tran Thi,,,,"",,\n', 20_000)]),
    "list-zeros.csv": lambda p: text(p, [b"\0" * 15 * MEGABYTE]),
    "list-blanks-of-old-excel.xls": lambda p: old_workbook(p, many(b"\xbe\x00\x06\x02" + b"\x00\x00\x00\x00" + b"\x0f\x00" * 257, 16_000, 1000)),
    "list-merges-of-old-excel.xls": lambda p: old_workbook(p, many(b"\xe5\x00\x0a\x00\x01\x00" + b"\x00\x00\xff\xff\x00\x00\xff\x00", 100_000)),
    "list-records-of-old-excel.xls": lambda p: old_workbook(p, many(b"\xff\x0f\x00\x00", 8_000_000)),
    "list-spoilt-directory.xls": partial(spoilt_xls, place=40),
    "list-spoilt-middle.xls": partial(spoilt_xls, place=1200),
}  # fmt: skip
