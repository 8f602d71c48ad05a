"""What was typed into a dialog is not lost by one Esc, and Ctrl+A in a field means the field's text."""

from textual.widgets import Input

from data import language
from data.session.session import Session
from tui.door.screen import DoorScreen
from tui.frame.dialogs.dialog import Dialog
from tui.joining.dialog import SeveralDialog
from tui.shell.app import CeremonyApp
from tui.widgets.lines.line_input import LineInput


async def test_the_first_esc_says_what_the_second_loses(session: Session) -> None:
    language.choose("en")
    async with CeremonyApp(session).run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+n")
        await pilot.pause()
        dialog = pilot.app.screen
        assert isinstance(dialog, Dialog)
        await pilot.press(*"abc", "escape")
        await pilot.pause()
        assert pilot.app.screen is dialog
        assert dialog.query_one(LineInput).value == "abc"
        assert "lose" in str(dialog.query_one("AnswerStrip").render())
        await pilot.press("d", "escape")
        await pilot.pause()
        assert pilot.app.screen is dialog, "something else is there to be lost"
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, DoorScreen)


async def test_esc_leaves_at_once_where_nothing_was_typed(session: Session) -> None:
    async with CeremonyApp(session).run_test(size=(80, 24)) as pilot:
        for typed in ((), ("a", "backspace")):
            await pilot.press("ctrl+n")
            await pilot.pause()
            await pilot.press(*typed, "escape")
            await pilot.pause()
            assert isinstance(pilot.app.screen, DoorScreen)


async def test_ctrl_a_selects_the_text_of_a_field_and_is_a_command_where_there_is_none(
    session: Session,
) -> None:
    async with CeremonyApp(session).run_test(size=(80, 24)) as pilot:
        await pilot.press(*"lan", "ctrl+a")
        await pilot.pause()
        assert isinstance(pilot.app.screen, DoorScreen)
        line = pilot.app.screen.query_one("#door-line", Input)
        assert line.selected_text == "lan"
        await pilot.press("h")
        assert line.value == "h"
        await pilot.press("backspace", "ctrl+a")
        await pilot.pause()
        assert isinstance(pilot.app.screen, SeveralDialog)
        await pilot.press("escape", "ctrl+n", "ctrl+a")
        await pilot.pause()
        note = pilot.app.screen
        await pilot.press(*"ab", "ctrl+a", "c")
        assert pilot.app.screen is note and note.query_one(LineInput).value == "c"
