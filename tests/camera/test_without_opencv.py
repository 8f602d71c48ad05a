"""Where the camera's part was not installed, that is said in one sentence, and pictures still read."""

import builtins
from typing import Any

import pytest

from data.scanning.camera.capture import CameraTrouble, load_cv2


def test_what_is_missing_is_named_and_what_still_works_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *more: Any) -> Any:
        if name == "cv2":
            raise ModuleNotFoundError("No module named 'cv2'", name="cv2")
        return real(name, *more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(CameraTrouble) as trouble:
        load_cv2()
    assert "opencv-python-headless" in trouble.value.sentence
    assert "No module named" not in trouble.value.sentence
