import os
from pathlib import Path
from queue import Queue

import pytest
from PIL import Image

from data.documents.cards.qr import qr_picture
from data.errors import CeremonyError
from data.scanning.codes import new_code, payload
from data.scanning.pictures.folder import FolderWatch, PictureFolder
from data.scanning.pictures.reading import NO_CODE, PictureRead

CARDS = [payload(new_code("42", number)) for number in range(1, 4)]


def photo(file: Path, *texts: str) -> Path:
    picture = Image.new("L", (300 * max(1, len(texts)), 300), 255)
    for place, text in enumerate(texts):
        picture.paste(qr_picture(text, 6), (300 * place + 60, 60))
    picture.save(file)
    return file


def looked(folder: PictureFolder, times: int = 2) -> list[PictureRead]:
    return [picture for _time in range(times) for picture in folder.look()]


def test_each_picture_is_read_once_with_all_its_codes(tmp_path: Path) -> None:
    photo(tmp_path / "a.jpg", CARDS[0])
    photo(tmp_path / "b.png", CARDS[1], CARDS[2])
    (tmp_path / "notes.txt").write_text("x")
    folder = PictureFolder(tmp_path)
    assert [picture.texts for picture in looked(folder)] == [(CARDS[0],), (CARDS[1], CARDS[2])]
    assert looked(folder) == []


def test_a_picture_without_a_code_is_one_attempt(tmp_path: Path) -> None:
    photo(tmp_path / "wedding.png")
    (picture,) = looked(PictureFolder(tmp_path))
    assert picture.scans == (NO_CODE,)


def test_a_picture_still_being_written_is_read_when_it_is_whole(tmp_path: Path) -> None:
    whole = photo(tmp_path / "x.png", CARDS[0]).read_bytes()
    (tmp_path / "x.png").unlink()
    folder, file = PictureFolder(tmp_path), tmp_path / "zalo.png"
    for part in (0, 100, 300, len(whole)):
        file.write_bytes(whole[:part])
        assert list(folder.look()) == []
    assert [picture.texts for picture in folder.look()] == [(CARDS[0],)]


def test_a_broken_picture_is_told_once_and_read_when_it_has_been_mended(tmp_path: Path) -> None:
    whole = photo(tmp_path / "x.png", CARDS[0]).read_bytes()
    (tmp_path / "x.png").write_bytes(whole[: len(whole) // 2])
    folder = PictureFolder(tmp_path)
    (broken,) = looked(folder, 4)
    assert "x.png" in broken.problem
    assert broken.scans == ()
    (tmp_path / "x.png").write_bytes(whole)
    assert [picture.texts for picture in looked(folder)] == [(CARDS[0],)]


def test_the_same_picture_under_another_name_is_not_read_again(tmp_path: Path) -> None:
    file = photo(tmp_path / "a.png", CARDS[0])
    folder = PictureFolder(tmp_path)
    assert len(looked(folder)) == 1
    (tmp_path / "a (1).png").write_bytes(file.read_bytes())
    os.utime(file, (1, 1))
    assert looked(folder, 3) == []


def test_a_folder_that_is_not_there_or_goes_away_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(CeremonyError, match="nowhere"):
        list(PictureFolder(tmp_path / "nowhere").look())


def test_a_watch_reads_what_was_there_and_says_when_the_folder_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("data.scanning.pictures.folder.LOOK_SECONDS", 0.02)
    folder = tmp_path / "zalo"
    folder.mkdir()
    photo(folder / "a.png", CARDS[0])
    pictures: Queue[PictureRead] = Queue()
    ends: Queue[str] = Queue()
    watch = FolderWatch(PictureFolder(folder), pictures.put, ends.put)
    watch.start()
    assert pictures.get(timeout=10).texts == (CARDS[0],)
    (folder / "a.png").unlink()
    folder.rmdir()
    assert "zalo" in ends.get(timeout=10)
    watch.stop()
    assert pictures.empty()
