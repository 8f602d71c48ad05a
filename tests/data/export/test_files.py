"""The files of an export: names, phones, and what happens when the disk says no."""

import csv
import errno
import re
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from data.clock import hour_minute
from data.errors import CeremonyError
from data.export.files import export_event
from data.export.table.rows import attendance_columns
from data.session.session import Session
from tests.data.export.played import clock, found

PHONES = ("0912345678", "0987654321")


def cells(sheet: Any) -> list[list[Any]]:
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def test_csv_is_read_back_with_the_same_figures(session: Session) -> None:
    _book, path, _json = export_event(session)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        _headings, *rows = csv.reader(file)
    columns = attendance_columns()
    name, arrived, people = (columns.place(column) - 1 for column in ("name", "arrived", "people"))
    expected = [guest for _, guest in sorted(session.state.guests.items()) if not guest.withdrawn]
    assert [int(row[0]) for row in rows] == [guest.number for guest in expected]
    for row, guest in zip(rows, expected, strict=True):
        came = session.state.present.get(guest.number)
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row)
        assert row[name].removeprefix("'") == guest.name
        assert row[name].startswith("'") == guest.name.startswith(("=", "+", "-", "@"))
        assert row[arrived] == (hour_minute(came.at) if came else "")
        assert row[people] == (str(came.people) if came and guest.is_household else "")


def everything_in(files: list[Path]) -> bytes:
    """Every byte of the files, those of a workbook unpacked."""
    found = b""
    for path in files:
        if path.suffix == ".xlsx":
            with zipfile.ZipFile(path) as archive:
                found += b"".join(archive.read(name) for name in archive.namelist())
        else:
            found += path.read_bytes()
    return found


def test_phone_numbers_are_in_no_file_unless_asked_for(session: Session) -> None:
    without = everything_in(export_event(session))
    assert not any(phone.encode() in without for phone in PHONES)
    for path in export_event(session, phones=True):
        assert all(phone.encode() in everything_in([path]) for phone in PHONES), path.suffix


def test_a_second_export_in_the_same_minute_takes_other_names(session: Session) -> None:
    first, second, third = (export_event(session) for _turn in range(3))
    assert len({*first, *second, *third}) == 9
    assert all(path.stat().st_size > 100 for path in [*first, *second, *third])
    assert re.fullmatch(r"kha-tan-2022-07-01-\d{4}\.xlsx", first[0].name)
    assert second[0].name == f"{first[0].stem}-2.xlsx"
    assert third[1].name == f"{first[1].stem}-3.csv"
    assert first[0].parent == session.folder / "exports"
    assert len(list(first[0].parent.iterdir())) == 9


def test_a_foreign_file_of_the_same_name_is_left_alone(session: Session, tmp_path: Path) -> None:
    out = tmp_path / "usb"
    name = export_event(session, out)[0]
    name.write_text("the chairman's own notes")
    assert export_event(session, out)[0] != name
    assert name.read_text() == "the chairman's own notes"


def test_a_full_disk_is_a_sentence_and_leaves_nothing(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_self: Path, _target: Path) -> Path:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(CeremonyError, match="No space left"):
        export_event(session, tmp_path / "out")
    assert list((tmp_path / "out").iterdir()) == []


def test_a_folder_that_cannot_be_made_is_a_sentence(session: Session, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(CeremonyError, match="choose another folder"):
        export_event(session, tmp_path / "taken" / "out")


def test_an_event_without_guests_can_be_exported(tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []
    with found(tmp_path / "e", clock()) as empty:
        workbook, *_others = export_event(empty, progress=lambda *news: heard.append(news))
    book = openpyxl.load_workbook(workbook)
    assert cells(book["Attendance"])[1:] == []
    assert len(cells(book["Log"])) == 2
    assert heard == [(0, 1), (1, 1)]
