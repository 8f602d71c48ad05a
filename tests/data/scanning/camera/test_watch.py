from pathlib import Path
from queue import Empty, Queue
from typing import Any

import pytest

from data.scanning.camera.capture import CameraTrouble, Source, open_capture
from data.scanning.camera.held import Held
from data.scanning.camera.video import codes_in_video
from data.scanning.camera.watch import CameraWatch
from data.scanning.codes import new_code, payload
from tests.data.scanning.camera.film import PlayedCamera, film, frame

CARDS = [payload(new_code("42", number)) for number in range(1, 4)]


class Told:
    """What a watch told: scans and, at last, why it ended."""

    def __init__(self) -> None:
        self.scans: Queue[str] = Queue()
        self.end: Queue[str] = Queue()

    def watch(self, source: Source, camera: PlayedCamera | None = None) -> CameraWatch:
        opener = (lambda _source: camera) if camera else open_capture
        return CameraWatch(source, self.scans.put, self.end.put, opener=opener)

    @property
    def all_scans(self) -> list[str]:
        found = []
        while True:
            try:
                found.append(self.scans.get_nowait())
            except Empty:
                return found


def test_each_card_of_a_film_is_one_scan_however_long_it_is_held(tmp_path: Path) -> None:
    scenes = [(0.6, CARDS[:1]), (0.2, []), (0.5, CARDS[1:2]), (0.1, []), (0.6, CARDS[:1])]
    told = Told()
    told.watch(Source(video=film(tmp_path / "door.avi", scenes))).start()
    assert told.end.get(timeout=20) == ""
    assert told.all_scans == CARDS[:2]


def test_two_cards_in_one_frame_are_two_scans(tmp_path: Path) -> None:
    assert list(codes_in_video(film(tmp_path / "two.avi", [(0.5, CARDS[:2])]))) == CARDS[:2]


def test_a_card_shown_again_after_it_was_gone_is_scanned_again(tmp_path: Path) -> None:
    scenes = [(0.5, CARDS[:1]), (4.0, []), (0.5, CARDS[:1])]
    assert list(codes_in_video(film(tmp_path / "again.avi", scenes))) == [CARDS[0]] * 2


def test_a_code_that_stays_in_sight_never_becomes_a_new_scan() -> None:
    held = Held()
    came = [text for tenth in range(200) for text in held.fresh(CARDS[:1], tenth / 10)]
    assert came == CARDS[:1]


def test_a_camera_that_is_unplugged_says_so_once_and_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("data.scanning.camera.watch._LOST_SECONDS", 0.1)
    pictures: list[Any] = [frame(CARDS[0])] * 40
    camera, told = PlayedCamera(lambda: pictures.pop() if pictures else None), Told()
    told.watch(Source(), camera).start()
    assert told.end.get(timeout=10)
    assert camera.released
    assert told.all_scans == CARDS[:1]


def test_a_driver_that_raises_ends_the_watch_with_a_sentence() -> None:
    def broken() -> Any:
        raise RuntimeError("no such ioctl")

    camera, told = PlayedCamera(broken), Told()
    told.watch(Source(), camera).start()
    assert "no such ioctl" in told.end.get(timeout=10)
    assert camera.released


def test_stopping_lets_go_of_the_device_and_tells_nothing_more() -> None:
    camera, told = PlayedCamera(lambda: frame(CARDS[0])), Told()
    watch = told.watch(Source(), camera)
    watch.start()
    assert told.scans.get(timeout=10) == CARDS[0]
    assert watch.frame is not None
    watch.stop()
    assert camera.released
    assert watch.frame is None
    assert told.end.empty()


@pytest.mark.parametrize("source", [Source(camera=63), Source(video=Path("nowhere.mp4"))])
def test_what_is_not_there_is_one_clear_sentence(source: Source) -> None:
    with pytest.raises(CameraTrouble):
        open_capture(source)


def test_a_file_that_is_no_video_is_one_clear_sentence(tmp_path: Path) -> None:
    (tmp_path / "x.mp4").write_text("not a film")
    with pytest.raises(CameraTrouble, match=r"x\.mp4"):
        list(codes_in_video(tmp_path / "x.mp4"))


def test_a_laptop_without_opencv_is_told_what_still_works(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "cv2", None)
    told = Told()
    told.watch(Source()).start()
    assert "OpenCV" in told.end.get(timeout=10)
