"""Pictures of every screen, with time standing still.

After a wanted change: ``python -m pytest tests/looks --snapshot-update``, then look at the pictures.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from data.clock import SetClock
from data.commands.door import door
from data.commands.event.closing import close_event
from data.commands.stage import mc_words, stage
from data.commands.stage.clock_watch import ClockWatch
from data.language import Language, choose
from data.scanning.camera.devices import Camera
from data.scanning.codes import payload
from data.session.session import Session
from tui.hall.app import HallApp
from tui.shell.app import CeremonyApp

SIZES = {"small": (80, 24), "large": (120, 40)}
KEYS = {
    "door": "f2",
    "stage": "f3",
    "gifts": "f4",
    "guests": "f5",
    "report": "f6",
    "event": "f10",
    "missing": "ctrl+t",
    "log": "ctrl+l",
}


@pytest.fixture(autouse=True)
def still_cursor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Input, "cursor_blink", False)


@pytest.fixture
def running(session: Session, clock: SetClock, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    """The morning at 08:40: most are in, the fifth item runs."""
    clock.wall = datetime(2022, 6, 15, 0, 50, tzinfo=UTC)
    yield session


@pytest.mark.quick_once("screen")
@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("size", list(SIZES))
@pytest.mark.parametrize("screen", list(KEYS))
def test_the_screen_looks_as_it_did(
    running: Session, snap_compare: object, screen: str, size: str, language: Language
) -> None:
    choose(language)

    async def play(pilot: Pilot[None]) -> None:
        app = pilot.app
        assert isinstance(app, CeremonyApp)
        for guest in list(running.state.guests.values())[:5]:
            app.take_scan(payload(guest.code))
        await pilot.press("f3", "space", KEYS[screen])
        await pilot.pause()

    assert callable(snap_compare)
    assert snap_compare(CeremonyApp(running), terminal_size=SIZES[size], run_before=play)


@pytest.mark.quick_once()
@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("size", list(SIZES))
def test_the_gift_desk_looks_as_it_did(
    running: Session, snap_compare: object, size: str, language: Language
) -> None:
    choose(language)

    async def play(pilot: Pilot[None]) -> None:
        app = pilot.app
        assert isinstance(app, CeremonyApp)
        cards = [payload(guest.code) for guest in list(running.state.guests.values())]
        for card in cards[:3]:
            app.take_scan(card)
        await pilot.press("f4", "up", "up")
        await pilot.pause()
        for card in (cards[0], cards[4]):
            app.take_scan(card)
        await pilot.pause()

    assert callable(snap_compare)
    assert snap_compare(CeremonyApp(running), terminal_size=SIZES[size], run_before=play)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_first_screen_looks_as_it_did(
    snap_compare: object, language: Language, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(language)
    monkeypatch.setattr("tui.welcome.screen.home", lambda: Path("/events"))
    assert callable(snap_compare)
    assert snap_compare(CeremonyApp(), terminal_size=(80, 24))


HALL_SIZES = {**SIZES, "wall": (200, 50)}


@pytest.mark.quick_once("phase")
@pytest.mark.parametrize("size", list(HALL_SIZES))
@pytest.mark.parametrize("phase", ["before", "running"])
def test_the_hall_looks_as_it_did(session: Session, snap_compare: object, phase: str, size: str) -> None:
    if phase == "running":
        door.admit(session, 1, "number")
        for _item in range(7):
            stage.go(session)
    assert callable(snap_compare)
    assert snap_compare(HallApp(session.folder), terminal_size=HALL_SIZES[size])


@pytest.mark.quick_once("keys")
@pytest.mark.parametrize("size", list(SIZES))
@pytest.mark.parametrize("keys", [["i"], ["i", "v"], ["o"], ["a"]], ids="-".join)
def test_the_mcs_words_look_as_they_did(
    running: Session, clock: SetClock, snap_compare: object, keys: list[str], size: str
) -> None:
    for number in (7, 8, 9):
        door.admit(running, number, "number")
    stage.go(running)
    mc_words.leave_note(running, "Đoàn Công an huyện đến chậm 10 phút")
    clock.pass_time(60)

    async def play(pilot: Pilot[None]) -> None:
        await pilot.press("f3", *keys)
        await pilot.pause()

    assert callable(snap_compare)
    assert snap_compare(CeremonyApp(running), terminal_size=SIZES[size], run_before=play)


AFTERWARDS = {"closed": [], "export": ["e"], "question": ["d"], "typed": ["d", "right", "enter"]}


@pytest.mark.quick_once("step")
@pytest.mark.parametrize("size", list(SIZES))
@pytest.mark.parametrize("step", list(AFTERWARDS))
def test_what_comes_after_the_day_looks_as_it_did(
    session: Session, snap_compare: object, step: str, size: str
) -> None:
    door.admit(session, 1, "number")
    close_event(session)
    (session.folder / "danh-sach-goc.xlsx").touch()

    async def play(pilot: Pilot[None]) -> None:
        await pilot.press("f6")
        await pilot.pause()
        for key in ("f8", *AFTERWARDS[step]):
            await pilot.press(key)
            await pilot.pause()

    assert callable(snap_compare)
    assert snap_compare(CeremonyApp(session), terminal_size=SIZES[size], run_before=play)


@pytest.mark.parametrize("size", list(SIZES))
def test_the_camera_dialog_looks_as_it_did(
    running: Session, snap_compare: object, size: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "tui.door.dialogs.camera.find_cameras",
        lambda _used: [Camera(0, "HD Webcam"), Camera(1, "USB 2.0 Camera")],
    )

    async def play(pilot: Pilot[None]) -> None:
        await pilot.press("f9")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        pilot.app.screen.query_one("#path", Input).value = "C:/Zalo"
        await pilot.pause()

    assert callable(snap_compare)
    assert snap_compare(CeremonyApp(running), terminal_size=SIZES[size], run_before=play)


@pytest.mark.parametrize(
    ("keys", "size"),
    [
        *((keys, "small") for keys in ("asks", "m", "g", "l", "c", "over")),
        ("asks", "large"),
        ("over", "wall"),
    ],
)
def test_the_stages_times_look_as_they_did(
    running: Session, clock: SetClock, snap_compare: object, keys: str, size: str
) -> None:
    clock.pass_time(600)
    for minutes in (19, 8, 8, 6, 12, 21, 72):
        stage.go(running)
        clock.pass_time(60 * minutes)
    if keys == "asks":
        watch = ClockWatch(running)
        clock.wall += timedelta(minutes=6)
        watch.look()
    if keys == "over":
        clock.pass_time(300)

    async def play(pilot: Pilot[None]) -> None:
        await pilot.press("f3", *([keys] if len(keys) == 1 else []))
        await pilot.pause()

    assert callable(snap_compare)
    assert snap_compare(CeremonyApp(running), terminal_size=HALL_SIZES[size], run_before=play)


@pytest.mark.parametrize(
    ("keys", "size"),
    [
        (("f5", "f8"), "small"),
        (("f5", "ctrl+e"), "small"),
        (("f5", "f7"), "small"),
        (("f10", "f7"), "small"),
        (("f10", "end"), "small"),
        (("f10", "end"), "large"),
    ],
    ids=["which-cards", "guest-actions", "import", "title-sign", "to-make", "to-make-large"],
)
def test_the_evening_before_looks_as_it_did(
    running: Session, snap_compare: object, keys: tuple[str, ...], size: str
) -> None:
    async def play(pilot: Pilot[None]) -> None:
        await pilot.press(*keys)
        await pilot.pause()

    assert callable(snap_compare)
    assert snap_compare(CeremonyApp(running), terminal_size=SIZES[size], run_before=play)
