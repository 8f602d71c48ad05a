"""Rehearsing and the tour, as they are seen."""

from functools import partial
from pathlib import Path

import pytest
from textual.pilot import Pilot

from data.clock import SetClock
from data.language import _
from data.session.folders.event_folder import LEDGER_NAME
from data.session.practice import is_practice
from data.session.session import Session
from tests.tui.stage.hall import seen
from tests.waiting import until
from tui.frame.dialogs.rehearse import RehearseDialog
from tui.shell.app import CeremonyApp
from tui.shell.events.practice import _STOPS, Practice
from tui.welcome.screen import WelcomeScreen


@pytest.fixture(autouse=True)
def nothing_moves_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests say when a guest comes and when the tour goes on."""
    monkeypatch.setattr(Practice, "_every", lambda *_timer: None)


def stands_at(pilot: Pilot[None], place: int) -> bool:
    """Whether the tour's stop of this number is in front, with its sentence."""
    is_there = getattr(pilot.app.screen, "NAME", "") == _STOPS[place - 1][0]
    return is_there and f"{place}/{len(_STOPS)}" in seen(pilot)


async def settle(pilot: Pilot[None]) -> None:
    for _round in range(4):
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()


async def test_from_the_event_screen_guests_come_to_a_copy_and_leaving_leads_back(
    event_folder: Path, clock: SetClock
) -> None:
    before = (event_folder / LEDGER_NAME).read_bytes()
    app = CeremonyApp(Session(event_folder, clock=clock))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f10")
        await settle(pilot)
        await pilot.press("r")
        await settle(pilot)
        assert isinstance(app.screen, RehearseDialog)
        await pilot.press("enter")
        await settle(pilot)
        copy = app.open_session.folder
        assert is_practice(copy)
        app.practice.arrive()
        await settle(pilot)
        assert _("REHEARSAL") in seen(pilot)
        assert len(app.open_session.state.present) >= 1
        await pilot.press("ctrl+o")
        await settle(pilot)
        assert app.open_session.folder == event_folder
        assert not copy.exists()
    assert (event_folder / LEDGER_NAME).read_bytes() == before


async def test_the_tour_stops_at_every_screen_and_any_key_leaves_it(clock: SetClock) -> None:
    app = CeremonyApp(clock=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("t")
        await until(pilot, lambda: stands_at(pilot, 1))
        copy = app.open_session.folder
        for place in range(2, len(_STOPS) + 1):
            app.practice.next_stop()
            await until(pilot, partial(stands_at, pilot, place))
        await pilot.press("x")
        await until(pilot, lambda: isinstance(app.screen, WelcomeScreen) and app.session is None)
        assert not copy.exists()


async def test_after_its_last_stop_the_tour_ends_by_itself(clock: SetClock) -> None:
    app = CeremonyApp(clock=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await app.practice.show_around()
        for place in range(1, len(_STOPS) + 1):
            await until(pilot, partial(stands_at, pilot, place))
            app.practice.next_stop()
        await until(pilot, lambda: app.session is None)
        assert not app.practice.is_tour
