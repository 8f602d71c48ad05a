"""The stage's arithmetic against seconds on a line, over random chains of everything that can be pressed.

Run with ``python -m tests.bench.stage_chains [CHAINS]`` (5,000 take some minutes). It prints how many chains
were played, how many presses they had, and every chain in which the two part.
"""

import sys
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from data.clock import SetClock
from data.session.session import Session
from tests.conftest import found
from tests.data.commands.stage.chains import Chain

PRESSES = 14
_EIGHT = datetime(2022, 6, 15, 1, 0, 20, tzinfo=UTC)


def play(chance: Random, folder: Path, presses: int) -> list[str]:
    """Play one chain in an event founded in ``folder``; where the two parted, with what was pressed."""
    clock = SetClock(_EIGHT)
    with Session(found(folder, clock), clock=clock) as session:
        chain = Chain(session, clock, chance)
        for _press in range(presses):
            chain.press()
            if faults := chain.faults():
                return [*faults, *chain.pressed]
    return []


def main(chains: int) -> int:
    """Play ``chains`` chains; how many parted."""
    wrong = 0
    with TemporaryDirectory() as name:
        for seed in range(chains):
            if faults := play(Random(seed), Path(name) / str(seed), PRESSES):
                wrong += 1
                print(f"chain {seed}:", *faults, sep="\n  ", flush=True)
    print(f"{chains} chains of {PRESSES} presses: {wrong} wrong")
    return wrong


if __name__ == "__main__":
    sys.exit(1 if main(int(sys.argv[1]) if len(sys.argv) > 1 else 5000) else 0)
