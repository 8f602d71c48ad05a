"""Whatever a person has written while the disk takes seconds: keys are answered, it is said that it is being
written, nothing counts before it is on disk, and then it is there once."""

from collections.abc import Iterator

import pytest
from textual.screen import Screen
from textual.widget import Widget

from data.commands.door import door
from data.commands.stage import stage
from data.model.entries.door import CheckedIn
from data.session.session import Session
from tests.slow_disk.disk import SlowDisk
from tests.waiting import until
from tui.shell.app import CeremonyApp

pytestmark = [pytest.mark.real_time, pytest.mark.usefixtures("english")]

WRITES: dict[str, tuple[str, ...]] = {
    "undo": ("ctrl+z", "ctrl+z"),
    "a note": ("ctrl+n", *"late", "enter"),
    "a fact of the event": ("f10", "enter", *"12", "ctrl+s"),
    "a walk-in": ("f2", "f8", *"Tran Thi Sen", "enter", *"xom 2", "enter"),
    "a paper entry": ("f2", "ctrl+b", *"2 @7:10", "enter", "enter"),
    "somebody who went home": ("f2", *"1", "enter", "ctrl+e", "b"),
    "a registration": ("ctrl+r", "2", "enter"),
    "a telephone call's guest": ("ctrl+t", "down", "enter"),
    "who was introduced": ("f3", "i"),
    "a pause": ("f3", "p"),
    "a minute more": ("f3", "plus"),
    "words for the minutes": ("f3", "y", *"noi", "enter"),
}
"""Keys from the door, with two guests in and the first item running; the last of them writes."""


@pytest.fixture
def disk(session: Session, monkeypatch: pytest.MonkeyPatch) -> Iterator[SlowDisk]:
    door.admit(session, 1, "number")
    door.admit(session, 7, "number")
    stage.go(session)
    disk = SlowDisk(monkeypatch)
    disk.go.set()
    yield disk
    disk.go.set()


def said(screen: Screen[object]) -> str:
    """Everything that stands on the screen in front."""
    return " ".join(str(widget.render()) for widget in screen.query(Widget) if widget.display)


def tells_of_writing(screen: Screen[object]) -> bool:
    """Whether it is said that something is being written."""
    return "Writing to disk" in said(screen) or "WRITING" in said(screen)


@pytest.mark.parametrize("write", WRITES)
async def test_keys_are_answered_while_it_is_written_and_it_is_written_once(
    session: Session, disk: SlowDisk, write: str
) -> None:
    *before, last = WRITES[write]
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*before)
        entries = len(session.state.entries)
        disk.go.clear()
        await pilot.press(last)
        await until(pilot, lambda: tells_of_writing(app.screen), lambda: said(app.screen))
        await pilot.press(last)
        assert len(session.state.entries) == entries
        disk.go.set()
        await until(pilot, lambda: len(session.state.entries) > entries)
        await pilot.pause(0.2)
        assert len(session.state.entries) == entries + 1, session.state.entries[entries:]


async def test_a_dialog_that_was_left_meanwhile_is_gone_and_what_it_wrote_is_there(
    session: Session, disk: SlowDisk
) -> None:
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+n", *"late")
        disk.go.clear()
        await pilot.press("enter")
        await until(pilot, lambda: tells_of_writing(app.screen), lambda: said(app.screen))
        await pilot.press("escape")
        await until(pilot, lambda: "only if the disk refuses it" in said(app.screen))
        await pilot.press("escape")
        await until(pilot, lambda: len(app.screen_stack) == 2)
        assert session.state.words.notes == {}
        disk.go.set()
        await until(pilot, lambda: session.state.words.notes != {})
        await pilot.pause(0.2)
        assert len(app.screen_stack) == 2


async def test_what_is_typed_while_another_step_is_recorded_is_not_left_without_a_word(
    session: Session,
) -> None:
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+n", *"late")
        app.is_recording = True
        await pilot.press("escape")
        assert "lose what was typed" in said(app.screen)
        assert type(app.screen).__name__ == "NoteDialog"


async def test_a_command_of_several_entries_goes_on_where_the_disk_held_it_up(
    session: Session, disk: SlowDisk
) -> None:
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        disk.go.clear()
        told: list[object] = []

        def several() -> list[str]:
            return [door.admit(session, number, "number").status for number in (3, 4, 5)]

        app.write(several, told.append, app.refuse)
        await pilot.pause()
        assert told == []
        disk.go.set()
        await until(pilot, lambda: bool(told))
        assert told == [["admitted"] * 3]
        came = [entry.what.guest for entry in session.state.entries if isinstance(entry.what, CheckedIn)]
        assert came == [1, 7, 3, 4, 5]


async def test_a_refusal_of_a_slow_disk_is_told_and_what_was_typed_stays(
    session: Session, disk: SlowDisk
) -> None:
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+n", *"late")
        disk.go.clear()
        await pilot.press("enter")
        disk.fails = True
        disk.go.set()
        await until(pilot, lambda: "NOT" in said(app.screen))
        assert type(app.screen).__name__ == "NoteDialog"
        assert "late" in str(app.screen.focused.value)  # type: ignore[union-attr]
