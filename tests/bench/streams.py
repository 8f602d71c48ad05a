"""Streams of keys of every kind through the real program: ``python -m tests.bench.streams [COUNT] [SEED]``.

Cards, other people's codes, broken scans, hands and both at once, at the door, on the stage, at the gift
desk, in a form, on the papers' and the event's screen. Exits 1 when somebody was let in or served by
mistake, a key of a burst acted, a card or a letter was lost, or a person's key was late.

Time jumps from key to key (``tests.virtual_time``), so "late" is how long the judge held a person's key. How
long the program then computes is measured by ``KEYS`` keys of a hand in real time, behind the streams.
"""

import asyncio
import os
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import groupby
from pathlib import Path
from random import Random, SystemRandom
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from textual import events
from textual.widgets import Input

from data.session.folders.home import HOME_VARIABLE
from data.session.laptop.own_folder import DATA_VARIABLE
from tests.tui.scanning.key_judge.kinds import Pressed
from tests.tui.scanning.key_judge.places import PLACES, Counters, go_to, program, trial
from tests.virtual_time import run
from tui.frame.keys.key_order import let_earlier_keys_finish

AT_ONCE = 100
"""Streams between two beginnings with a new event."""
LATEST = 0.1
KEYS = 500


def streams(place: str, count: int, seed: str) -> Counters:
    """Play ``count`` streams at a place, on a new event; what they are depends on ``seed`` alone."""
    with TemporaryDirectory() as parent:
        os.environ[HOME_VARIABLE] = os.environ[DATA_VARIABLE] = parent
        counters = Counters()
        run(trial(place, Path(parent) / "event", Random(seed), count, counters))
    return counters


def p99(seconds: list[float]) -> float:
    """The 99th percentile; 0 of nothing."""
    return sorted(seconds)[int(len(seconds) * 0.99)] if seconds else 0.0


def play(count: int, seed: int, workers: int) -> Iterator[tuple[str, Counters]]:
    """Play ``count`` streams, shared among the places, in so many processes at once; each place when it is
    through. Faults are printed."""
    parts = []
    for index, place in enumerate(PLACES):
        share = count // len(PLACES) + (index < count % len(PLACES))
        parts += [
            (place, min(AT_ONCE, share - begin), f"{seed} {place} {begin}")
            for begin in range(0, share, AT_ONCE)
        ]
    with ProcessPoolExecutor(workers) as pool:
        played = zip(parts, pool.map(streams, *zip(*parts, strict=True)), strict=True)
        for place, those in groupby(played, key=lambda one: one[0][0]):
            found = Counters()
            for _part, counters in those:
                found.add(counters)
                print(*counters.told, sep="\n", end="\n" * bool(counters.told), flush=True)
            yield place, found


async def answering(place: str, keys: int, folder: Path) -> list[float]:
    """Seconds of real time from each of a person's keys until all that it did is done."""
    taken: list[float] = []
    async with program(folder) as (_session, app, pilot, keyboard):
        await go_to(place, app, pilot, keyboard)
        act = app.keys._act

        async def timed(event: events.Key) -> None:
            await act(event)
            await let_earlier_keys_finish(app)
            taken.append(app.keys.now() - event.time)

        app.keys._act = timed
        is_text = isinstance(app.focused, Input)
        key = Pressed("a", "a", 0.12) if is_text else Pressed("down", None, 0.12)
        await keyboard.play([key] * keys)
    return taken


def main(count: int, seed: int) -> int:
    """Print what came of the streams at each place."""
    failed = False
    begin = perf_counter()
    print(f"seed {seed}", flush=True)
    print(f"{'place':<10} {'tried':>6} {'wrong':>6} {'acted':>6} {'lost':>5} {'held p99 ms':>12}")
    for place, counters in play(count, seed, os.cpu_count() or 1):
        late = p99(counters.late)
        figures = f"{counters.tried:>6} {counters.wrong:>6} {counters.acted:>6} {counters.lost:>5}"
        print(f"{place:<10} {figures} {late * 1e3:>12.0f}", flush=True)
        failed = failed or bool(counters.told) or late > LATEST
    print(f"{count} streams in {perf_counter() - begin:.0f} s")
    for place in PLACES:
        with TemporaryDirectory() as parent:
            taken = asyncio.run(answering(place, KEYS // len(PLACES), Path(parent) / "event"))
        figures = f"{median(taken) * 1e3:.0f} ms, p99 {p99(taken) * 1e3:.0f} ms"
        print(f"{place:<10} in real time a key is done after {figures}")
    return int(failed)


if __name__ == "__main__":
    given = [int(argument) for argument in sys.argv[1:]]
    sys.exit(main(given[0] if given else 20_000, given[1] if given[1:] else SystemRandom().randrange(10**6)))
