from pathlib import Path

import numpy as np
import pytest

from data.scanning.camera import devices
from data.scanning.camera.devices import Camera
from data.scanning.camera.thumbnail import thumbnail


def test_of_each_camera_that_linux_lists_only_the_node_with_pictures_is_offered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for node, name, index in (("video2", "USB", "0"), ("video0", "Laptop", "0"), ("video1", "Laptop", "1")):
        (tmp_path / node).mkdir()
        (tmp_path / node / "name").write_text(name + "\n")
        (tmp_path / node / "index").write_text(index + "\n")
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr(devices, "_SYSTEM", tmp_path)
    assert devices.find_cameras() == [Camera(0, "Laptop"), Camera(2, "USB")]


def test_where_cameras_are_tried_the_one_in_use_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[int] = []

    def answers(number: int) -> bool:
        tried.append(number)
        return number == 0

    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setattr(devices, "_answers", answers)
    assert [camera.number for camera in devices.find_cameras(in_use=1)] == [0, 1]
    assert 1 not in tried


def test_a_small_picture_keeps_its_proportions_and_turns_as_a_mirror_does() -> None:
    frame = np.zeros((480, 640, 3), np.uint8)
    frame[:, :320] = 255
    small = thumbnail(frame, 40, 18, mirrored=False)
    assert (small.width, small.height) == (24, 18)
    assert small.levels[0] == 255
    assert small.levels[23] == 0
    assert thumbnail(frame, 40, 18, mirrored=True).levels[0] == 0
