"""What is written at no key of a person's, and what is written anew: keys are answered meanwhile, too."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from textual.pilot import Pilot

from data import language
from data.clock import SetClock
from data.commands.door import door
from data.commands.event.closing import close_event
from data.convergence.take_in import take_in
from data.errors import CeremonyError, LedgerUnwritable
from data.joining.agreement import Agreement
from data.joining.link.standing import Standing
from data.ledger.lines.record import Step
from data.ledger.lock import PURGING_NAME
from data.purge.purge import confirmation, purge
from data.session.folders.event_folder import LEDGER_NAME
from data.session.opening import open_for_reading
from data.session.session import Session
from tests.slow_disk.disk import SlowDisk
from tests.slow_disk.test_every_write import said
from tests.waiting import until
from tui.shell.app import CeremonyApp
from tui.stage.screen import StageScreen


class OtherLaptop:
    """Stands for what keeps several laptops together: it brings these steps, once."""

    standing, digest, trouble, refused, agreement = Standing(), "", "", "", Agreement()

    def __init__(self, session: Session, steps: Sequence[Step]) -> None:
        self.session, self._steps = session, list(steps)
        self.ticks = 0

    def turn(self) -> bool:
        """Take in what came; what the disk refuses is taken in later."""
        steps, self._steps = self._steps, []
        try:
            return bool(take_in(self.session, steps, event=self.session.state.event.id).steps)
        except CeremonyError:
            self._steps = steps
            raise

    def tick(self) -> None:
        """Count how often the others were told how things stand."""
        self.ticks += 1

    def end(self) -> None:
        """Nothing to leave."""


@pytest.fixture
def disk(session: Session, monkeypatch: pytest.MonkeyPatch) -> Iterator[SlowDisk]:
    disk = SlowDisk(monkeypatch)
    disk.go.set()
    yield disk
    disk.go.set()


@pytest.fixture(autouse=True)
def english(vietnamese: None) -> None:
    language.choose("en")


def came_elsewhere(folder: Path, place: Path, clock: SetClock, number: int) -> list[Step]:
    """A guest who is let in on another laptop: the steps that this one lacks."""
    copytree(folder, place)
    with Session(place, clock=clock, laptop="0000000e") as other:
        before = len(other.state.steps)
        door.admit(other, number, "number")
        return list(other.state.steps[before:])


async def is_awake(pilot: Pilot[Any]) -> bool:
    """Whether another screen comes when its key is pressed."""
    await pilot.press("f3")
    return isinstance(pilot.app.screen, StageScreen)


async def test_steps_of_another_laptop_are_taken_in_while_keys_are_answered(
    session: Session, event_folder: Path, tmp_path: Path, clock: SetClock, disk: SlowDisk
) -> None:
    steps = came_elsewhere(event_folder, tmp_path / "other", clock, 3)
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        company = OtherLaptop(session, steps)
        app.company.together = company  # type: ignore[assignment]
        disk.go.clear()
        app.company.tick()
        assert session.is_writing
        assert "WRITING" not in said(app.screen), "nobody here waits for it"
        assert await is_awake(pilot)
        told = company.ticks
        app.company.tick()
        assert company.ticks == told, "what is not on disk is not told to others"
        disk.go.set()
        await until(pilot, lambda: not session.is_writing)
        with open_for_reading(event_folder) as reader:
            assert list(reader.state.present) == list(session.state.present) == [3]


async def test_a_scan_behind_another_laptops_steps_waits_and_is_answered(
    session: Session, event_folder: Path, tmp_path: Path, clock: SetClock, disk: SlowDisk
) -> None:
    steps = came_elsewhere(event_folder, tmp_path / "other", clock, 3)
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.company.together = OtherLaptop(session, steps)  # type: ignore[assignment]
        disk.go.clear()
        app.company.tick()
        await pilot.press("2", "enter")
        assert "WRITING" in said(app.screen)
        disk.go.set()
        await until(pilot, lambda: 2 in session.state.present)
        assert list(session.state.present) == [3, 2]


async def test_steps_that_the_disk_refused_do_not_count_and_come_again(
    session: Session, event_folder: Path, tmp_path: Path, clock: SetClock, disk: SlowDisk
) -> None:
    steps = came_elsewhere(event_folder, tmp_path / "other", clock, 3)
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.company.together = OtherLaptop(session, steps)  # type: ignore[assignment]
        disk.go.clear()
        app.company.tick()
        disk.fails = True
        disk.go.set()
        await until(pilot, lambda: "NOT" in said(app.screen))
        assert not session.state.present
        disk.fails = False
        app.company.tick()
        await until(pilot, lambda: 3 in session.state.present)


async def test_a_purge_answers_keys_while_the_ledger_is_written_anew(
    session: Session, event_folder: Path, disk: SlowDisk
) -> None:
    close_event(session)
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        disk.go.clear()
        done: list[object] = []
        app.carry_out(partial(purge, session, confirmation(session.state.event)), done.append)
        assert not done and (event_folder / PURGING_NAME).exists()
        assert await is_awake(pilot)
        disk.go.set()
        await until(pilot, lambda: bool(done))
        assert session.state.rest.purged is not None
    names = "Trần Thị Hòa".encode()
    assert not any(names in path.read_bytes() for path in event_folder.rglob("*") if path.is_file())


async def test_a_purge_that_the_disk_refuses_in_the_end_leaves_all_as_it_was(
    session: Session, event_folder: Path, disk: SlowDisk
) -> None:
    close_event(session)
    before = (event_folder / LEDGER_NAME).read_bytes()
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        disk.go.clear()
        refused: list[CeremonyError] = []
        do: Callable[[], object] = partial(purge, session, confirmation(session.state.event))
        app.write(do, lambda _done: None, refused.append)
        disk.fails = True
        disk.go.set()
        await until(pilot, lambda: bool(refused))
        disk.fails = False
        assert isinstance(refused[0], LedgerUnwritable)
        assert (event_folder / LEDGER_NAME).read_bytes() == before
        assert not (event_folder / PURGING_NAME).exists()


async def test_the_tour_goes_on_over_the_stage_while_its_disk_is_slow(
    session: Session, disk: SlowDisk
) -> None:
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await app.practice.show_around()
        await until(pilot, lambda: "TOUR 1/" in said(app.screen))
        app.practice.next_stop()
        disk.go.clear()
        app.practice.next_stop()
        assert app.open_session.is_writing
        assert app.open_session.state.agenda_progress.current == ""
        disk.go.set()
        await until(pilot, lambda: app.open_session.state.agenda_progress.current != "")
