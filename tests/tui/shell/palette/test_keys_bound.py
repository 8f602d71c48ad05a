"""Every key that is told does what is told, on every screen it is told for."""

from collections import Counter
from datetime import timedelta

import pytest
from textual.screen import Screen

from data.clock import SetClock
from data.commands.door import door
from data.commands.stage.clock_watch import day_question
from data.session.session import Session
from tui.frame.keys.command import ALL_SCREENS, DAY_SCREENS
from tui.shell.app import CeremonyApp
from tui.shell.keys.registry import COMMANDS, commands_on
from tui.shell.places import load_place, load_welcome


def screen_named(name: str) -> Screen[None]:
    return load_place(name) if name in DAY_SCREENS else load_welcome()


@pytest.mark.parametrize("name", ALL_SCREENS)
def test_no_key_does_two_things_on_a_screen(name: str) -> None:
    keys = Counter(key for command in commands_on(name) for key in command.key.split(","))
    assert [key for key, times in keys.items() if times > 1] == []


@pytest.mark.parametrize("name", ALL_SCREENS)
def test_every_command_of_a_screen_is_bound_and_can_be_done(name: str) -> None:
    app = CeremonyApp()
    for command in commands_on(name):
        holder = screen_named(name) if command.screens else app
        bound = holder._bindings.key_to_bindings
        for key in command.key.split(","):
            assert any(binding.action == command.action for binding in bound.get(key, [])), command
        target, _dot, action = command.action.partition("(")[0].rpartition(".")
        assert hasattr(app if target == "app" else holder, f"action_{action}"), command


def test_every_command_stands_on_a_screen_or_on_all() -> None:
    assert all(set(command.screens) <= set(ALL_SCREENS) for command in COMMANDS)


@pytest.mark.parametrize("name", ["door", "gifts"])
async def test_the_day_that_was_doubted_is_confirmed_by_its_key(
    session: Session, clock: SetClock, name: str
) -> None:
    clock.wall += timedelta(days=1)
    door.admit(session, 1, "number")
    assert day_question(session)
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        app.action_show(name)
        await pilot.pause()
        await pilot.press("ctrl+y")
        await pilot.pause()
        assert day_question(session) is None
