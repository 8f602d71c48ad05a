"""The door watches a camera or a folder by itself, whatever screen is in front."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from data.documents.cards.qr import qr_picture
from data.model.entries.door import CheckedIn, ScanRefused
from data.scanning.camera.capture import CameraTrouble, Source
from data.scanning.camera.devices import Camera
from data.scanning.codes import payload
from data.session.laptop.settings import load_settings
from data.session.session import Session
from tests.data.scanning.camera.film import PlayedCamera, film, frame
from tests.waiting import until
from tui.door.dialogs.camera import CameraDialog
from tui.door.screen import DoorScreen
from tui.door.widgets.camera_preview import CameraPreview
from tui.door.widgets.watch_sign import WatchSign
from tui.scanning.camera_watcher import CameraWatcher
from tui.shell.app import CeremonyApp
from tui.stage.screen import StageScreen
from tui.widgets.lines.line_input import LineInput
from tui.widgets.lists.choice import Choice


class Cameras:
    """Two cameras; what they show is ``scene``, and ``opened`` says which were opened."""

    def __init__(self) -> None:
        self.scene: Callable[[], Any] = frame
        self.opened: list[PlayedCamera] = []
        self.sources: list[Source] = []

    def open(self, source: Source) -> PlayedCamera:
        self.sources.append(source)
        self.opened.append(PlayedCamera(lambda: self.scene()))
        return self.opened[-1]


@pytest.fixture
def cameras(monkeypatch: pytest.MonkeyPatch) -> Iterator[Cameras]:
    both = Cameras()
    monkeypatch.setattr(CameraWatcher, "opener", staticmethod(both.open))
    monkeypatch.setattr(
        "tui.door.dialogs.camera.find_cameras", lambda _used: [Camera(0, "Laptop"), Camera(2, "[USB]")]
    )
    yield both


def code(session: Session, number: int) -> str:
    return payload(session.state.guests[number].code)


def sign(app: CeremonyApp) -> str:
    return str(app.get_screen("door").query_one(WatchSign).render())


def front(app: CeremonyApp) -> str:
    return str(app.screen.query_one("AnswerStrip").render())


def _is_told(app: CeremonyApp, what: str) -> bool:
    return what in front(app) and "Đang đọc" not in front(app)


async def test_f9_and_enter_switch_the_camera_on_and_it_scans_under_every_screen(
    session: Session, cameras: Cameras
) -> None:
    app = CeremonyApp(session)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f9")
        await until(pilot, lambda: len(app.screen.query_one(Choice)._options) == 2)
        await pilot.press("down", "enter")
        assert app.screen.query_one(CameraPreview).display
        await pilot.press("escape")
        assert isinstance(app.screen, DoorScreen)
        assert "[USB]" in sign(app) or "camera 3" in sign(app)
        assert app.screen.query_one(CameraPreview).display
        await pilot.press("f3")
        assert isinstance(app.screen, StageScreen)
        cameras.scene = lambda: frame(code(session, 2))
        await until(pilot, lambda: 2 in session.state.present)
        await pilot.press("f2")
        await pilot.press("f9")
        await until(pilot, lambda: app.screen.query_one(Choice).value == "off")
        await pilot.press("enter")
        await until(pilot, lambda: cameras.opened[0].released)
        assert not app.screen.query_one(CameraPreview).display
    assert cameras.sources == [Source(camera=2)]
    assert load_settings().camera == 2
    came = [entry.what for entry in session.state.entries if isinstance(entry.what, CheckedIn)]
    assert [(what.guest, what.channel) for what in came] == [(2, "camera")]


async def test_a_camera_that_is_taken_is_a_sentence_and_the_door_stays_open(
    session: Session, cameras: Cameras, monkeypatch: pytest.MonkeyPatch
) -> None:
    def taken(_source: Source) -> PlayedCamera:
        raise CameraTrouble("Zalo has it")

    monkeypatch.setattr(CameraWatcher, "opener", staticmethod(taken))
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f9")
        await until(pilot, lambda: len(app.screen.query_one(Choice)._options) == 2)
        await pilot.press("enter")
        await until(pilot, lambda: "Zalo has it" in front(app))
        await pilot.press("escape")
        app.take_scan(code(session, 1))
        assert 1 in session.state.present


async def test_a_film_named_in_the_dialog_is_played_to_its_end(session: Session, tmp_path: Path) -> None:
    file = film(tmp_path / "door.avi", [(0.5, [code(session, 1)]), (0.3, []), (0.5, [code(session, 2)])])
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f9", "tab")
        app.screen.query_one("#path", LineInput).value = f'"{file}"'
        await pilot.press("enter")
        await until(pilot, lambda: list(session.state.present) == [1, 2])
        await until(pilot, lambda: app.watches is not None and app.watches.source is None)


async def test_a_folder_is_watched_and_each_picture_answered(session: Session, tmp_path: Path) -> None:
    folder = tmp_path / "Zalo [nhóm]"
    folder.mkdir()
    qr_picture(code(session, 3), 6).save(folder / "a.png")
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f9", "tab")
        app.screen.query_one("#path", LineInput).value = str(folder)
        await pilot.press("enter")
        await until(pilot, lambda: 3 in session.state.present)
        await pilot.press("escape")
        assert "Zalo [nhóm]" in sign(app)
        Image.new("L", (60, 60), 255).save(folder / "b [b].png")
        await until(pilot, lambda: "b [b].png" in front(app))
    assert load_settings().pictures == str(folder)
    last = session.state.entries[-1].what
    assert isinstance(last, ScanRefused)
    assert (last.status, last.channel) == ("misread", "image")


async def test_a_picture_named_in_the_dialog_is_read_and_what_is_no_picture_is_said(
    session: Session, tmp_path: Path
) -> None:
    qr_picture(code(session, 4), 6).save(tmp_path / "card.png")
    (tmp_path / "list.docx").write_bytes(b"PK")
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f9", "tab")
        line = app.screen.query_one("#path", LineInput)
        said = (
            ("card.png", session.state.guests[4].name),
            ("list.docx", "list.docx"),
            ("nowhere.png", "nowhere.png"),
        )
        for name, told in said:
            line.value = str(tmp_path / name)
            await pilot.press("enter")
            # What is read in a thread is told late, and would stand in the place of the next.
            await until(pilot, partial(_is_told, app, told), partial(front, app))
        assert 4 in session.state.present
        assert isinstance(app.screen, CameraDialog)


@pytest.mark.real_time
async def test_what_was_answered_while_cameras_were_looked_for_stays(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = Future[list[Camera]]()
    monkeypatch.setattr("tui.door.dialogs.camera.find_cameras", lambda _used: found.result(30))
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f9", "tab")
        app.screen.query_one("#path", LineInput).value = str(tmp_path / "nowhere.png")
        await pilot.press("enter")
        await until(pilot, lambda: "nowhere.png" in front(app))
        found.set_result([])
        await until(pilot, lambda: app.screen.query_one(Choice).label == "không có camera")
        assert "nowhere.png" in front(app)


async def test_leaving_the_event_lets_go_of_the_camera(session: Session, cameras: Cameras) -> None:
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        assert app.watches is not None
        app.watches.switch_on(Source())
        await until(pilot, lambda: app.watches is not None and app.watches.frame is not None)
        await pilot.press("ctrl+o")
        await until(pilot, lambda: cameras.opened[0].released)
        assert app.watches is None
