"""F1 at 80x24 in Vietnamese."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual.pilot import Pilot

from data import language
from data.clock import SetClock
from data.language import _
from data.session.session import Session
from tui.shell.app import CeremonyApp
from tui.shell.dialogs.help import HelpScreen, HelpText
from tui.shell.keys.registry import COMMANDS


@asynccontextmanager
async def helped(app: CeremonyApp, screen: str = "", width: int = 80) -> AsyncIterator[Pilot[None]]:
    language.choose("vi")
    async with app.run_test(size=(width, 24)) as pilot:
        await pilot.app.workers.wait_for_complete()
        if screen:
            app.action_show(screen)
        await pilot.pause()
        await pilot.press("f1")
        await pilot.pause()
        assert isinstance(app.screen, HelpScreen)
        yield pilot


def text(pilot: Pilot[None]) -> list[str]:
    return str(pilot.app.screen.query_one(HelpText).render()).split("\n")


def check_columns(pilot: Pilot[None]) -> None:
    """Every row of a command keeps the three columns and fits; nothing is lost in the wrapping."""
    rows = text(pilot)
    begin = next(n for n, row in enumerate(rows) if row == _("Everywhere"))
    table = rows[begin + 1 : rows.index("", begin)]
    width = pilot.app.screen.query_one(HelpText).size.width
    column = next(row for row in table if "F1" in row).index(_("What every key does"))
    assert column <= 6 + 2 + 22 + 2
    for row in table:
        assert len(row) <= width
        assert row[column - 2 : column] == "  " and row[column] != " "
    told = " ".join(" ".join(row[column:] for row in table).split())
    shown = [c for c in COMMANDS if not c.screens and f"{c.shown_key:>6}  " in [row[:8] for row in table]]
    assert told == " ".join(_(c.help) for c in shown)


@pytest.mark.quick_once()
@pytest.mark.parametrize("screen", ["door", "stage", "gifts", "guests", "report", "event"])
async def test_rows_keep_their_columns(session: Session, screen: str) -> None:
    async with helped(CeremonyApp(session), screen) as pilot:
        check_columns(pilot)


async def test_the_columns_follow_the_width(session: Session) -> None:
    async with helped(CeremonyApp(session), width=120) as pilot:
        wide = len(text(pilot))
        await pilot.resize_terminal(60, 24)
        await pilot.pause()
        check_columns(pilot)
        assert len(text(pilot)) > wide


async def test_without_an_event_only_what_works_is_listed(clock: SetClock) -> None:
    async with helped(CeremonyApp(clock=clock)) as pilot:
        check_columns(pilot)
        keys = [row[:6].strip() for row in text(pilot)]
        assert [key for key in keys if key.startswith(("F", "^"))] == ["F1", "^W", "^P", "^Q"]
        meeting = next(row for row in text(pilot) if row.startswith("     M  "))
        assert "Sinh hoạt kỳ tới  Tạo buổi" in meeting


async def test_a_key_of_another_screen_closes_the_help_and_goes_there(session: Session) -> None:
    app = CeremonyApp(session)
    async with helped(app, "guests") as pilot:
        await pilot.press("f3")
        await pilot.pause()
        assert getattr(app.screen, "NAME", "") == "stage"
