"""Random histories on three laptops that part and meet again: in memory, and so by the thousand."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Literal

from msgspec.structs import replace

from data.convergence.records import read_all, record_of
from data.ledger.lines.ids import next_id
from data.ledger.lines.record import Step
from data.model.entries.base import Happening
from data.model.entries.event import EventCreated, PersonalDataPurged, Undone
from data.model.entry import AnyHappening, Entry
from data.model.event_parts import changed_parts
from data.queries.laptops.digest import digest
from data.state.state import State
from tests.conftest import MORNING
from tests.data.convergence.several import IDS, NAMES
from tests.data.state.drawn import KINDS, Draw

LAPTOPS = len(IDS)
PLAYED = tuple(kind for kind in KINDS if kind not in (EventCreated, PersonalDataPurged))
"""Every kind that two laptops can write apart; a purge is refused elsewhere before it comes to a fold."""

Move = tuple[int, Literal["undo", "send", "settle"] | type[Happening], int]
"""Which laptop (by its number) does what, and a number from which chance draws the rest."""


@dataclass
class Laptop(Draw):
    """One laptop: its state, what it acknowledged, and a clock that is ``skew`` seconds ahead."""

    number: int
    skew: float
    now: datetime
    chance: Random
    state: State
    acknowledged: list[str] = field(default_factory=list)

    def entry(self, what: AnyHappening) -> Entry:
        at = self.now + timedelta(seconds=self.skew)
        return Entry(
            id=next_id(int(at.timestamp() * 1000), self.state.latest),
            at=at,
            ticks=(self.now - MORNING).total_seconds() + 1000 * self.number,
            run=f"run {self.number}",
            device=NAMES[self.number],
            laptop=IDS[self.number],
            what=what,
        )

    def write(self, step: Step) -> None:
        """Record a step here, as a session does."""
        step = replace(step, entry=self.state.marked(step.entry))
        if step.event is not None:
            step = replace(step, parts=changed_parts(self.state.event, step.event))
        self.state.add(step)
        self.acknowledged.append(step.entry.id)

    def undo(self) -> None:
        """Take back the last own step that counts, if there is one."""
        for step in reversed(self.state.steps):
            entry = step.entry
            if entry.laptop == IDS[self.number] and entry.what.is_step and entry.id not in self.state.undone:
                self.write(Step(self.entry(Undone(entry=entry.id))))
                return

    def receive(self, steps: Iterable[Step]) -> None:
        """Take in what came over a wire, once each."""
        here = {step.entry.id for step in self.state.steps}
        read, unread = read_all(map(record_of, steps))
        assert not unread
        fresh = {step.entry.id: step for step in read if step.entry.id not in here}
        self.state.take_in(fresh.values())


@dataclass(frozen=True)
class Outcome:
    """What is left of a day: how many ``entries``, how many are ``lost``, and in what laptops ``differ``."""

    entries: int
    lost: int
    differ: tuple[str, ...]


def play(first: list[Step], skews: list[float], moves: list[Move], chance: Random) -> Outcome:
    """Play a day on copies of the event that begins with ``first``; all have met in the end."""
    now = MORNING
    laptops = [Laptop(number, skews[number], now, chance, State(first)) for number in range(LAPTOPS)]
    for number, what, seed in moves:
        now += timedelta(seconds=seed % 90)
        laptop = laptops[number]
        laptop.chance, laptop.now = Random(seed), now
        if what == "undo":
            laptop.undo()
        elif what == "settle":
            laptop.state.settle()
        elif what == "send":
            _deliver(laptop, laptops[seed % LAPTOPS], some=True)
        else:
            laptop.write(laptop.step(what))
    _heal(laptops, chance)
    return _judge(laptops)


def _deliver(source: Laptop, target: Laptop, some: bool) -> None:
    """Let ``target`` have some or all steps of ``source``, in any order, some of them twice."""
    chance = source.chance
    steps = list(source.state.steps)
    if some:
        steps = chance.sample(steps, chance.randint(0, len(steps)))
    steps += chance.sample(steps, len(steps) // 4)
    chance.shuffle(steps)
    while steps:
        count = chance.randint(1, len(steps))
        target.receive(steps[:count])
        steps = steps[count:]


def _heal(laptops: list[Laptop], chance: Random) -> None:
    """Let all have what any has; twice round, so that what came late goes on too."""
    for laptop in laptops:
        laptop.chance = chance
    for _turn in range(2):
        ways = [(a, b) for a in laptops for b in laptops if a is not b]
        chance.shuffle(ways)
        for source, target in ways:
            _deliver(source, target, some=False)


def _judge(laptops: list[Laptop]) -> Outcome:
    states = [laptop.state for laptop in laptops]
    anew = State(states[0].steps)
    held = [{step.entry.id for step in state.steps} for state in states]
    lost = sum(id not in ids for laptop in laptops for id in laptop.acknowledged for ids in held)
    differ = []
    if len({digest(state) for state in states}) > 1:
        differ.append("digest")
    differ += [f"state of {place}" for place, state in enumerate(states) if not state.agrees_with(anew)]
    codes = [anew.guests[number].code for number in anew.present]
    if len(set(codes)) != len(codes):
        differ.append("a guest is in twice")
    return Outcome(len(anew.steps), lost, tuple(differ))
