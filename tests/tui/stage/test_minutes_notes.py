"""Y on the stage: one key, one line of any length, and it is in the minutes."""

from textual import events

from data.clock import SetClock
from data.commands.stage import stage
from data.queries.stage.spoken.notes import conclusion, notes_of_item, questions
from data.session.session import Session
from tests.tui.stage.hall import HOSTILE, SMALL, acting, seen
from tui.stage.dialogs.minutes_notes import MinutesNotesDialog
from tui.widgets.lines.long_line import LongLine


async def test_one_key_and_enter_write_down_what_the_speaker_says_to_the_running_item(
    session: Session, clock: SetClock
) -> None:
    first = session.state.event.program[0].id
    stage.go(session, first)
    async with acting(session, "stage") as pilot:
        await pilot.press("y", *"vua noi", "enter")
        await pilot.pause()
        assert [note.text for note in notes_of_item(session.state, first)] == ["vua noi"]
        assert isinstance(pilot.app.screen, MinutesNotesDialog)
        assert "vua noi" in seen(pilot)
        await pilot.press("down", *"hoi", "enter", "down", *"ket", "enter", "escape")
        await pilot.pause()
    assert [note.text for note in questions(session.state)] == ["hoi"]
    assert [note.text for note in conclusion(session.state)] == ["ket"]


async def test_the_line_goes_on_below_itself_and_shows_all_that_was_typed(session: Session) -> None:
    async with acting(session, "stage", SMALL) as pilot:
        await pilot.press("y")
        line = pilot.app.screen.query_one(LongLine)
        line.post_message(events.Paste(f"{HOSTILE} đầu\n" + "giữa " * 30 + "\ncuối"))
        await pilot.pause()
        await pilot.pause()
        assert "đầu" in seen(pilot) and "cuối" in seen(pilot)
        await pilot.press("enter")
        await pilot.pause()
    (note,) = session.state.words.spoken.values()
    assert note.text.startswith(HOSTILE) and note.text.endswith("giữa cuối")


async def test_words_not_written_down_yet_are_not_lost_to_one_press_of_escape(session: Session) -> None:
    async with acting(session, "stage") as pilot:
        await pilot.press("y", *"loi", "escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, MinutesNotesDialog)
        await pilot.press("escape")
        await pilot.pause()
        assert not isinstance(pilot.app.screen, MinutesNotesDialog)
    assert not session.state.words.spoken


async def test_a_note_comes_back_into_the_line_and_is_corrected(session: Session) -> None:
    async with acting(session, "stage") as pilot:
        await pilot.press("y", *"ab", "enter", "pageup", "backspace", "c", "enter")
        await pilot.pause()
        assert [note.text for note in session.state.words.spoken.values()] == ["ac"]
        await pilot.press("pageup", "backspace", "backspace", "enter")
        await pilot.pause()
    assert not session.state.words.spoken
