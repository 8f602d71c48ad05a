"""A damaged event is at the door again in two keys; what a gone folder held is brought back."""

import shutil
from pathlib import Path

import pytest
from textual.pilot import Pilot

from data.clock import SetClock
from data.commands.door import door
from data.errors import LedgerLost
from data.scanning.codes import payload
from data.session.folders.event_folder import LEDGER_NAME
from data.session.session import Session
from tests.waiting import until
from tui.door.screen import DoorScreen
from tui.door.widgets.answer_box import AnswerBox
from tui.shell.app import CeremonyApp
from tui.shell.dialogs.mend import MendScreen
from tui.welcome.screen import WelcomeScreen

pytestmark = pytest.mark.usefixtures("english")


async def shows(pilot: Pilot[None], kind: type[object]) -> None:
    """Wait until a screen of ``kind`` is in front."""
    await until(pilot, lambda: isinstance(pilot.app.screen, kind), lambda: pilot.app.screen)
    await pilot.pause()


async def listed(pilot: Pilot[None]) -> None:
    """Wait until the first screen lists its events."""
    await shows(pilot, WelcomeScreen)
    await until(pilot, lambda: bool(str(pilot.app.screen.query_one("#events").render()).strip()))


def flip(folder: Path) -> None:
    path = folder / LEDGER_NAME
    text = bytearray(path.read_bytes())
    text[len(text) // 2] ^= 2
    path.write_bytes(text)


async def test_two_keys_from_a_flipped_bit_to_the_door(event_folder: Path, clock: SetClock) -> None:
    with Session(event_folder, clock=clock) as session:
        for number in (1, 2, 3):
            door.admit(session, number, "number")
    flip(event_folder)
    app = CeremonyApp(clock=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await listed(pilot)
        await pilot.press("enter")
        await shows(pilot, MendScreen)
        facts = str(app.screen.query_one("#mend-facts").render())
        assert "4 steps are sound" in facts and "1 damaged" in facts
        await pilot.press("r")
        await shows(pilot, DoorScreen)
        assert list(app.open_session.state.present) == [1, 2, 3]
        app.take_scan(payload(app.open_session.state.guests[4].code))
        await pilot.pause()
        assert "WELCOME" in str(app.screen.query_one(AnswerBox).render())


async def test_no_key_of_a_scan_mends(event_folder: Path, clock: SetClock) -> None:
    flip(event_folder)
    before = (event_folder / LEDGER_NAME).read_bytes()
    app = CeremonyApp(clock=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await listed(pilot)
        await pilot.press("enter")
        await shows(pilot, MendScreen)
        await pilot.press(*"0012345678901234", "enter")
        assert isinstance(app.screen, MendScreen)
        await pilot.press("escape")
        await shows(pilot, WelcomeScreen)
    assert (event_folder / LEDGER_NAME).read_bytes() == before


async def test_an_event_whose_folder_is_gone_is_brought_back(event_folder: Path, clock: SetClock) -> None:
    with Session(event_folder, clock=clock) as session:
        door.admit(session, 1, "number")
        shutil.rmtree(event_folder)
        with pytest.raises(LedgerLost):
            door.admit(session, 2, "number")
    app = CeremonyApp(clock=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, WelcomeScreen)
        await until(pilot, lambda: "kha-tan" in str(app.screen.query_one(".strip").render()))
        await pilot.press("k")
        await shows(pilot, MendScreen)
        await pilot.press("r")
        await shows(pilot, DoorScreen)
        assert list(app.open_session.state.present) == [1]


@pytest.mark.parametrize("why", ["ledger gone", "event closed"])
async def test_no_welcome_stays_behind_a_guest_who_was_not_recorded(
    session: Session, event_folder: Path, why: str
) -> None:
    from data.commands.event.closing import close_event

    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, DoorScreen)
        app.take_scan(payload(session.state.guests[1].code))
        await pilot.pause()
        box = app.screen.query_one(AnswerBox)
        assert "WELCOME" in str(box.render())
        if why == "event closed":
            close_event(session)
        else:
            (event_folder / LEDGER_NAME).unlink()
        app.take_scan(payload(session.state.guests[2].code))
        await pilot.pause()
        assert "NOT RECORDED" in str(box.render())
        assert "WELCOME" not in str(box.render())
        assert box.has_class("tone-refused")
        assert list(session.state.present) == [1]
