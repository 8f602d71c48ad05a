"""Days on three laptops that are apart, by the thousand: ``python -m tests.faults.converge ROUNDS [SEED]``.

Each round draws a history of all kinds of entries with undo, clocks up to an hour off, steps that come in any
order and more than once. At the end all meet; counted is what was lost, on how many rounds they differ, and
on how many an entry means somebody else than its laptop meant.
"""

import sys
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Literal

from data.clock import SetClock
from data.ledger.lines.record import Step
from data.session.session import Session
from tests.conftest import MORNING, few_guests, found, list_guests
from tests.data.convergence.meant import play_meant
from tests.data.convergence.played import LAPTOPS, PLAYED, Move, Outcome, play

MOST_MOVES = 120
_HOUR = 3600.0
_OTHERS: tuple[Literal["undo", "send", "settle"], ...] = (
    "undo",
    "undo",
    "undo",
    "send",
    "send",
    "send",
    "send",
    "settle",
)


def one_round(first: list[Step], seed: int) -> Outcome:
    """Play the day that this seed draws."""
    chance = Random(seed)
    skews = [chance.uniform(-_HOUR, _HOUR) for _laptop in range(LAPTOPS)]
    share = chance.choice([0.1, 0.3, 0.6])
    moves: list[Move] = [
        (
            chance.randrange(LAPTOPS),
            chance.choice(PLAYED) if chance.random() >= share else chance.choice(_OTHERS),
            chance.randrange(1_000_000),
        )
        for _move in range(chance.randint(1, MOST_MOVES))
    ]
    return play(first, skews, moves, chance)


def main(rounds: int, seed: int) -> int:
    """Play ``rounds`` days and print what came of them; 1 where anything was lost or differs."""
    entries = lost = diverged = mistaken = 0
    with TemporaryDirectory() as place:
        with Session(found(Path(place) / "event"), clock=SetClock(MORNING)) as session:
            list_guests(session, few_guests(session.state.event.number))
            first = list(session.state.steps)
        for number in range(seed, seed + rounds):
            outcome = one_round(first, number)
            entries += outcome.entries
            lost += outcome.lost
            if outcome.lost or outcome.differ:
                diverged += bool(outcome.differ)
                print(f"seed {number}: lost {outcome.lost}, {', '.join(outcome.differ)}", flush=True)
            if faults := play_meant(first, Random(number)):
                mistaken += 1
                print(f"seed {number}: {'; '.join(faults)}", flush=True)
    print(f"{rounds:,} rounds, {entries:,} entries, {lost} lost, {diverged} diverged, {mistaken} mistaken")
    return 1 if lost or diverged or mistaken else 0


if __name__ == "__main__":
    numbers = [int(argument) for argument in sys.argv[1:]]
    sys.exit(main(numbers[0] if numbers else 1_000, numbers[1] if numbers[1:] else 0))
