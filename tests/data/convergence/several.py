"""Several laptops on one machine: copies of one event, each with its own id and clock."""

import shutil
from datetime import timedelta
from pathlib import Path

from data.clock import SetClock
from data.convergence.records import record_of
from data.convergence.take_in import Taken, take_in
from data.ledger.lines.record import Step
from data.queries.laptops.digest import digest
from data.session.session import Session
from data.state.state import State
from tests.conftest import MORNING, few_guests, found, list_guests
from tests.data.state.facts import facts

NAMES = ("cửa 1", "cửa 2", "bàn thư ký")
IDS = ("aaaaaaaa", "bbbbbbbb", "cccccccc")


def founded(place: Path) -> Path:
    """An event with a few guests, made on the first of the laptops."""
    folder = found(place / "goc", SetClock(MORNING - timedelta(hours=2)))
    with Session(folder, clock=SetClock(MORNING - timedelta(hours=1)), laptop=IDS[0]) as session:
        list_guests(session, few_guests(session.state.event.number))
    return folder


def opened(origin: Path, place: Path, number: int, skew: float = 0.0) -> Session:
    """A copy of the event, open on the laptop with this number, whose clock is ``skew`` seconds ahead."""
    folder = place / f"may-{number}"
    shutil.copytree(origin, folder)
    session = Session(folder, clock=SetClock(MORNING + timedelta(seconds=skew)), laptop=IDS[number])
    session.device = NAMES[number]
    return session


def send(source: Session, target: Session, steps: list[Step] | None = None) -> Taken:
    """Let ``target`` have ``steps`` of ``source``, all where none are named, over a wire."""
    records = [record_of(step) for step in (source.state.steps if steps is None else steps)]
    return take_in(target, records, event=source.state.event.id)


def meet(*sessions: Session) -> None:
    """Let all have what any of them has."""
    for source in sessions:
        for target in sessions:
            if target is not source:
                send(source, target)


def pass_time(session: Session, seconds: float) -> None:
    assert isinstance(session.clock, SetClock)
    session.clock.pass_time(seconds)


def same(*sessions: Session) -> None:
    """All say the same, in memory and when they are read anew."""
    first = sessions[0]
    for session in sessions:
        assert session.state.agrees_with(State(session.state.steps))
        assert digest(session.state) == digest(first.state)
        assert facts(session.state) == facts(first.state)
        with Session(session.folder, "read") as reader:
            assert reader.state.agrees_with(session.state)
