"""Time that jumps beside real time: ``python -m tests.bench.real_streams [COUNT] [SEED]``.

Plays the same streams of keys twice on two copies of one event: in real time, noting when each key really
came, and then in time that jumps with the keys at those times. Exits 1 where the ledgers, the lines or what
was shown in front are not the same.
"""

import asyncio
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random, SystemRandom
from shutil import copytree
from subprocess import run as run_program
from tempfile import TemporaryDirectory

from msgspec import to_builtins

from data.session.folders.home import HOME_VARIABLE
from data.session.laptop.own_folder import DATA_VARIABLE
from data.session.session import Session
from tests.conftest import found, list_guests, many_households
from tests.tui.scanning.key_judge.kinds import Pressed
from tests.tui.scanning.key_judge.places import KINDS, PLACES, go_to, program, stream_of, unpainted
from tests.virtual_time import run
from tui.widgets.lines.line_input import LineInput

Outcome = list[object]
Stream = list[Pressed]


async def played(place: str, folder: Path, streams: list[Stream]) -> tuple[list[Outcome], list[Stream]]:
    """What each stream left in ledger, lines and screens, and the keys as they really came."""
    outcomes, came = [], []
    async with program(folder) as (session, app, pilot, keyboard), unpainted():
        await go_to(place, app, pilot, keyboard)
        for pressed in streams:
            before = len(session.state.entries)
            came.append(await keyboard.play(pressed))
            outcome: Outcome = [to_builtins(entry.what) for entry in session.state.entries[before:]]
            outcome += [line.value for line in app.screen.query(LineInput)]
            outcomes.append([*outcome, *(type(screen).__name__ for screen in app.screen_stack)])
    return outcomes, came


def differences(place: str, count: int, seed: int) -> list[str]:
    """Play ``count`` streams at a place in both times; each that came out differently, in words."""
    chance = Random(f"{seed} {place}")
    with TemporaryDirectory() as parent:
        os.environ[HOME_VARIABLE] = os.environ[DATA_VARIABLE] = parent
        master = found(Path(parent) / "event")
        with Session(master) as session:
            list_guests(session, many_households(session.state.event.number, 99))
            streams = []
            for _stream in range(count):
                number = chance.randrange(1, 100)
                code = session.state.guests[number].code
                streams.append(stream_of(chance.choice(KINDS), code, number, place, chance)[0])
        copytree(master, other := Path(parent) / "other")
        real, came = asyncio.run(played(place, master, streams))
        jumping, _came = run(played(place, other, came))
    return [
        f"{place}: {one} in real time, {two} in time that jumps: {keys}"
        for one, two, keys in zip(real, jumping, came, strict=True)
        if one != two
    ]


def main(count: int, seed: int) -> int:
    """Play at all places at once, each in a process of its own, and print what differed."""
    each = -(-count // len(PLACES))

    def one(place: str) -> str:
        command = [sys.executable, "-m", "tests.bench.real_streams", str(each), str(seed), place]
        done = run_program(command, capture_output=True, text=True)
        return done.stdout + done.stderr[-2000:]

    with ThreadPoolExecutor(len(PLACES)) as pool:
        told = "".join(pool.map(one, PLACES))
    print(f"{each * len(PLACES)} streams in both times, seed {seed}; {told.count('real time')} differ")
    print(told, end="")
    return int(bool(told))


if __name__ == "__main__":
    given = sys.argv[1:]
    number, begin = (
        int(given[0]) if given else 48,
        int(given[1]) if given[1:] else SystemRandom().randrange(10**6),
    )
    if given[2:]:
        print("".join(f"{line}\n" for line in differences(given[2], number, begin)), end="")
    else:
        sys.exit(main(number, begin))
