"""Binary workbooks of Excel (.xlsb), built here record by record as [MS-XLSB] lays them out, are read."""

import struct
from pathlib import Path
from zipfile import ZipFile

from data.model.event import Event
from data.roster.reading import read_roster
from tests.data.roster.build import Table, tcvn3
from tests.data.roster.kinds.tables import AN, BINH, CUONG, HEADINGS, guests_of, rows, told_by

_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    "</Types>"
)
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def record(kind: int, body: bytes = b"") -> bytes:
    """A record: its kind and its length in groups of seven bits, and what is in it."""
    return _groups(kind) + _groups(len(body)) + body


def _groups(number: int) -> bytes:
    if number < 0x80:
        return bytes([number])
    return bytes([number & 0x7F | 0x80]) + _groups(number >> 7)


def wide(text: str) -> bytes:
    """A text as XLWideString."""
    raw = text.encode("utf-16-le")
    return struct.pack("<I", len(raw) // 2) + raw


def sheet(table: Table) -> bytes:
    """A worksheet: BrtWsDim, BrtRowHdr, BrtCellSt and BrtCellReal between their beginnings and ends."""
    width = max(map(len, table))
    parts = [record(129), record(148, struct.pack("<4I", 0, len(table) - 1, 0, width - 1)), record(145)]
    for number, row in enumerate(table):
        parts.append(record(0, struct.pack("<2I", number, 0) + bytes(9)))
        for column, value in enumerate(row):
            place = struct.pack("<2I", column, 0)
            if isinstance(value, str):
                parts.append(record(6, place + wide(value)))
            elif value is not None:
                parts.append(record(5, place + struct.pack("<d", value)))
    return b"".join([*parts, record(146), record(130)])


def write_xlsb(path: Path, sheets: dict[str, tuple[Table, bool]]) -> Path:
    """A workbook of these sheets, each with whether it is hidden."""
    bundles = [
        record(156, struct.pack("<2I", int(hidden), number) + wide(f"rId{number}") + wide(name))
        for number, (name, (_table, hidden)) in enumerate(sheets.items(), 1)
    ]
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{_RELATION}/worksheet" Target="worksheets/sheet{number}.bin"/>'
        for number in range(1, len(sheets) + 1)
    )
    about = "http://schemas.openxmlformats.org/package/2006/relationships"
    with ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{about}"><Relationship Id="rId1" Type="{_RELATION}/officeDocument" '
            'Target="xl/workbook.bin"/></Relationships>',
        )
        archive.writestr(
            "xl/workbook.bin", b"".join([record(131), record(143), *bundles, record(144), record(132)])
        )
        archive.writestr(
            "xl/_rels/workbook.bin.rels", f'<Relationships xmlns="{about}">{relations}</Relationships>'
        )
        for number, (table, _hidden) in enumerate(sheets.values(), 1):
            archive.writestr(f"xl/worksheets/sheet{number}.bin", sheet(table))
    return path


def test_a_binary_workbook_is_read(tmp_path: Path, event: Event) -> None:
    path = write_xlsb(
        tmp_path / "ds.xlsb", {"DS": ([["DANH SÁCH HỘ"], HEADINGS, *rows(AN, BINH, CUONG)], False)}
    )
    reading = read_roster(path, event)
    assert guests_of(reading) == [AN, BINH, CUONG]
    assert [row.row for row in reading.rows] == [3, 4, 5] and not reading.problems


def test_old_letters_and_hidden_sheets_of_one_are_told(tmp_path: Path, event: Event) -> None:
    old: Table = [[tcvn3(text) for text in HEADINGS], [1, tcvn3(AN[0]), 1960, tcvn3("Xóm 1")]]
    path = write_xlsb(tmp_path / "ds.xlsb", {"DS": (old, False), "Cũ": ([HEADINGS, *rows(BINH)], True)})
    reading = read_roster(path, event)
    assert guests_of(reading) == [AN]
    assert told_by(reading) == {"letters", "hidden sheets"}
