"""A watched folder that goes and comes back: a stick, a phone, a drive of the network."""

from collections.abc import Callable
from pathlib import Path
from queue import Queue

import pytest

from data.scanning.pictures.folder import FolderWatch, PictureFolder
from data.scanning.pictures.reading import PictureRead
from tests.data.scanning.pictures.test_folder import CARDS, looked, photo


@pytest.fixture
def watched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("data.scanning.pictures.folder.LOOK_SECONDS", 0.02)
    folder = tmp_path / "zalo"
    folder.mkdir()
    photo(folder / "a.png", CARDS[0])
    return folder


def test_the_watch_goes_on_when_the_folder_is_back(watched: Path) -> None:
    pictures: Queue[PictureRead] = Queue()
    told: Queue[str] = Queue()
    watch = FolderWatch(PictureFolder(watched), pictures.put, told.put, lambda: told.put("back"))
    watch.start()
    assert pictures.get(timeout=60).texts == (CARDS[0],)
    for _time in range(2):
        away = watched.rename(watched.with_name("pulled out"))
        assert "zalo" in told.get(timeout=60)
        photo(away / f"{_time}.png", CARDS[1 + _time])
        away.rename(watched)
        assert told.get(timeout=60) == "back"
        assert pictures.get(timeout=60).texts == (CARDS[1 + _time],), (
            "what was there before is not read again"
        )
    watch.stop()
    assert told.empty() and pictures.empty()


def test_a_picture_that_another_program_holds_is_told_once_and_read_when_it_is_free(
    watched: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = PictureFolder(watched)
    held = True
    whole: Callable[..., object] = Path.open

    def opened(path: Path, *mode: str) -> object:
        if held and path.suffix == ".png":
            raise PermissionError(13, "used by another process")
        return whole(path, *mode)

    monkeypatch.setattr(Path, "open", opened)
    said = looked(folder, 5)
    assert len(said) == 1 and "a.png" in said[0].problem
    held = False
    assert [picture.texts for picture in looked(folder, 3)] == [(CARDS[0],)]
