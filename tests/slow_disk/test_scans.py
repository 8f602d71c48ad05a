"""A disk that takes seconds: the screen answers keys, says that it is writing, and keeps the order."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from data.clock import SetClock
from data.commands.door import door
from data.scanning.codes import payload
from data.session.folders.event_folder import LEDGER_NAME
from data.session.opening import open_for_reading
from data.session.session import Session
from tests.slow_disk.disk import SlowDisk
from tests.waiting import until
from tui.door.widgets.answer_box import AnswerBox
from tui.shell.app import CeremonyApp
from tui.stage.screen import StageScreen

pytestmark = [pytest.mark.real_time, pytest.mark.usefixtures("english")]


@pytest.fixture
def disk(session: Session, monkeypatch: pytest.MonkeyPatch) -> Iterator[SlowDisk]:
    disk = SlowDisk(monkeypatch)
    yield disk
    disk.go.set()


def panel(pilot: Pilot[None]) -> str:
    return str(pilot.app.get_screen("door").query_one(AnswerBox).render())


def scan(pilot: Pilot[None], session: Session, number: int) -> None:
    assert isinstance(pilot.app, CeremonyApp)
    pilot.app.take_scan(payload(session.state.guests[number].code))


async def says(pilot: Pilot[None], text: str) -> None:
    """Wait until the answer at the door holds ``text``."""
    await until(pilot, lambda: text in panel(pilot), lambda: panel(pilot))


async def test_nothing_is_answered_before_it_is_on_disk_and_scans_keep_their_order(
    session: Session, event_folder: Path, disk: SlowDisk
) -> None:
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        disk.go.set()
        scan(pilot, session, 6)
        await says(pilot, "WELCOME")
        disk.go.clear()
        for number in (3, 1, 2):
            scan(pilot, session, number)
        await pilot.pause()
        assert "WRITING" in panel(pilot)
        assert session.state.guests[6].name.upper() not in panel(pilot)
        assert "3" in panel(pilot)
        assert list(session.state.present) == [6]
        await pilot.press("l", "a", "n")
        assert app.screen.query_one("#door-line").value == "lan"  # type: ignore[attr-defined]
        await pilot.press("escape")
        disk.go.set()
        await says(pilot, session.state.guests[2].name.upper())
        assert list(session.state.present) == [6, 3, 1, 2]
    with open_for_reading(event_folder) as reader:
        assert list(reader.state.present) == [6, 3, 1, 2]
        assert len(reader.state.entries) == 2 + 4, "each was written once"


async def test_keys_and_screens_go_on_meanwhile(session: Session, disk: SlowDisk) -> None:
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        scan(pilot, session, 1)
        await pilot.press("f3")
        await pilot.pause()
        assert isinstance(app.screen, StageScreen)
        assert not session.state.present
        disk.go.set()
        await until(pilot, lambda: bool(session.state.present))
        assert list(session.state.present) == [1]


async def test_a_disk_that_fails_in_the_end_is_said_and_the_next_scan_is_read_back_first(
    session: Session, event_folder: Path, disk: SlowDisk
) -> None:
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        scan(pilot, session, 1)
        await pilot.pause()
        disk.fails = True
        disk.go.set()
        await says(pilot, "NOT RECORDED")
        assert not session.state.present
        disk.fails = False
        scan(pilot, session, 2)
        await says(pilot, session.state.guests[2].name.upper())
    with open_for_reading(event_folder) as reader:
        assert list(reader.state.present) == [2]


async def test_what_is_done_elsewhere_meanwhile_comes_behind_it(session: Session, disk: SlowDisk) -> None:
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        scan(pilot, session, 1)
        await pilot.pause()
        disk.go.set()
        door.admit(session, 2, "number")
        assert list(session.state.present) == [1, 2]
        await says(pilot, session.state.guests[1].name.upper())


async def test_leaving_waits_for_what_was_scanned(
    session: Session, event_folder: Path, disk: SlowDisk
) -> None:
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for number in (1, 2):
            scan(pilot, session, number)
        await pilot.pause()
        disk.go.set()
    with open_for_reading(event_folder) as reader:
        assert list(reader.state.present) == [1, 2]


async def test_after_an_error_nothing_is_believed_that_is_not_on_disk(
    session: Session, event_folder: Path, monkeypatch: pytest.MonkeyPatch, clock: SetClock
) -> None:
    """The kernel forgets what it could not write: after EIO the file may lack lines that were answered."""
    ledger = event_folder / LEDGER_NAME
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        scan(pilot, session, 1)
        await says(pilot, "WELCOME")
        whole = ledger.read_bytes()

        def broken(file: int) -> None:
            os.ftruncate(file, len(whole) - 30)
            raise OSError(errno.EIO, os.strerror(errno.EIO))

        with monkeypatch.context() as patch:
            patch.setattr(os, "fsync", broken)
            scan(pilot, session, 2)
            await says(pilot, "NOT RECORDED")
        scan(pilot, session, 3)
        await says(pilot, "NOT RECORDED")
        assert list(session.state.present) == [1]
        ledger.write_bytes(whole)
        scan(pilot, session, 4)
        await says(pilot, session.state.guests[4].name.upper())
        assert session.trouble == ""


async def test_a_burst_of_a_real_scanner_waits_too(session: Session, disk: SlowDisk) -> None:
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for number in (1, 2, 3):
            for digit in payload(session.state.guests[number].code):
                app.post_message(events.Key(digit, digit))
            app.post_message(events.Key("enter", None))
        await pilot.pause()
        disk.go.set()
        await says(pilot, session.state.guests[3].name.upper())
        assert list(session.state.present) == [1, 2, 3]
