"""Where the camera's part was not installed, F9 says so in one sentence, and pictures still read."""

from pathlib import Path

import pytest

from data.clock import SetClock
from data.scanning.camera import capture
from data.scanning.camera.capture import CameraTrouble, load_cv2
from data.scanning.camera.devices import find_cameras
from data.session.session import Session
from tests.tui.stage.hall import seen
from tui.shell.app import CeremonyApp


@pytest.fixture(autouse=True)
def not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(capture, "find_spec", lambda _name: None)


def test_what_is_missing_is_named_and_what_still_works_is_told() -> None:
    for look in (load_cv2, find_cameras):
        with pytest.raises(CameraTrouble) as trouble:
            look()
        assert "opencv-python-headless" in trouble.value.sentence


async def test_f9_says_it_and_its_line_for_pictures_stays(event_folder: Path, clock: SetClock) -> None:
    async with CeremonyApp(Session(event_folder, clock=clock)).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("f9")
        for _round in range(5):
            await pilot.app.workers.wait_for_complete()
            await pilot.pause()
        assert "opencv-python-headless" in "".join(seen(pilot).split())
        assert len(pilot.app.screen.query("#path")) == 1
