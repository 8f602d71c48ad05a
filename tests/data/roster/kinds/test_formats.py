"""Lists in the formats of other programs, what of them nobody sees, and files that are no lists."""

# ruff: noqa: E501 - tables of files

from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from data.errors import RosterInvalid
from data.model.event import Event
from data.roster.reading import read_roster
from data.roster.reading_options import ReadingOptions
from tests.data.roster.build import write_xlsx
from tests.data.roster.kinds.tables import AN, BINH, CUONG, HEADINGS, guests_of, rows, told_by

_NAMES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)


def ods(path: Path, body: str, styles: str = "") -> Path:
    """An OpenDocument spreadsheet with this content."""
    content = (
        f"<office:document-content {_NAMES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{body}</office:spreadsheet></office:body></office:document-content>"
    )
    with ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
    return path


def cell(value: object) -> str:
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, int):
        return (
            f'<table:table-cell office:value-type="float" office:value="{value}"><text:p>{value}</text:p>'
            "</table:table-cell>"
        )
    return f'<table:table-cell office:value-type="string"><text:p>{value}</text:p></table:table-cell>'


def row(values: list[Any], attributes: str = "") -> str:
    return f"<table:table-row {attributes}>{''.join(map(cell, values))}</table:table-row>"


def test_a_spreadsheet_of_libreoffice_is_read(tmp_path: Path, event: Event) -> None:
    title = (
        '<table:table-row><table:table-cell table:number-columns-spanned="4"><text:p>DANH SÁCH</text:p>'
        '</table:table-cell><table:covered-table-cell table:number-columns-repeated="3"/></table:table-row>'
    )
    empty = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    body = "".join(map(row, [list(HEADINGS), *rows(AN, BINH)]))
    path = ods(tmp_path / "ds.ods", f'<table:table table:name="DS">{title}{body}{empty}</table:table>')
    reading = read_roster(path, event)
    assert guests_of(reading) == [AN, BINH]
    assert [row.row for row in reading.rows] == [3, 4]


def test_what_libreoffice_hides_is_told(tmp_path: Path, event: Event) -> None:
    hidden = row(rows(AN, BINH)[1], 'table:visibility="filter"')
    body = row(list(HEADINGS)) + row(rows(AN)[0]) + hidden
    away = f'<table:table table:name="Cũ" table:style-name="no">{row(list(HEADINGS))}{row([1, *CUONG])}</table:table>'
    style = '<style:style style:name="no" style:family="table"><style:table-properties table:display="false"/></style:style>'
    path = ods(tmp_path / "ds.ods", f'<table:table table:name="DS">{body}</table:table>{away}', style)
    reading = read_roster(path, event)
    assert guests_of(reading) == [AN, BINH]
    assert told_by(reading) == {"hidden rows", "hidden sheets"}
    assert guests_of(read_roster(path, event, ReadingOptions(skip_hidden=True))) == [AN]
    assert guests_of(read_roster(path, event, ReadingOptions(sheets=("Cũ",)))) == [CUONG]


@pytest.mark.parametrize("how", ["row", "filter", "group"])
def test_rows_that_nobody_sees_are_told(how: str, tmp_path: Path, event: Event) -> None:
    from openpyxl import load_workbook

    path = write_xlsx(tmp_path / "ds.xlsx", {"S": [HEADINGS, *rows(AN, BINH, CUONG)]})
    book = load_workbook(path)
    frame = book.active
    assert frame is not None
    line = frame.row_dimensions[3]
    line.hidden = True
    line.outlineLevel = 1 if how == "group" else 0
    if how == "filter":
        frame.auto_filter.ref = "A1:D4"
    book.save(path)
    reading = read_roster(path, event)
    assert guests_of(reading) == [AN, BINH, CUONG]
    assert [row.doubts for row in reading.rows] == [(), ("hidden rows",), ()]
    assert guests_of(read_roster(path, event, ReadingOptions(skip_hidden=True))) == [AN, CUONG]


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_hidden_sheets_are_told_and_read_when_named(state: str, tmp_path: Path, event: Event) -> None:
    from openpyxl import load_workbook

    path = write_xlsx(tmp_path / "ds.xlsx", {"S": [HEADINGS, *rows(AN)], "Cũ": [HEADINGS, *rows(BINH)]})
    book = load_workbook(path)
    book["Cũ"].sheet_state = state
    book.save(path)
    reading = read_roster(path, event)
    assert guests_of(reading) == [AN] and told_by(reading) == {"hidden sheets"}
    assert guests_of(read_roster(path, event, ReadingOptions(sheets=("cũ",)))) == [BINH]
    with pytest.raises(RosterInvalid, match="Cũ"):
        read_roster(path, event, ReadingOptions(sheets=("Không có",)))


def test_a_hidden_column_alone_is_read_and_told(tmp_path: Path, event: Event) -> None:
    from openpyxl import load_workbook

    path = write_xlsx(tmp_path / "ds.xlsx", {"S": [HEADINGS, *rows(AN, BINH)]})
    book = load_workbook(path)
    frame = book.active
    assert frame is not None
    frame.column_dimensions["C"].hidden = True
    book.save(path)
    reading = read_roster(path, event)
    assert guests_of(reading) == [AN, BINH] and told_by(reading) == {"hidden columns"}


@pytest.mark.parametrize(
    ("name", "content", "key"),
    [
        ("ds.pdf", b"%PDF-1.7 ...", "F12"),
        ("ds.rtf", b"{\\rtf1 x}", "F12"),
        ("ds.png", b"\x89PNG\r\n\x1a\n", "F12"),
        ("ds.jpg", b"\xff\xd8\xff\xe0 JFIF", "F12"),
        ("ds.heic", b"\0\0\0\x18ftypheic\0\0", "F12"),
        ("ds.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "F12"),
        ("ds.rar", b"Rar!\x1a\x07", "giải nén"),
    ],
)
def test_what_is_no_list_says_which_key_makes_one(
    name: str, content: bytes, key: str, tmp_path: Path, event: Event
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(RosterInvalid) as refused:
        read_roster(path, event)
    assert name in refused.value.sentence and key in refused.value.sentence


@pytest.mark.parametrize(
    ("parts", "key"),
    [
        ({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}, "Ctrl+Shift+S"),
        ({"Index/Document.iwa": "x"}, "Excel"),
        ({"danh-sach.xlsx": "x"}, "giải nén"),
    ],
)
def test_packages_that_are_no_lists(parts: dict[str, str], key: str, tmp_path: Path, event: Event) -> None:
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    path = tmp_path / "ds.zip"
    path.write_bytes(out.getvalue())
    with pytest.raises(RosterInvalid) as refused:
        read_roster(path, event)
    assert key in refused.value.sentence


WORD = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{}</w:body></w:document>'


def docx(path: Path, body: str, strict: bool = False) -> Path:
    text = WORD.format(body)
    if strict:
        text = text.replace(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main",
        )
    with ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", text)
    return path


def tc(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


HEAD = tr(*map(tc, HEADINGS))
BODY = tr(tc("1"), tc(AN[0]), tc("1960"), tc("Xóm 1"))
SECOND = tr(tc("2"), tc(BINH[0]), tc("1955"), tc("Xóm 1"))


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("a row that was deleted", HEAD + BODY + tr(tc("9"), tc("Vũ Xóa"), properties="<w:del/>") + SECOND),
        ("a row in a content control", HEAD + f"<w:sdt><w:sdtContent>{BODY}</w:sdtContent></w:sdt>" + SECOND),
        ("a row that was inserted", HEAD + BODY + SECOND.replace("<w:trPr>", "<w:trPr><w:ins/>")),
        (
            "text moved away and text inserted",
            HEAD
            + tr(
                tc("1"),
                f"<w:tc><w:p><w:moveFrom><w:r><w:t>Vũ Cũ</w:t></w:r></w:moveFrom><w:ins><w:r><w:t>{AN[0]}</w:t></w:r>"
                "</w:ins><w:del><w:r><w:delText>Xóa</w:delText></w:r></w:del></w:p></w:tc>",
                tc("1960"),
                tc("Xóm 1"),
            )
            + SECOND,
        ),
        (
            "a hamlet over two rows",
            HEAD
            + tr(tc("1"), tc(AN[0]), tc("1960"), tc("Xóm 1", '<w:vMerge w:val="restart"/>'))
            + tr(tc("2"), tc(BINH[0]), tc("1955"), tc("", "<w:vMerge/>")),
        ),
        (
            "a row that begins later",
            HEAD + BODY + tr(tc(BINH[0]), tc("1955"), tc("Xóm 1"), properties='<w:gridBefore w:val="1"/>'),
        ),
        (
            "a section over the whole width",
            HEAD + tr(tc("Xóm 1", '<w:gridSpan w:val="4"/>')) + BODY + SECOND,
        ),
    ],
)
@pytest.mark.parametrize("strict", [False, True])
def test_tables_of_word_are_read_as_printed(
    kind: str, body: str, strict: bool, tmp_path: Path, event: Event
) -> None:
    path = docx(tmp_path / "ds.docx", f"<w:tbl>{body}</w:tbl>", strict)
    assert guests_of(read_roster(path, event)) == [AN, BINH], kind


@pytest.mark.parametrize(
    "around",
    [
        "<w:tbl><w:tr><w:tc><w:p/>{}<w:p/></w:tc></w:tr></w:tbl>",
        "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "<w:p><w:r><w:drawing><w:txbxContent>{}</w:txbxContent></w:drawing></w:r></w:p>",
        "<w:p><w:r><w:t>Xóm 9</w:t></w:r></w:p><w:p/>{}",
    ],
)
def test_a_table_is_found_wherever_it_stands(around: str, tmp_path: Path, event: Event) -> None:
    path = docx(tmp_path / "ds.docx", around.format(f"<w:tbl>{HEAD}{BODY}{SECOND}</w:tbl>"))
    assert guests_of(read_roster(path, event)) == [AN, BINH]


def test_the_line_above_a_table_names_the_hamlet(tmp_path: Path, event: Event) -> None:
    head = tr(*map(tc, HEADINGS[:3]))
    one = tr(tc("1"), tc(AN[0]), tc("1960"))
    two = tr(tc("1"), tc(BINH[0]), tc("1955"))
    parts = ((1, one), (2, two))
    body = "".join(f"<w:p><w:r><w:t>Xóm {n}</w:t></w:r></w:p><w:tbl>{head}{r}</w:tbl>" for n, r in parts)
    got = guests_of(read_roster(docx(tmp_path / "ds.docx", body), event))
    assert got == [(AN[0], 1960, "Xóm 1"), (BINH[0], 1955, "Xóm 2")]


def test_lines_with_tabs_are_a_table(tmp_path: Path, event: Event) -> None:
    lines = [HEADINGS, *rows(AN, BINH)]
    body = "".join(
        "<w:p>" + "<w:r><w:tab/></w:r>".join(f"<w:r><w:t>{v}</w:t></w:r>" for v in line) + "</w:p>"
        for line in lines
    )
    assert guests_of(read_roster(docx(tmp_path / "ds.docx", body), event)) == [AN, BINH]


@pytest.mark.parametrize(
    ("text", "torn"),
    [
        ('STT,Họ và tên,Năm sinh,Xóm\n1,"Nguyễn Văn An,1960,Xóm 1\n2,Trần Thị Bình,1955,Xóm 1\n', {2}),
        ('STT,Họ và tên,Năm sinh,Xóm\n1,Nguyễn Văn An,1960,"Xóm 1\n2,Trần Thị Bình,1955,Xóm 1\n', {2}),
        ('STT,Họ và tên,Năm sinh,Xóm\n1,"Nguyễn Văn\nAn",1960,Xóm 1\n2,"Trần\nThị\nBình",1955,Xóm 1\n', set()),
        ('STT;"Họ\nvà tên";Năm sinh;Xóm\n1;Nguyễn Văn An;1960;Xóm 1\n2;Trần Thị Bình;1955;"Xóm 1"\n', set()),
        ('STT,Họ và tên,Năm sinh,Xóm\n1,Nguyễn Văn An,1960,Xóm 1\n2,"Trần Thị Bình,1955,Xóm 1', {3}),
        ('"STT"\t"Họ và tên"\t"Năm sinh"\t"Xóm"\n"1"\t"Nguyễn Văn An"\t"1960"\t"Xóm 1"\n2\tTrần Thị Bình\t1955\tXóm 1', set()),
    ],
)  # fmt: skip
def test_a_fault_in_quotation_marks_stays_in_its_row(
    text: str, torn: set[int], tmp_path: Path, event: Event
) -> None:
    path = tmp_path / "ds.csv"
    path.write_text(text, encoding="utf-8", newline="")
    reading = read_roster(path, event)
    assert guests_of(reading) == [AN, BINH]
    assert {row.row for row in reading.rows if "torn" in row.doubts} == torn
