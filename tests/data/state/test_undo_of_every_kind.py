"""Whatever is taken back, of every kind that there is: the state is what it would be had it never been."""

from copy import deepcopy
from dataclasses import replace as with_fields
from random import Random
from typing import Any

import pytest
from msgspec.structs import replace

from data.clock import SetClock
from data.ledger.lines.record import Step
from data.model.entries.base import Happening
from data.model.entries.event import Undone
from data.session.session import Session
from data.state.state import State
from data.state.state_copy import copied
from tests.conftest import MORNING, few_guests, found, list_guests
from tests.data.state.drawn import KINDS, Draw

CHAINS = 12
ROUNDS = 3
"""How often each kind comes in a chain, at least."""
DEEPEST = 40
"""So many are taken back in a row; more than a state keeps ready."""


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> list[Step]:
    with Session(found(tmp_path_factory.mktemp("kinds") / "event"), clock=SetClock(MORNING)) as session:
        list_guests(session, few_guests(session.state.event.number))
        return list(session.state.steps)


def said(state: State) -> dict[str, Any]:
    """All that a state says but for what undo is to leave: times, numbers of handovers on paper, and which
    requests of phones were answered: one that is sent again must not be done again."""
    left_out = {"steps", "undone", "handovers", "days", "requests", "_numbers", "_folds", "late", "_behind"}
    handovers = with_fields(
        state.handovers,
        by_id={id: replace(handover, number=0) for id, handover in state.handovers.by_id.items()},
        _between_people=0,
    )
    facts = {name: value for name, value in vars(state).items() if name not in left_out}
    return facts | {"handovers": handovers, "days": with_fields(state.days, latest=None)}


def never_was(state: State) -> State:
    """A state of the steps that still count, folded from the first."""
    return State(
        step
        for step in state.steps
        if step.entry.id not in state.undone and not isinstance(step.entry.what, Undone)
    )


def take_back(draw: Draw, place: int) -> None:
    """Undo the step at ``place`` and judge."""
    state = draw.state
    state.add(Step(draw.entry(Undone(entry=state.steps[place].entry.id))))
    assert said(state) == said(never_was(state))


def counting(state: State, founding: int) -> list[int]:
    """The places of the steps that can be taken back, the last one last."""
    return [
        place
        for place, step in enumerate(state.steps)
        if place >= founding and step.entry.id not in state.undone and not isinstance(step.entry.what, Undone)
    ]


@pytest.mark.quick_once("four")
@pytest.mark.parametrize(("seed", "four"), [(seed, seed % 4) for seed in range(CHAINS)])
def test_what_was_undone_never_was_whatever_its_kind(first: list[Step], seed: int, four: int) -> None:
    chance = Random(seed)
    state = State(first)
    draw = Draw(chance, state)
    kinds = list(KINDS) * ROUNDS
    chance.shuffle(kinds)
    for kind in kinds:
        state.add(draw.step(kind))
        if chance.random() < 0.2:
            state.settle()
        if chance.random() < 0.4:
            take_back(draw, -1)
        if chance.random() < 0.02:
            for place in counting(state, len(first))[: -DEEPEST - 1 : -1]:
                take_back(draw, place)
        if chance.random() < 0.03 and (places := counting(state, len(first))):
            take_back(draw, chance.choice(places))
    assert state.agrees_with(State(state.steps))
    while places := counting(state, len(first)):
        take_back(draw, places[-1])
    assert state.agrees_with(State(state.steps))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_each_kind_alone_is_taken_back(first: list[Step], kind: type[Happening]) -> None:
    state = State(first)
    draw = Draw(Random(kind.__name__), state)
    for _time in range(20):
        state.add(draw.step(kind))
        take_back(draw, -1)
    assert state.agrees_with(State(state.steps))


def test_steps_read_one_by_one_are_what_they_are_together(first: list[Step]) -> None:
    state = State()
    draw = Draw(Random(0), State(first))
    for kind in KINDS:
        draw.state.add(draw.step(kind))
    for step in draw.state.steps:
        state.add(step)
    assert state.agrees_with(draw.state)


def test_a_copy_is_not_changed_by_what_comes_later(first: list[Step]) -> None:
    state = State(first)
    draw = Draw(Random(1), state)
    for kind in KINDS:
        state.add(draw.step(kind))
    folded = {name: value for name, value in vars(state).items() if name != "_behind"}
    twin, kept = copied(folded), deepcopy(folded)
    assert twin["guests"] is twin["_roll"].guests
    for kind in reversed(KINDS):
        state.add(draw.step(kind))
    assert twin == kept
    assert all(twin[name] != vars(state)[name] for name in ("_roll", "handovers", "words", "papers"))
