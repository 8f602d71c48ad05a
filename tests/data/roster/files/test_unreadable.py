"""Files that are no list: one sentence that says what to do, never a traceback."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, ZipInfo

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from data.errors import RosterInvalid
from data.model.event import Event
from data.roster.comparing.preview import preview
from data.roster.reading import read_roster
from tests.data.roster.build import Table, csv_text, tcvn3, write_xls, write_xlsx

ENDINGS = [".xlsx", ".xls", ".csv"]
TABLE: Table = [
    ["STT", "Họ và tên", "Năm sinh", "Điện thoại"],
    [1, "Nguyễn Văn An", 1960, 912345678],
    [2, "Lê Hà", 1, ""],
]
FUZZ = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


def zipped(**parts: str) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for name, text in parts.items():
            # A fixed date: what is made here names the tests, and all workers must find the same.
            archive.writestr(ZipInfo(name), text)
    return out.getvalue()


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"  \r\n \n",
        b"PK\x03\x04 torn",
        zipped(**{"word/document.xml": "<w/>"}),
        zipped(mimetype="application/vnd.oasis.opendocument.spreadsheet"),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"),
        b"\x09\x08\x10\x00",
        b"%PDF-1.7 ...",
        b"\x89PNG\r\n",
        b"<html><table><tr><td>x</td></tr></table></html>",
        "Danh sách này không có cột nào".encode(),
        b"a,b\n1,2\n",
        bytes(range(256)) * 4,
        b"\0" * 2000,
        b'"' + b"x" * 200_000,
    ],
    # Windows holds no name of a test that is as long as its content.
    ids=lambda content: repr(content[:20]),
)
def test_refused_with_one_sentence(tmp_path: Path, event: Event, ending: str, content: bytes) -> None:
    path = tmp_path / f"ds{ending}"
    path.write_bytes(content)
    with pytest.raises(RosterInvalid) as refused:
        read_roster(path, event)
    assert refused.value.sentence and "\n" not in refused.value.sentence


def test_a_protected_workbook_says_what_to_do(tmp_path: Path, event: Event) -> None:
    path = tmp_path / "khoa.xlsx"
    path.write_bytes(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")
    )
    plain = tmp_path / "hong.xlsx"
    plain.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    sentences = set()
    for file in (path, plain):
        with pytest.raises(RosterInvalid) as refused:
            read_roster(file, event)
        sentences.add(refused.value.sentence.replace(file.name, ""))
    assert len(sentences) == 2


def test_missing_file_folder_and_impossible_name(tmp_path: Path, event: Event) -> None:
    for path in (tmp_path / "không có.xlsx", tmp_path, Path("a\0b.csv")):
        with pytest.raises(RosterInvalid):
            read_roster(path, event)


def test_a_workbook_that_unpacks_to_gigabytes_is_not_unpacked(tmp_path: Path, event: Event) -> None:
    from zipfile import ZIP_DEFLATED

    path = tmp_path / "bom.xlsx"
    with ZipFile(path, "w", ZIP_DEFLATED) as archive, archive.open("xl/worksheets/sheet1.xml", "w") as part:
        for _ in range(310):
            part.write(b"\0" * 1_000_000)
    with pytest.raises(RosterInvalid):
        read_roster(path, event)


def test_a_wrong_ending_does_not_matter(tmp_path: Path, event: Event) -> None:
    book = write_xlsx(tmp_path / "a.xlsx", {"DS": TABLE})
    old = write_xls(tmp_path / "b.xls", TABLE, "Arial")
    text = tmp_path / "c.xls"
    text.write_text(csv_text(TABLE, "\t"), encoding="utf-16")
    for path in (book.rename(tmp_path / "a.csv"), old.rename(tmp_path / "b.xlsx"), text):
        assert [row.facts.name for row in read_roster(path, event).rows] == ["Nguyễn Văn An"]


def survive(path: Path, content: bytes, event: Event) -> None:
    path.write_bytes(content)
    try:
        preview(read_roster(path, event), [])
    except RosterInvalid as refused:
        assert refused.sentence


@FUZZ
@given(content=st.binary(max_size=2000), ending=st.sampled_from(ENDINGS))
@example(content=b"PK\x03\x04", ending=".xlsx")
@example(content=b"\xff\xfe\x00", ending=".csv")
def test_random_bytes(tmp_path: Path, event: Event, content: bytes, ending: str) -> None:
    survive(tmp_path / f"f{ending}", content, event)


@FUZZ
@given(cells=st.lists(st.lists(st.text(max_size=12), max_size=5), max_size=12))
def test_random_cells_below_a_header(tmp_path: Path, event: Event, cells: list[list[str]]) -> None:
    table = [["STT", "Họ và tên", "Năm sinh", "Điện thoại", "Thành phần"], *cells]
    survive(tmp_path / "f.csv", csv_text(table).encode("utf-8", "surrogatepass"), event)


@FUZZ
@given(data=st.data(), kind=st.sampled_from(ENDINGS))
def test_damaged_files(
    tmp_path: Path, event: Event, data: st.DataObject, kind: str, whole: dict[str, bytes]
) -> None:
    content = bytearray(whole[kind])
    for _ in range(data.draw(st.integers(1, 5))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    survive(tmp_path / f"f{kind}", bytes(content[: data.draw(st.integers(1, len(content)))]), event)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("whole")
    old = [[tcvn3(cell) if isinstance(cell, str) else cell for cell in row] for row in TABLE]
    return {
        ".xlsx": write_xlsx(folder / "a.xlsx", {"DS": TABLE}, ["A3:B3"]).read_bytes(),
        ".xls": write_xls(folder / "a.xls", old, ".VnTime").read_bytes(),
        ".csv": csv_text(TABLE).encode("utf-8"),
    }
