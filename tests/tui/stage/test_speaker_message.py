"""Q on the stage: a message before the speaker."""

from data.clock import SetClock
from data.commands.stage import stage
from data.queries.stage.spoken.speaker_note import READY_MESSAGES, speaker_note
from data.session.session import Session
from tests.tui.stage.hall import acting, seen
from tui.stage.dialogs.speaker_message import SpeakerMessageDialog
from tui.stage.screen import StageScreen


async def test_q_puts_a_typed_or_a_ready_made_message_before_the_speaker(
    session: Session, clock: SetClock
) -> None:
    stage.go(session)
    async with acting(session, "stage") as pilot:
        await pilot.press("q", *"Ngan gon", "enter")
        note = speaker_note(session.state)
        assert note is not None and note.text == "Ngan gon"
        await pilot.press("q")
        assert "Ngan gon" in seen(pilot)
        await pilot.press("down", "down", "enter")
        note = speaker_note(session.state)
        assert note is not None and note.text == READY_MESSAGES[1]
        await pilot.press("q", "enter")
        assert speaker_note(session.state) is None
        assert isinstance(pilot.app.screen, StageScreen)


async def test_an_empty_line_is_refused_where_nothing_stands(session: Session) -> None:
    async with acting(session, "stage") as pilot:
        await pilot.press("q", "enter")
        assert isinstance(pilot.app.screen, SpeakerMessageDialog)
        assert speaker_note(session.state) is None


async def test_go_from_a_phone_locks_the_stage_too(session: Session, clock: SetClock) -> None:
    async with acting(session, "stage") as pilot:
        lock = pilot.app.go_lock  # type: ignore[attr-defined]
        assert lock.is_fresh(clock.monotonic())
        stage.go(session)
        lock.acted(clock.monotonic())
        pilot.app.state_changed()  # type: ignore[attr-defined]
        await pilot.pause()
        assert "pressed just now" in seen(pilot)
        await pilot.press("space")
        assert len(session.state.agenda_progress.runs) == 1
        clock.pass_time(2)
        await pilot.press("space")
        assert len(session.state.agenda_progress.runs) == 2
