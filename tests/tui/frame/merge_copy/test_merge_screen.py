"""Two copies made one from the screen, what came of it, and a stage that is taken over knowingly."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from data.clock import SetClock
from data.commands.door import door
from data.commands.stage import stage
from data.finding import places
from data.finding.files import COPIES, find_files, matching
from data.session.folders.event_folder import LEDGER_NAME
from data.session.folders.home import home
from data.session.session import Session
from tests.data.convergence.several import NAMES, founded, opened, send
from tests.waiting import until
from tui.frame.dialogs.merge_copy import MergedDialog
from tui.shell.app import CeremonyApp
from tui.widgets.lines.line_input import LineInput


@pytest.fixture
def two(tmp_path: Path) -> Iterator[list[Session]]:
    origin = founded(tmp_path)
    sessions = [opened(origin, tmp_path, number) for number in range(2)]
    yield sessions
    for session in sessions:
        session.close()


async def test_another_copy_is_taken_into_the_open_event_and_it_is_told(two: list[Session]) -> None:
    one, other = two
    door.admit(one, 1, "number")
    door.admit(other, 1, "number")
    door.admit(other, 2, "number")
    async with CeremonyApp(one).run_test(size=(80, 24)) as pilot:
        await pilot.press("f10", "g")
        pilot.app.screen.query_one("#file", LineInput).value = str(other.folder)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, MergedDialog))
        told = str(pilot.app.screen.query("Static").first().render())
        assert NAMES[1] in told and "hai lần" in told
        await pilot.press("enter")
        assert not isinstance(pilot.app.screen, MergedDialog)
    assert list(one.state.present) == [1, 2]


async def test_the_chosen_event_of_the_first_screen_takes_a_copy_in(
    two: list[Session], own_home: Path
) -> None:
    one, other = two
    door.admit(other, 2, "number")
    folder = home() / "kha-tan"
    one.folder.rename(folder)
    one.close()
    async with CeremonyApp(clock=SetClock(one.clock.now())).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("g")
        pilot.app.screen.query_one("#file", LineInput).value = str(other.folder)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, MergedDialog))
    with Session(folder, "read") as reader:
        assert list(reader.state.present) == [2]


async def test_a_stage_that_another_laptop_holds_is_taken_over_after_a_question(two: list[Session]) -> None:
    one, other = two
    stage.go(other)
    send(other, one)
    async with CeremonyApp(one).run_test(size=(80, 24)) as pilot:
        await pilot.press("f3", "space")
        await pilot.press("escape")
        assert one.state.agenda_progress.holder == other.laptop
        clock = one.clock
        assert isinstance(clock, SetClock)
        clock.pass_time(3)
        await pilot.press("space", "right", "enter")
        await until(pilot, lambda: one.state.agenda_progress.holder == one.laptop)


def test_copies_of_events_are_found_where_people_keep_them(tmp_path: Path, two: list[Session]) -> None:
    (tmp_path / "notes.jsonl").write_text("")
    found = {file.path for file in find_files(COPIES, [tmp_path])}
    assert two[1].folder / LEDGER_NAME in found
    assert tmp_path / "notes.jsonl" not in found
    assert places.places()


def test_a_copy_is_known_by_its_folder_and_can_be_searched_by_it(tmp_path: Path) -> None:
    (tmp_path / "stick" / "kha-tan").mkdir(parents=True)
    (tmp_path / "stick" / "kha-tan" / LEDGER_NAME).write_text("x")
    (copy,) = find_files(COPIES, [tmp_path])
    assert (copy.name, copy.where) == ("kha-tan", f"{tmp_path.name} › stick")
    assert matching([copy], "kha stick") == [copy]
