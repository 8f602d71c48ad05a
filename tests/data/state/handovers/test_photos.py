"""Photos of a handover are copied beside the ledger, under safe names, and take no other's place."""

import hashlib
from pathlib import Path

import pytest

from data.commands.gifts import gifts, photos
from data.commands.undo import undo
from data.errors import CeremonyError, Refused
from data.session.session import Session
from tests.conftest import hand
from tests.data.state.facts import same_on_disk

JPEG = b"\xff\xd8\xff\xe0" + b"x" * 100


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "Ảnh [b] trao “tủ sách”.JPG"
    path.write_bytes(JPEG)
    return path


@pytest.fixture
def handover(session: Session) -> str:
    return hand(session, "tu-sach").id


def test_a_photo_is_copied_hashed_and_logged(session: Session, handover: str, picture: Path) -> None:
    photos.attach_photo(session, handover, f' "{picture}" ')
    (photo,) = session.state.handovers.by_id[handover].photos
    copy = session.folder / "photos" / photo.file
    assert copy.read_bytes() == JPEG
    assert photo.sha256 == hashlib.sha256(JPEG).hexdigest()
    assert photo.file == "handover-01-anh-b-trao-tu-sach.jpg"
    assert picture.exists()
    assert same_on_disk(session)


def test_no_file_is_ever_overwritten(session: Session, handover: str, picture: Path) -> None:
    for last in (b"1", b"2"):
        picture.write_bytes(JPEG + last)
        photos.attach_photo(session, handover, picture.as_uri())
    undo(session)
    photos.attach_photo(session, handover, str(picture))
    kept = sorted((session.folder / "photos").iterdir())
    assert [path.read_bytes()[-1:] for path in kept] == [b"2", b"2", b"1"]
    assert len(session.state.handovers.by_id[handover].photos) == 2


def test_the_same_photo_twice_is_refused(session: Session, handover: str, picture: Path) -> None:
    photos.attach_photo(session, handover, str(picture))
    with pytest.raises(Refused):
        photos.attach_photo(session, handover, str(picture))
    assert len(list((session.folder / "photos").iterdir())) == 1


def test_what_is_no_photo_is_refused_with_a_sentence_that_names_it(
    session: Session, handover: str, picture: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entries = len(session.state.entries)
    (tmp_path / "ghi-chu.jpg").write_text("[/b]", encoding="utf-8")
    (tmp_path / "empty.jpg").touch()
    (tmp_path / "folder.jpg").mkdir()
    monkeypatch.setattr(photos, "LARGEST", 1000)
    (tmp_path / "large.jpg").write_bytes(JPEG * 20)
    for name in ("ghi-chu.jpg", "empty.jpg", "folder.jpg", "large.jpg", "missing.jpg", "x" * 300, "a\0b"):
        with pytest.raises(Refused) as refused:
            photos.attach_photo(session, handover, str(tmp_path / name))
        assert refused.value.sentence
    for nothing in ("", "  ", '""'):
        with pytest.raises(Refused):
            photos.attach_photo(session, handover, nothing)
    assert len(session.state.entries) == entries
    assert not (session.folder / "photos").exists()


def test_a_disk_that_refuses_leaves_nothing_behind(session: Session, handover: str, picture: Path) -> None:
    (session.folder / "photos").write_text("in the way", encoding="utf-8")
    entries = len(session.state.entries)
    with pytest.raises(CeremonyError):
        photos.attach_photo(session, handover, str(picture))
    assert len(session.state.entries) == entries


def test_a_void_handover_takes_no_photo(session: Session, handover: str, picture: Path) -> None:
    gifts.void(session, handover, "ghi nhầm")
    for id in (handover, "khong-co"):
        with pytest.raises(Refused):
            photos.attach_photo(session, id, str(picture))
