"""Streams of keys of every kind through the real program: ``python -m tests.bench.streams [COUNT]``.

Cards, other people's codes, broken scans, hands and both at once, at the door, on the stage, at the gift
desk, in a form, on the papers' and the event's screen. Exits 1 when somebody was let in or served by
mistake, a key of a burst acted, a card or a letter was lost, or a person's key was late.
"""

import asyncio
import os
import sys
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from data.session.folders.home import HOME_VARIABLE
from tests.key_judge.places import PLACES, Counters, trial

AT_ONCE = 100
"""Streams between two beginnings with a new event."""
LATEST = 0.1


async def streams(place: str, count: int, chance: Random, parent: Path) -> Counters:
    """Play ``count`` streams at a place."""
    counters = Counters()
    while count > 0:
        await trial(place, parent / f"{place}-{count}", chance, min(AT_ONCE, count), counters)
        count -= AT_ONCE
    return counters


def late(counters: Counters) -> float:
    """The 99th percentile of how late a person's keys acted, in seconds."""
    return sorted(counters.late)[int(len(counters.late) * 0.99)] if counters.late else 0.0


def main(count: int) -> int:
    """Print what came of the streams at each place."""
    failed = False
    print(f"{'place':<10} {'tried':>6} {'wrong':>6} {'acted':>6} {'lost':>5} {'late p99 ms':>12}")
    with TemporaryDirectory() as parent:
        os.environ[HOME_VARIABLE] = parent
        for index, place in enumerate(PLACES):
            share = count // len(PLACES) + (index < count % len(PLACES))
            counters = asyncio.run(streams(place, share, Random(), Path(parent)))
            figures = (
                f"{counters['tried']:>6} {counters['wrong']:>6} {counters['acted']:>6} {counters['lost']:>5}"
            )
            print(
                f"{place:<10} {figures} {late(counters) * 1e3:>12.0f}",
                *counters.told[:5],
                sep="\n",
                flush=True,
            )
            failed = failed or bool(counters.told) or late(counters) > LATEST
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000))
