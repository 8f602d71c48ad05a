"""Cameras and films where the first way does not open them: another way is tried before anything is said."""

import sys
from pathlib import Path
from typing import Any

import pytest

from data.scanning.camera import capture
from data.scanning.camera.capture import CameraTrouble, Source, open_capture
from data.scanning.camera.devices import _answers
from tests.data.scanning.camera.film import film


class Windows:
    """What is used of OpenCV, on a Windows where only some ways to a camera work."""

    CAP_DSHOW, CAP_MSMF, CAP_ANY = 700, 1400, 0
    CAP_PROP_FRAME_WIDTH, CAP_PROP_FRAME_HEIGHT, CAP_PROP_BUFFERSIZE = 3, 4, 38

    def __init__(self, opens: set[int], gives: set[int]) -> None:
        self.opens, self.gives = opens, gives
        self.tried: list[int] = []
        self.released = 0

    def VideoCapture(self, _number: int, way: int) -> Any:
        self.tried.append(way)
        windows = self

        class Camera:
            def isOpened(self) -> bool:
                return way in windows.opens

            def set(self, *_what: object) -> None:
                pass

            def grab(self) -> bool:
                return way in windows.gives

            def release(self) -> None:
                windows.released += 1

        return Camera()


@pytest.fixture
def on_windows(monkeypatch: pytest.MonkeyPatch) -> Any:
    def has(opens: set[int], gives: set[int]) -> Windows:
        cv2 = Windows(opens, gives)
        monkeypatch.setattr(capture, "load_cv2", lambda: cv2)
        monkeypatch.setattr("data.scanning.camera.devices.load_cv2", lambda: cv2)
        monkeypatch.setattr(sys, "platform", "win32")
        return cv2

    return has


@pytest.mark.parametrize("opens", [{700, 1400}, {1400}])
def test_a_camera_that_directshow_does_not_show_is_had_another_way(on_windows: Any, opens: set[int]) -> None:
    cv2 = on_windows(opens, {1400})
    assert open_capture(Source()) is not None
    assert cv2.tried == [700, 1400]
    assert cv2.released == 1, "the way that failed lets go of the camera"
    assert _answers(0)


def test_where_directshow_works_nothing_slower_is_tried(on_windows: Any) -> None:
    cv2 = on_windows({700, 1400}, {700, 1400})
    open_capture(Source())
    assert cv2.tried == [700]


@pytest.mark.parametrize(("opens", "told"), [(set(), "Zalo"), ({700}, "hình")])
def test_where_no_way_works_one_sentence_says_so(on_windows: Any, opens: set[int], told: str) -> None:
    on_windows(opens, set())
    with pytest.raises(CameraTrouble, match=told):
        open_capture(Source())


def test_a_film_whose_path_opencv_cannot_spell_is_read_under_another_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "Thôn Đồng Thái"
    folder.mkdir()
    made = film(tmp_path / "cua.avi", [(0.2, [])])
    file = made.rename(folder / "cửa vào.avi")
    cv2 = capture.load_cv2()
    opened: list[str] = []

    class Spelling:
        def __getattr__(self, name: str) -> Any:
            return getattr(cv2, name)

        def VideoCapture(self, path: str) -> Any:
            opened.append(path)
            return cv2.VideoCapture(path if path.isascii() else "nowhere.avi")

    monkeypatch.setattr(capture, "load_cv2", Spelling)
    film_open = open_capture(Source(video=file))
    assert film_open.grab() and film_open.retrieve()[0]
    assert capture.frames_per_second(film_open) > 1
    film_open.release()
    assert len(opened) == 2 and opened[1].isascii()
    assert not Path(opened[1]).exists() and file.exists()
