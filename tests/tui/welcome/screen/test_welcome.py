import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

from textual.pilot import Pilot

from data import language
from data.archive.write import archive_event
from data.clock import SetClock
from data.commands.event.checklist import missing_points
from data.session.events.overview import overview, overviews
from data.session.folders.event_folder import LEDGER_NAME
from data.session.session import Session
from tests.conftest import few_guests, found, list_guests
from tests.waiting import until
from tui.door.screen import DoorScreen
from tui.shell.app import CeremonyApp
from tui.shell.dialogs.mend import MendScreen
from tui.welcome.dialogs.new_event import NewEventDialog
from tui.welcome.event_list import EventList, next_step
from tui.welcome.screen import SAMPLE_FOLDER, WelcomeScreen
from tui.widgets.lines.line_input import LineInput


@asynccontextmanager
async def welcome(clock: SetClock, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[None]]:
    language.choose("en")
    async with CeremonyApp(clock=clock).run_test(size=size) as pilot:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(pilot.app.screen, WelcomeScreen)
        yield pilot


def shown(pilot: Pilot[None], selector: str) -> str:
    return str(pilot.app.screen.query_one(selector).render())


def said(pilot: Pilot[None]) -> str:
    return shown(pilot, "AnswerStrip")


async def test_says_what_to_do_when_there_is_nothing(clock: SetClock) -> None:
    async with welcome(clock) as pilot:
        words = shown(pilot, "#ways")
        assert "S:" in words and "N:" in words
        assert words.index("S:") < words.index("N:")
        await pilot.press("enter", "up", "down")
        assert isinstance(pilot.app.screen, WelcomeScreen)


async def test_one_key_makes_the_sample_and_later_opens_it(own_home: Path, clock: SetClock) -> None:
    for _time in range(2):
        async with welcome(clock) as pilot:
            await pilot.press("s")
            await pilot.pause()
            assert isinstance(pilot.app.screen, DoorScreen)
    with Session(own_home / SAMPLE_FOLDER, "read") as session:
        assert len(session.state.guests) == 138


async def test_arrows_choose_and_enter_opens(own_home: Path, clock: SetClock, event_folder: Path) -> None:
    later = found(own_home / "dong-thai", clock)
    async with welcome(clock) as pilot:
        chosen = pilot.app.screen.query_one(EventList)
        assert chosen.chosen is not None and chosen.chosen.folder == event_folder
        assert "F8" in shown(pilot, "#next")
        await pilot.press("down")
        assert chosen.chosen.folder == later
        assert "F7" in shown(pilot, "#next")
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app, CeremonyApp)
        assert pilot.app.open_session.folder == later


async def test_a_damaged_event_is_listed_and_says_why(
    own_home: Path, clock: SetClock, event_folder: Path
) -> None:
    ledger = event_folder / LEDGER_NAME
    first, second = ledger.read_bytes().splitlines(keepends=True)
    ledger.write_bytes(first + b"#" + second + second)
    async with welcome(clock) as pilot:
        assert "cannot be read" in shown(pilot, "#events")
        assert "Khả Tân" in shown(pilot, "#events")
        assert "damaged" in shown(pilot, "#next")
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, MendScreen)
        assert "DAMAGED" in shown(pilot, "#mend-title")
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, WelcomeScreen)


async def test_an_event_that_is_open_elsewhere_is_refused(clock: SetClock, session: Session) -> None:
    async with welcome(clock) as pilot:
        await pilot.press("enter")
        assert said(pilot).strip()
        assert isinstance(pilot.app.screen, WelcomeScreen)


async def test_a_new_event_field_by_field(own_home: Path, clock: SetClock) -> None:
    async with welcome(clock) as pilot:
        await pilot.press("n", "down", "enter", *"15/06/2022", "enter", "enter", "enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, DoorScreen)
    with Session(own_home / "dong-thai-2022-06-15", "read") as session:
        assert session.state.event.date == date(2022, 6, 15)
        assert session.state.event.site.id == "dong-thai"


async def test_a_new_event_invites_the_guests_of_an_earlier_one(own_home: Path, clock: SetClock) -> None:
    folder = found(own_home / "kha-tan", clock)
    with Session(folder, clock=clock) as before:
        list_guests(before, few_guests(before.state.event.number))
    async with welcome(clock) as pilot:
        await pilot.press("n", "enter", "down", "enter", *"15/09/2022", "ctrl+s")
        await pilot.pause()
        assert isinstance(pilot.app.screen, DoorScreen)
    with Session(own_home / "kha-tan-2022-09-15", "read") as session:
        assert len(session.state.guests) == 9


async def test_a_form_with_a_mistake_keeps_its_text(own_home: Path, clock: SetClock) -> None:
    async with welcome(clock) as pilot:
        await pilot.press("n", "enter", *"31/02/2022", "ctrl+s")
        await pilot.pause()
        dialog = pilot.app.screen
        assert isinstance(dialog, NewEventDialog)
        assert "31/02/2022" in said(pilot)
        assert dialog.query_one("#date", LineInput).value == "31/02/2022"
        await pilot.press("escape", "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, WelcomeScreen))
    assert not overviews(own_home)


async def test_a_folder_named_by_hand_stays(clock: SetClock, own_home: Path) -> None:
    async with welcome(clock) as pilot:
        await pilot.press("n")
        await pilot.pause()
        folder = pilot.app.screen.query_one("#folder", LineInput)
        folder.value = "[b] lễ"
        await pilot.press("down", "enter", *"1/7/2022", "ctrl+s")
        await pilot.pause()
    assert overview(own_home / "[b] lễ").event is not None


def test_ready_once_the_cards_are_drawn(event_folder: Path) -> None:
    assert overview(event_folder).phase == "no-cards"
    (event_folder / "cards").mkdir()
    (event_folder / "cards" / "001.png").touch()
    assert overview(event_folder).phase == "ready"
    assert next_step(overview(event_folder))


async def finished(pilot: Pilot[None]) -> str:
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    await pilot.pause()
    return shown(pilot, "JobLine").replace("\n", "")


async def test_an_event_is_brought_back_from_another_laptop(
    own_home: Path, clock: SetClock, event_folder: Path, tmp_path: Path
) -> None:
    with Session(event_folder, "read") as session:
        archive = archive_event(session, tmp_path / "usb" / "khả tân.zip")
    shutil.rmtree(event_folder)
    async with welcome(clock) as pilot:
        await pilot.press("b", *"none.zip", "enter")
        await pilot.pause()
        assert "none.zip" in said(pilot)
        await pilot.press(*["backspace"] * 8)
        pilot.app.screen.query_one("#file", LineInput).value = f"'{archive}'"
        await pilot.press("enter")
        await pilot.pause()
        assert "Made" in await finished(pilot)
        assert "Khả Tân" in shown(pilot, "#events")
    with Session(event_folder) as session:
        assert len(session.state.guests) == 9


async def test_events_are_compared_in_one_workbook(
    own_home: Path, clock: SetClock, event_folder: Path
) -> None:
    async with welcome(clock) as pilot:
        await pilot.press("c")
        assert "two events" in await finished(pilot)
    found(own_home / "dong-thai", clock)
    async with welcome(clock) as pilot:
        await pilot.press("c")
        assert "Compared" in await finished(pilot)
    assert len(list(own_home.glob("*.xlsx"))) == 1


async def test_letters_typed_on_a_row_of_choices_go_into_the_next_line(
    clock: SetClock, own_home: Path
) -> None:
    found(own_home / "truoc", clock)
    async with welcome(clock) as pilot:
        await pilot.press("n")
        await pilot.pause()
        dialog = pilot.app.screen
        assert isinstance(dialog, NewEventDialog)
        await pilot.press("enter")
        assert dialog.focused is dialog.query_one("#before"), "guests of an event before this one"
        await pilot.press(*"1/7/2022")
        await pilot.pause()
        assert dialog.query_one("#date", LineInput).value == "1/7/2022"
        assert dialog.query_one("#date").has_focus


def test_an_event_is_ready_when_nothing_is_missing_of_it(session: Session) -> None:
    (session.folder / "cards").mkdir()
    (session.folder / "cards" / "0001.png").write_bytes(b"")
    points = missing_points(session.state, session.folder)
    seen = overview(session.folder, missing_points)
    assert seen.phase == "ready" and seen.missing == len(points) > 0
    assert str(len(points)) in next_step(seen) and "F10" in next_step(seen)
    assert "F10" not in next_step(overview(session.folder))
