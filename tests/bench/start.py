"""From starting the program to its first screen: ``python -m tests.bench.start [ROUNDS]``.

An empty Textual app and ours are started in pseudo-terminals, in turn: the one until its one word stands,
ours until the screen in front does (the first screen without an event, the door of one with 140
households). Medians in milliseconds, and the ratio to the empty app's. Byte code is warm, as at every
start but the first.
"""

import os
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from data.session.folders.home import HOME_VARIABLE
from data.session.session import Session
from tests.bench.latency import households
from tests.conftest import found, list_guests
from tests.terminal.program import Program

ALLOWED = 1.3
_BARE = Path(__file__).with_name("empty_app.py")


def started(text: str, *arguments: str, script: Path | None = None) -> float:
    """Seconds from starting the program until ``text`` stands on its screen."""
    begin = time.perf_counter()
    program = Program(*arguments, script=script) if script else Program(*arguments)
    try:
        assert program.shows(text, 60), program.text
        return time.perf_counter() - begin
    finally:
        program.close()


def main(rounds: int) -> int:
    """Print medians and ratios; 1 when a ratio is above ``ALLOWED``."""
    with TemporaryDirectory() as parent:
        os.environ[HOME_VARIABLE] = parent
        folder = Path(parent) / "event"
        with Session(found(folder)) as session:
            list_guests(session, households(session.state.event.number, 140))
        empty: list[float] = []
        first: list[float] = []
        door: list[float] = []
        for _round in range(rounds + 1):
            empty.append(started("EMPTY", script=_BARE))
            first.append(started("^Q"))
            door.append(started("READY TO SCAN", str(folder)))
    floor = median(empty[1:])
    print(f"{'start':<14} {'empty ms':>9} {'ours ms':>9} {'ratio':>6}")
    for name, ours in (("first screen", first), ("door", door)):
        took = median(ours[1:])
        print(f"{name:<14} {floor * 1e3:>9.0f} {took * 1e3:>9.0f} {took / floor:>6.2f}")
    return int(median(door[1:]) / floor > ALLOWED)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10))
