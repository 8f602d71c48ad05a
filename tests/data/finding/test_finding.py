"""Files are found where people keep them, and only those that can be meant."""

import os
from pathlib import Path

import pytest

from data.finding import places
from data.finding.files import ARCHIVES, LISTS, find_files, matching, named
from data.finding.places import mounted, sticks, synced_folders, there
from data.session.folders.event_folder import LEDGER_NAME
from data.session.folders.home import home
from data.session.laptop.settings import Settings, save_settings
from data.session.outside_copies import note_copies
from data.session.session import Session


def put(file: Path, hours_old: float = 0) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("x", encoding="utf-8")
    moment = 1_700_000_000 - hours_old * 3600
    os.utime(file, (moment, moment))
    return file


def names(root: Path, kinds: tuple[str, ...] = LISTS) -> list[str]:
    return [file.path.name for file in find_files(kinds, [root])]


def test_the_newest_list_is_first_and_letters_come_last(tmp_path: Path) -> None:
    put(tmp_path / "cũ.xlsx", 48)
    put(tmp_path / "Zalo Received Files" / "mới.XLS", 1)
    put(tmp_path / "giấy mời.docx")
    put(tmp_path / "ảnh.jpg")
    assert names(tmp_path) == ["mới.XLS", "cũ.xlsx", "giấy mời.docx"]


@pytest.mark.parametrize("name", ["~$danh-sach.xlsx", ".~lock.danh-sach.xlsx", ".ẩn.csv"])
def test_what_a_program_left_beside_a_list_is_not_offered(tmp_path: Path, name: str) -> None:
    put(tmp_path / name)
    put(tmp_path / ".cache" / "danh-sach.csv")
    assert names(tmp_path) == []


def test_what_the_program_wrote_into_an_event_is_nobodys_list_but_its_archive_is_found(
    tmp_path: Path,
) -> None:
    put(tmp_path / "kha-tan" / LEDGER_NAME)
    put(tmp_path / "kha-tan" / "exports" / "diem-danh.xlsx")
    put(tmp_path / "kha-tan.zip")
    assert names(tmp_path) == []
    assert names(tmp_path, ARCHIVES) == ["kha-tan.zip"]


def test_a_file_reached_by_two_ways_is_offered_once(tmp_path: Path) -> None:
    file = put(tmp_path / "a" / "ds.csv")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    found = find_files(LISTS, [tmp_path / "a", tmp_path / "b"])
    assert [one.path for one in found] == [file]


def test_what_lies_deep_or_cannot_be_read_is_passed_over(tmp_path: Path) -> None:
    put(tmp_path / "1" / "2" / "gần.csv")
    put(tmp_path / "1" / "2" / "3" / "xa.csv")
    assert [one.path.name for one in find_files(LISTS, [tmp_path / "không có", tmp_path])] == ["gần.csv"]


def test_letters_without_marks_find_a_file_by_its_name_and_folder(tmp_path: Path) -> None:
    put(tmp_path / "Đồng Thái" / "Danh sách hộ.xlsx")
    put(tmp_path / "khác.xlsx")
    found = find_files(LISTS, [tmp_path])
    assert [one.path.name for one in matching(found, "dong ho")] == ["Danh sách hộ.xlsx"]
    assert matching(found, "dong khac") == []
    assert matching(found, " ") == found


def test_a_name_alone_is_the_newest_file_of_that_name(tmp_path: Path) -> None:
    put(tmp_path / "cũ" / "Danh sách.xlsx", 9)
    newest = put(tmp_path / "mới" / "Danh sách.xlsx")
    found = find_files(LISTS, [tmp_path])
    for typed in ("danh sach.xlsx", "DANH SÁCH"):
        same = named(found, typed)
        assert same is not None and same.path == newest
    assert named(found, "danh") is None


def test_where_a_file_lies_is_said_from_the_folder_that_people_know(tmp_path: Path) -> None:
    put(tmp_path / "Downloads" / "Zalo" / "ds.csv")
    (file,) = find_files(LISTS, [tmp_path / "Downloads"])
    assert file.where == "Downloads › Zalo"


def test_documents_inside_onedrive_are_looked_into_under_either_name(tmp_path: Path) -> None:
    (tmp_path / "OneDrive - UBND xã" / "Tài liệu").mkdir(parents=True)
    (tmp_path / "work" / "Desktop").mkdir(parents=True)
    looked = there(synced_folders(tmp_path, {"OneDriveCommercial": str(tmp_path / "work")}))
    assert {folder.name for folder in looked} == {"Tài liệu", "Desktop"}


def test_sticks_are_found_below_the_mounts_of_a_user_or_of_all(tmp_path: Path) -> None:
    for stick in ("an/USB", "KINGSTON", "an/empty", "none"):
        (tmp_path / stick).mkdir(parents=True)
    plugged = {tmp_path / "an" / "USB", tmp_path / "KINGSTON"}
    assert set(mounted([tmp_path, tmp_path / "missing"], lambda folder: folder in plugged)) == plugged


def test_this_computer_can_be_asked_whatever_is_plugged_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    assert all(folder.is_dir() for folder in [*sticks(), *places.places()])


def test_what_the_program_keeps_or_wrote_beside_the_events_is_not_offered_but_archives_are(
    session: Session,
) -> None:
    beside = session.folder.parent
    save_settings(Settings(duty="x"))
    (home() / "elsewhere.json").write_text("[]", encoding="utf-8")
    comparison, archive = put(beside / "so-sanh-2022.xlsx"), put(beside / "kha-tan.zip")
    typed = put(beside / "danh-sach.xlsx")
    note_copies(session, [comparison, archive])
    assert names(beside) == [typed.name]
    assert names(beside, ARCHIVES) == [archive.name]
    assert names(home(), ARCHIVES) == ([archive.name] if home() == beside else [])


def test_an_export_on_a_stick_is_offered_since_somebody_may_have_filled_it_in(
    session: Session, tmp_path: Path
) -> None:
    filled_in = put(tmp_path / "stick" / "diem-danh.xlsx")
    note_copies(session, [filled_in])
    assert names(tmp_path / "stick") == [filled_in.name]
