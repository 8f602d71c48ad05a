"""From starting the program to its first screen: ``python -m tests.bench.start [ROUNDS]``.

An empty Textual app and ours are started in pseudo-terminals, in turn: the one until its one word stands,
ours until the screen in front does (the first screen without an event, the door of one with 140
households). Medians in milliseconds of the wall clock and of the processor, and their ratios to the empty
app's. Byte code is warm, as at every start but the first.
"""

import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from data.session.folders.home import HOME_VARIABLE
from data.session.session import Session
from tests.bench.latency import households
from tests.bench.table import Figure, line, processor_seconds, usual
from tests.conftest import found, list_guests
from tests.terminal.program import Program

ALLOWED = 1.3
ROUNDS = 10
_BARE = Path(__file__).with_name("empty_app.py")


def started(text: str, *arguments: str, script: Path | None = None) -> tuple[float, float]:
    """Seconds from starting the program until ``text`` stands on its screen: passed, and at work."""
    begin = time.perf_counter()
    program = Program(*arguments, script=script) if script else Program(*arguments)
    try:
        assert program.shows(text, 60), program.text
        return time.perf_counter() - begin, processor_seconds(program.process.pid)
    finally:
        program.close()


def figures(place: Path, rounds: int = ROUNDS) -> Iterator[Figure]:
    """Rows for the first screen and the door, by the wall clock and by the processor's."""
    # As on a laptop where the program ran before, even where this machine is told to keep no byte code.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(place / "bytecode")
    folder = place / "event"
    with Session(found(folder)) as session:
        list_guests(session, households(session.state.event.number, 140))
    empty, first, door = [], [], []
    for _round in range(rounds + 1):
        empty.append(started("EMPTY", script=_BARE))
        first.append(started("^Q"))
        door.append(started("READY TO SCAN", str(folder)))
    for name, ours in (("first screen", first), ("door", door)):
        for at, unit in enumerate(("ms", "ms*")):
            took, floor = (usual(times[at] for times in all[1:]) for all in (ours, empty))
            yield Figure("c", f"start to the {name}", unit, took, floor, ALLOWED)


if __name__ == "__main__":
    with TemporaryDirectory() as parent:
        os.environ[HOME_VARIABLE] = parent
        for figure in figures(Path(parent), int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS):
            print(line(figure))
