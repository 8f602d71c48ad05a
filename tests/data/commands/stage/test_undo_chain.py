"""A step that was undone is as if it had never been, through jumping clocks, crashes and answers.

``tests.data.commands.test_undo`` compares with what the state said before each step. Here time goes on
between a step and its undo, so the judge is a ledger in which the undone steps never did anything.
"""

from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from data.clock import SetClock
from data.commands.stage.clock_watch import ClockWatch, answer
from data.commands.undo import last_step, undo
from data.errors import Refused
from data.ledger.lines.record import Step
from data.model.entries.door import ScanRefused
from data.model.entries.event import Undone
from data.session.session import Session
from data.state.stage.agenda_progress import table
from data.state.state import State
from tests.conftest import MORNING, few_guests, found, list_guests
from tests.data.commands.test_undo import DOINGS
from tests.data.state.facts import facts

Move = tuple[str, int, int]

NOTHING = ScanRefused(status="misread", channel="scanner")
MOVES = st.one_of(
    st.tuples(st.just("do"), st.integers(0, len(DOINGS) - 1), st.integers(0, 200)),
    st.tuples(st.just("do"), st.integers(0, len(DOINGS) - 1), st.integers(0, 200)),
    st.tuples(st.just("pass"), st.integers(0, 1800), st.just(0)),
    st.tuples(st.just("jump"), st.integers(-90_000, 90_000), st.just(0)),
    st.tuples(st.just("crash"), st.integers(0, 20_000), st.just(0)),
    st.tuples(st.just("answer"), st.integers(0, 2), st.integers(0, 59)),
    st.tuples(st.just("undo"), st.just(0), st.just(0)),
)


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = found(tmp_path_factory.mktemp("chain") / "event", SetClock(MORNING))
    with Session(folder, clock=SetClock(MORNING)) as session:
        list_guests(session, few_guests(session.state.event.number))
    return folder


@pytest.mark.quick_once()
@pytest.mark.parametrize("chains", [8, 40])
def test_what_was_undone_never_was(founded: Path, chains: int) -> None:
    # A chain of fifty steps does not shrink to anything that reads better, and tries for minutes.
    @settings(max_examples=chains, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
    @given(moves=st.lists(MOVES, min_size=50, max_size=50))
    def each(moves: list[Move]) -> None:
        _there_and_back(founded, moves)

    each()


def _there_and_back(founded: Path, moves: list[Move]) -> None:
    with TemporaryDirectory() as parent:
        folder = Path(parent) / "event"
        copytree(founded, folder)
        session = Session(folder, clock=SetClock(MORNING))
        watch = ClockWatch(session)
        try:
            for move in moves:
                if move[0] == "crash":
                    clock = SetClock(session.clock.now() + timedelta(seconds=move[1]), ticks=1.0)
                    session.close()
                    session = Session(folder, clock=clock)
                    watch = ClockWatch(session)
                    watch.came_back()
                else:
                    _make(session, move)
                watch.look()
            while _undo(session):
                pass
            assert not session.state.agenda_progress.runs
        finally:
            session.close()


def _make(session: Session, move: Move) -> None:
    clock = session.clock
    assert isinstance(clock, SetClock)
    kind, number, pick = move
    question = session.state.agenda_progress.question()
    with suppress(Refused):
        if kind == "do":
            DOINGS[number](session, pick)
        elif kind == "pass":
            clock.pass_time(number)
        elif kind == "jump":
            clock.wall += timedelta(seconds=number)
        elif kind == "answer" and question is not None:
            how = ("count", "drop", "ended")[number]
            answer(session, question[0], how, ended=f"7:{pick:02}")  # type: ignore[arg-type]
        elif kind == "undo":
            _undo(session)


def _undo(session: Session) -> bool:
    """Take one step back and judge; whether there was any but the list of guests."""
    last = last_step(session)
    if last is None or last == session.state.entries[1]:
        return False
    undo(session)
    _judge(session)
    return True


def _judge(session: Session) -> None:
    state, now = session.state, session.now()
    judge = State(_without(step, state.undone) for step in state.steps)
    assert _facts(judge) == _facts(state)
    assert table(judge.event, judge.agenda_progress, now) == table(state.event, state.agenda_progress, now)


def _facts(state: State) -> dict[str, Any]:
    """All facts but the numbers of handovers: a number may stand on paper and is never given twice."""
    handovers = [(id, replace(handover, number=0)) for id, handover in state.handovers.by_id.items()]
    return facts(state) | {"handovers": handovers}


def _without(step: Step, undone: set[str]) -> Step:
    """The same moment in which nothing was done, where it was undone or is an undo."""
    if step.entry.id in undone or isinstance(step.entry.what, Undone):
        return Step(replace(step.entry, what=NOTHING))
    return step
