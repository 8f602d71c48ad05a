"""Sharing and joining by keys."""

from pathlib import Path

import pytest
from textual.widgets import Static

from data.commands.event.closing import close_event
from data.errors import Refused
from data.joining.pairing.code import grouped
from data.joining.sharing import codes
from data.purge.purge import confirmation, purge
from data.session.folders.several import is_switched_on
from data.session.session import Session
from tests.waiting import until
from tui.joining.dialog import SeveralDialog
from tui.joining.join_dialog import JoinDialog
from tui.shell.app import CeremonyApp
from tui.widgets.lines.line_input import LineInput
from tui.widgets.lines.together_line import TogetherLine

pytestmark = pytest.mark.real_time


async def test_s_shares_and_shows_the_code_and_x_leaves_after_a_question(event_folder: Path) -> None:
    app = CeremonyApp(Session(event_folder))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+a")
        await until(pilot, lambda: isinstance(app.screen, SeveralDialog))
        assert not app.screen_stack[-2].query_one(TogetherLine).display
        await pilot.press("s")
        await until(pilot, lambda: app.company.together is not None)
        together = app.company.together
        assert together is not None
        first = grouped(codes(together)[0])[:4]
        await until(pilot, lambda: first in str(app.screen.query_one("#code", Static).render()))
        await pilot.press("x")
        await pilot.press("escape")
        assert app.company.together is together
        await pilot.press("x")
        await pilot.press("right")
        await pilot.press("enter")
        await until(pilot, lambda: app.company.together is None)
        assert not is_switched_on(event_folder)


async def test_what_was_shared_is_shared_again_when_the_program_starts(event_folder: Path) -> None:
    from tests.data.joining.laptops import sharing

    with sharing(event_folder):
        pass
    app = CeremonyApp(Session(event_folder, laptop="aaaaaaaa"))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.company.together is not None)
        app.state_changed()
        await until(pilot, lambda: app.screen.query_one(TogetherLine).display)


async def test_a_wrong_code_is_refused_in_place_and_can_be_typed_again(own_home: Path) -> None:
    app = CeremonyApp()
    async with app.run_test(size=(80, 24)) as pilot:
        app.action_join()
        await until(pilot, lambda: len(app.screen.query(LineInput)) > 0)
        line = app.screen.query_one(LineInput)
        line.value = "1234"
        line.post_message(LineInput.Entered(line, line.value))
        told = app.screen.query_one("#told", Static)
        await until(pilot, lambda: "32" in str(told.render()))
        assert isinstance(app.screen, JoinDialog)


def test_a_purge_waits_until_the_others_were_left(session: Session) -> None:
    close_event(session)
    session.is_together = True
    with pytest.raises(Refused, match="X"):
        purge(session, confirmation(session.state.event))
