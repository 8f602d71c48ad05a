"""^P finds every command by its Vietnamese name, with and without accents, from every screen."""

import pytest
from textual.command import CommandList
from textual.pilot import Pilot

from data.language import _
from data.session.session import Session
from data.text.fold import fold
from tests.tui.stage.hall import seen
from tui.frame.keys.command import DAY_SCREENS
from tui.shell.app import CeremonyApp
from tui.shell.keys.palette import _score
from tui.shell.keys.registry import COMMANDS


def test_every_command_answers_to_its_name_with_and_without_accents() -> None:
    for command in COMMANDS:
        name = _(command.label)
        assert _score(name, command) == _score(fold(name), command) > 2


async def found(pilot: Pilot[None], typed: str) -> list[str]:
    await pilot.press("ctrl+p")
    await pilot.pause()
    await pilot.press(*typed)
    await pilot.app.workers.wait_for_complete()
    await pilot.pause(0.6)
    options = pilot.app.screen.query_one(CommandList)
    return [str(options.get_option_at_index(n).prompt) for n in range(options.option_count)]


async def test_the_door_finds_what_only_the_event_screen_can_and_leads_there(session: Session) -> None:
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        titles = await found(pilot, "dien tap")
        assert any("F10 · R" in title for title in titles)
        await pilot.press("enter")
        await pilot.pause()
        await pilot.pause()
        assert getattr(app.screen, "NAME", "") == "event"


@pytest.mark.parametrize("typed", ["zzzz", "[/b]"])
async def test_no_match_is_said_in_the_language_of_the_screen(session: Session, typed: str) -> None:
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        keys = [
            "left_square_bracket" if k == "[" else "slash" if k == "/" else k for k in typed.replace("]", "")
        ]
        await pilot.press("ctrl+p")
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.app.workers.wait_for_complete()
        for _wait in range(20):
            await pilot.pause(0.1)
            if _("No command has this name.") in seen(pilot):
                break
        assert _("No command has this name.") in seen(pilot)
        assert "No matches" not in seen(pilot)


def test_every_command_of_a_day_screen_can_be_led_to() -> None:
    for command in COMMANDS:
        assert not command.screens or set(command.screens) & {*DAY_SCREENS, "welcome"}
