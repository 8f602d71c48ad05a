"""Ctrl+Q in the middle of the ceremony."""

import pytest
from textual.pilot import Pilot

from data import language
from data.clock import SetClock
from data.commands.stage import stage
from data.session.session import Session
from tests.waiting import until
from tui.shell.app import CeremonyApp
from tui.shell.dialogs.note import NoteDialog
from tui.shell.offers import second_press

TOLD = "Mục 4 đang chạy. ^Q lần nữa: thoát; mọi việc đã được ghi."


def at_the_fourth(session: Session) -> CeremonyApp:
    language.choose("vi")
    for item in session.state.event.program[:4]:
        stage.go(session, item.id)
    return CeremonyApp(session)


def said(pilot: Pilot[None]) -> str:
    return str(pilot.app.screen.query_one("AnswerStrip").render()).strip()


@pytest.mark.parametrize("dialog", [False, True])
async def test_while_an_item_runs_only_the_second_press_leaves(
    session: Session, clock: SetClock, dialog: bool
) -> None:
    app = at_the_fourth(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        if dialog:
            await pilot.press("ctrl+n")
            assert isinstance(app.screen, NoteDialog)
        await pilot.press("ctrl+q")
        await pilot.pause()
        assert said(pilot) == TOLD
        assert not app._exit
        clock.pass_time(2)
        await pilot.press("ctrl+q")
        assert app._exit


async def test_a_held_key_says_so_once_and_never_leaves(session: Session, clock: SetClock) -> None:
    app = at_the_fourth(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for _repeat in range(12):
            await pilot.press("ctrl+q")
            clock.pass_time(0.5)
        assert said(pilot).startswith(TOLD)
        assert not app._exit


@pytest.mark.parametrize("by", ["time", "escape"])
async def test_the_offer_lapses(
    session: Session, clock: SetClock, monkeypatch: pytest.MonkeyPatch, by: str
) -> None:
    monkeypatch.setattr(second_press, "OFFER_SECONDS", 0.2 if by == "time" else 10.0)
    app = at_the_fourth(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("ctrl+q")
        if by == "time":
            await until(pilot, lambda: said(pilot) == "")
        else:
            await pilot.press("escape")
        await pilot.pause()
        assert said(pilot) == ""
        monkeypatch.setattr(second_press, "OFFER_SECONDS", 10.0)
        clock.pass_time(2)
        await pilot.press("ctrl+q")
        assert said(pilot) == TOLD
        assert not app._exit


async def test_before_the_first_item_it_leaves_at_once(session: Session) -> None:
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("ctrl+q")
        assert app._exit
