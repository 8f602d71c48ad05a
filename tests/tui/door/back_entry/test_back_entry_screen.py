from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual.pilot import Pilot
from textual.widgets import Static

from data import language
from data.clock import SetClock, hour_minute
from data.scanning.codes import payload
from data.session.session import Session
from tests.bursts import burst
from tui.door.dialogs.paper_entry import BackEntryDialog
from tui.scanning.key_judge import SUFFIX_SECONDS
from tui.shell.app import CeremonyApp
from tui.widgets.lines.line_input import LineInput


@asynccontextmanager
async def with_the_paper_list(session: Session, clock: SetClock) -> AsyncIterator[Pilot[None]]:
    language.choose("en")
    clock.pass_time(3600)
    async with CeremonyApp(session).run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+b")
        await pilot.pause()
        assert isinstance(pilot.app.screen, BackEntryDialog)
        yield pilot


async def enter(pilot: Pilot[None], text: str) -> None:
    line(pilot).value = text
    await pilot.press("enter")
    await pilot.pause()


def line(pilot: Pilot[None]) -> LineInput:
    return pilot.app.screen.query_one(LineInput)


def understood(pilot: Pilot[None]) -> str:
    return str(pilot.app.screen.query_one("#whom", Static).render())


def said(pilot: Pilot[None]) -> str:
    return str(pilot.app.screen.query_one("AnswerStrip").render())


async def test_enter_shows_the_names_and_the_second_enter_records_them(
    session: Session, clock: SetClock
) -> None:
    async with with_the_paper_list(session, clock) as pilot:
        await enter(pilot, "1 3 @7:42")
        assert "Nguyễn Văn Dũng" in understood(pilot)
        assert "Phạm Văn Đức" in understood(pilot)
        assert not session.state.present
        await pilot.press("enter")
        await pilot.pause()
        assert {n: hour_minute(a.at) for n, a in session.state.present.items()} == {1: "07:42", 3: "07:42"}
        assert "2" in said(pilot)
        assert line(pilot).value == ""
        assert isinstance(pilot.app.screen, BackEntryDialog)


async def test_a_changed_line_is_shown_anew_before_it_is_recorded(session: Session, clock: SetClock) -> None:
    async with with_the_paper_list(session, clock) as pilot:
        await enter(pilot, "1 @7:42")
        await pilot.press("backspace", "3", "enter")
        await pilot.pause()
        assert not session.state.present
        await pilot.press("enter")
        await pilot.pause()
        assert hour_minute(session.state.present[1].at) == "07:43"


async def test_what_is_not_understood_is_said_in_place_and_kept(session: Session, clock: SetClock) -> None:
    async with with_the_paper_list(session, clock) as pilot:
        for wrong in ("1 999 @7:42", "1 @25:99", "1 2", "Lan @7:42"):
            await enter(pilot, wrong)
            assert line(pilot).value == wrong
            assert said(pilot).strip()
            assert understood(pilot) == ""
            await pilot.press("enter")
            await pilot.pause()
        assert not session.state.present


async def test_a_scan_works_and_leaves_the_line(session: Session, clock: SetClock) -> None:
    async with with_the_paper_list(session, clock) as pilot:
        await enter(pilot, "1 @7:42")
        await burst(pilot, payload(session.state.guests[2].code) + "\r")
        await pilot.pause()
        assert list(session.state.present) == [2]
        assert line(pilot).value == "1 @7:42"
        assert "Nguyễn Văn Dũng" in understood(pilot)
        assert pilot.app.screen.query_one("#understood").display
        # An Enter this soon after a card could still be the scanner's.
        await pilot.pause(SUFFIX_SECONDS)
        await pilot.press("enter")
        await pilot.pause()
        assert 1 in session.state.present


async def test_who_is_in_already_stays_as_they_are(session: Session, clock: SetClock) -> None:
    async with with_the_paper_list(session, clock) as pilot:
        for time in ("7:42", "7:50"):
            await enter(pilot, f"1 @{time}")
            await pilot.press("enter")
            await pilot.pause()
        assert hour_minute(session.state.present[1].at) == "07:42"
