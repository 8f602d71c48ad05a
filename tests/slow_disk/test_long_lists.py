"""A list of thousands is written while scans go on: they wait behind it, and nobody sees half of it."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot

from data.commands.door import door
from data.commands.undo import undo
from data.ledger.lines import record
from data.model.entries.guests import RosterImported
from data.model.guest import Guest
from data.scanning.codes import payload
from data.session.opening import open_for_reading
from data.session.session import Session
from data.session.writing import long_step
from data.state.state import State
from tests.conftest import few_guests, list_guests, many_households
from tests.slow_disk.disk import SlowDisk
from tests.waiting import until
from tui.door.widgets.answer_box import AnswerBox
from tui.shell.app import CeremonyApp

pytestmark = [pytest.mark.real_time, pytest.mark.usefixtures("english")]

MANY = 1_200
KNOWN = len(few_guests("17"))


class Held:
    """The working out of a long line stands still from ``begun`` until ``go``."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.begun, self.go = Event(), Event()
        self._real: Callable[[Any], Any] = record.cleaned
        monkeypatch.setattr(long_step, "cleaned", self._cleaned)

    def _cleaned(self, step: Any) -> Any:
        self.begun.set()
        self.go.wait(30)
        return self._real(step)


@pytest.fixture
def held(session: Session, monkeypatch: pytest.MonkeyPatch) -> Iterator[Held]:
    held = Held(monkeypatch)
    yield held
    held.go.set()


def more_guests(session: Session) -> list[Guest]:
    """As many as a large village has, behind those who are known."""
    return [
        replace(guest, number=guest.number + KNOWN)
        for guest in many_households(session.state.event.number, MANY)
    ]


def bring_in(app: CeremonyApp, session: Session) -> list[str]:
    """Have the list written as a person does; the answers come, in their order, into what is returned."""
    answered: list[str] = []
    guests = more_guests(session)
    app.write(
        lambda: list_guests(session, guests),
        lambda _none: answered.append("list"),
        lambda refusal: answered.append(refusal.sentence),
    )
    return answered


def scan(app: CeremonyApp, session: Session, number: int) -> None:
    app.take_scan(payload(session.state.guests[number].code))


def panel(pilot: Pilot[None]) -> str:
    return str(pilot.app.get_screen("door").query_one(AnswerBox).render())


async def test_scans_come_behind_the_list_in_their_order_and_keys_are_answered(
    session: Session, event_folder: Path, held: Held
) -> None:
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        answered = bring_in(app, session)
        await until(pilot, held.begun.is_set)
        for number in (3, 1, 2):
            scan(app, session, number)
        await pilot.press("l", "a", "n")
        assert app.screen.query_one("#door-line").value == "lan"  # type: ignore[attr-defined]
        assert "WRITING" in panel(pilot)
        assert session.is_writing
        assert (len(session.state.guests), list(session.state.present), answered) == (KNOWN, [], [])
        with open_for_reading(event_folder) as reader:
            assert len(reader.state.guests) == KNOWN
        held.go.set()
        await until(pilot, lambda: len(session.state.present) == 3)
        assert answered == ["list"]
        assert not session.is_writing
    with open_for_reading(event_folder) as reader:
        assert len(reader.state.guests) == KNOWN + MANY
        assert list(reader.state.present) == [3, 1, 2]
        assert isinstance(reader.state.entries[-4].what, RosterImported)
        assert session.state.agrees_with(reader.state)


async def test_what_is_recorded_past_the_desk_waits_for_the_list(session: Session, held: Held) -> None:
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        bring_in(app, session)
        await until(pilot, held.begun.is_set)
        held.go.set()
        door.admit(session, 2, "number")
        assert (len(session.state.guests), list(session.state.present)) == (KNOWN + MANY, [2])
        assert isinstance(session.state.entries[-2].what, RosterImported)


async def test_leaving_waits_until_the_list_is_written(
    session: Session, event_folder: Path, held: Held
) -> None:
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        answered = bring_in(app, session)
        await until(pilot, held.begun.is_set)
        scan(app, session, 2)
        held.go.set()
    assert answered == ["list"]
    with open_for_reading(event_folder) as reader:
        assert (len(reader.state.guests), list(reader.state.present)) == (KNOWN + MANY, [2])


async def test_a_disk_that_refuses_leaves_the_list_of_before(
    session: Session, event_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = CeremonyApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        disk = SlowDisk(monkeypatch)
        disk.fails = True
        answered = bring_in(app, session)
        disk.go.set()
        await until(pilot, lambda: bool(answered))
        assert "NOT recorded" in answered[0]
        disk.fails = False
        assert len(session.state.guests) == KNOWN
        scan(app, session, 2)
        await until(pilot, lambda: list(session.state.present) == [2])
        bring_in(app, session)
        await until(pilot, lambda: len(session.state.guests) == KNOWN + MANY)
    with open_for_reading(event_folder) as reader:
        assert (len(reader.state.guests), list(reader.state.present)) == (KNOWN + MANY, [2])


def test_one_state_becomes_what_folding_all_steps_gives(session: Session) -> None:
    before, shown = session.state, session.state.guests
    list_guests(session, more_guests(session))
    assert session.state is before, "whoever holds the state goes on with it"
    assert len(shown) == KNOWN, "what was being shown was not changed beneath it"
    assert session.state.agrees_with(State(session.state.steps))
    undo(session)
    assert session.state.agrees_with(State(session.state.steps))
    assert len(session.state.guests) == KNOWN


_KILLED = """
import os, sys
from pathlib import Path
from data.session.session import Session
from tests.conftest import list_guests
from tests.slow_disk.test_long_lists import more_guests

real = os.write
def half(file, text):
    real(file, text[: len(text) // 2])
    os._exit(9)

with Session(Path(sys.argv[1])) as session:
    guests = more_guests(session)
    os.write = half
    list_guests(session, guests)
"""


def test_a_program_killed_in_the_middle_leaves_the_list_of_before(
    session: Session, event_folder: Path
) -> None:
    session.close()
    killed = subprocess.run([sys.executable, "-c", _KILLED, str(event_folder)], check=False)
    assert killed.returncode == 9
    with Session(event_folder) as again:
        assert len(again.state.guests) == KNOWN
        list_guests(again, more_guests(again))
        assert len(again.state.guests) == KNOWN + MANY
