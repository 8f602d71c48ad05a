"""The footer holds the keys that would do something now, and the rule above says where one is."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from data.clock import SetClock
from data.commands.door import door
from data.commands.stage import stage
from data.language import Language, choose
from data.plans.load import load_plan
from data.session.create_event import create_event
from data.session.session import Session
from tests.conftest import PLAN
from tui.frame.key_line import KeyLine
from tui.frame.keys.command import DAY_SCREENS
from tui.shell.app import CeremonyApp
from tui.shell.keys.registry import place_name
from tui.widgets.lines.status_line import StatusLine


def keys(pilot: Pilot[None]) -> str:
    return str(pilot.app.screen.query_one(KeyLine).render())


async def go(pilot: Pilot[None], screen: str) -> str:
    """The footer of one of the event's screens."""
    app = pilot.app
    assert isinstance(app, CeremonyApp)
    app.action_show(screen)
    await pilot.pause()
    await pilot.pause()
    return keys(pilot)


@pytest.mark.quick_once()
@pytest.mark.parametrize("language", ["vi", "en"])
async def test_every_screen_says_where_one_is(session: Session, language: Language) -> None:
    choose(language)
    async with CeremonyApp(session).run_test(size=(80, 24)) as pilot:
        for screen in DAY_SCREENS:
            await go(pilot, screen)
            rule = pilot.app.screen.query_one(StatusLine).border_subtitle
            assert str(rule).strip() == place_name(screen)


async def test_without_any_event_no_key_asks_for_one(own_home: Path, clock: SetClock, english: None) -> None:
    async with CeremonyApp(clock=clock).run_test(size=(80, 24)) as pilot:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert "N New" in keys(pilot)
        assert "Next meeting" not in keys(pilot) and "Compare" not in keys(pilot)


async def test_with_two_events_they_can_be_compared(own_home: Path, clock: SetClock, english: None) -> None:
    for site in ("kha-tan", "dong-thai"):
        create_event(own_home / site, load_plan(PLAN), site=site, clock=clock)
    async with CeremonyApp(clock=clock).run_test(size=(80, 24)) as pilot:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert "M Next meeting" in keys(pilot) and "C Compare" in keys(pilot)


async def test_the_stage_offers_what_the_agenda_allows(session: Session, english: None) -> None:
    async with CeremonyApp(session).run_test(size=(80, 24)) as pilot:
        assert "P Pause" not in (before := await go(pilot, "stage")) and "B Back" not in before
        stage.go(session)
        pilot.app.state_changed()  # type: ignore[attr-defined]
        await pilot.pause()
        assert "P Pause" in keys(pilot) and "B Back" not in keys(pilot)
        stage.go(session)
        pilot.app.state_changed()  # type: ignore[attr-defined]
        await pilot.pause()
        assert "B Back" in keys(pilot)


async def test_what_needs_a_guest_waits_for_the_list(session: Session, english: None) -> None:
    async with CeremonyApp(session).run_test(size=(80, 24)) as pilot:
        assert "F8 Cards" in await go(pilot, "guests")
        assert "F7 Who came" in await go(pilot, "door")
    session.state.guests.clear()
    async with CeremonyApp(session).run_test(size=(80, 24)) as pilot:
        assert "F8 Cards" not in (footer := await go(pilot, "guests")) and "F7 Import" in footer
        assert "F7 Who came" not in await go(pilot, "door")


async def test_the_footer_follows_the_marked_row(session: Session, english: None) -> None:
    async with CeremonyApp(session).run_test(size=(80, 24)) as pilot:
        assert "U Up" not in await go(pilot, "event")
        sheet = pilot.app.screen.query_one("#event-sheet")
        sheet.mark(f"item:{session.state.event.program[1].id}")  # type: ignore[attr-defined]
        await pilot.pause()
        assert "U Up" in keys(pilot)
        assert "F7 Phone" not in await go(pilot, "missing")
        await pilot.press("down")
        await pilot.pause()
        assert "F7 Phone" in keys(pilot)


async def test_an_undo_is_offered_once_there_is_one(session: Session, english: None) -> None:
    door.admit(session, 1, "number")
    async with CeremonyApp(session).run_test(size=(80, 24)) as pilot:
        assert "^Z Undo" in await go(pilot, "guests")
