"""Whatever three laptops do apart, and however their steps come together: it is one day, the same on all."""

from contextlib import suppress
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.clock import SetClock
from data.commands.door import door
from data.commands.undo import last_step, undo
from data.errors import CeremonyError
from data.ledger.lines.record import Step
from data.session.session import Session
from tests.conftest import MORNING, few_guests, found, list_guests
from tests.data.convergence.played import LAPTOPS, PLAYED, Move, play
from tests.data.convergence.several import founded, meet, opened, pass_time, same, send

HOUR = 3600.0

moves: st.SearchStrategy[list[Move]] = st.lists(
    st.tuples(
        st.integers(0, LAPTOPS - 1),
        st.sampled_from([*PLAYED, *PLAYED, "undo", "undo", "send", "send", "send", "settle"]),
        st.integers(0, 1_000_000),
    ),
    max_size=40,
)
skews = st.lists(st.floats(-HOUR, HOUR), min_size=LAPTOPS, max_size=LAPTOPS)


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> list[Step]:
    with Session(found(tmp_path_factory.mktemp("day") / "event"), clock=SetClock(MORNING)) as session:
        list_guests(session, few_guests(session.state.event.number))
        return list(session.state.steps)


@settings(max_examples=30)
@given(moves, skews, st.integers(0, 1_000_000))
def test_all_have_the_same_day_and_nothing_that_was_acknowledged_is_lost(
    first: list[Step], moves: list[Move], skews: list[float], seed: int
) -> None:
    outcome = play(first, skews, moves, Random(seed))
    assert outcome.lost == 0
    assert outcome.differ == ()


@pytest.mark.parametrize("seed", range(2))
def test_the_same_on_disk_by_the_commands_of_a_day(tmp_path: Path, seed: int) -> None:
    chance = Random(seed)
    origin = founded(tmp_path)
    laptops = [opened(origin, tmp_path, number, chance.uniform(-HOUR, HOUR)) for number in range(LAPTOPS)]
    acknowledged = set()
    for _turn in range(40):
        session = chance.choice(laptops)
        pass_time(session, chance.randint(0, 90))
        before = len(session.state.steps)
        with suppress(CeremonyError):
            _act(session, chance)
        acknowledged |= {step.entry.id for step in session.state.steps[before:]}
        if chance.random() < 0.2:
            other = chance.choice(laptops)
            steps = chance.sample(session.state.steps, len(session.state.steps) // 2)
            if other is not session:
                send(session, other, steps)
    meet(*laptops)
    meet(*laptops)
    same(*laptops)
    assert acknowledged <= {step.entry.id for step in laptops[0].state.steps}
    for session in laptops:
        session.close()


def _act(session: Session, chance: Random) -> None:
    match chance.randint(0, 5):
        case 0 | 1:
            door.admit(session, chance.randint(1, 9), "number")
        case 2:
            door.walk_in(session, kind="household", name="Lan")
        case 3:
            door.replace_card(session, chance.randint(1, 9))
        case 4:
            door.set_party(session, chance.randint(1, 9), people=chance.randint(1, 5))
        case 5:
            last = last_step(session)
            if last is not None and last.what.about():
                undo(session, last.id)
