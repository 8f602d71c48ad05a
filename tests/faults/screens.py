"""Kill the program behind its screens in the middle of a burst: what was painted must be on disk.

``python -m tests.faults.screens 20`` does it twenty times and prints what was found.
"""

import re
import sys
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import monotonic

from msgspec import Struct

from data.scanning.codes import payload
from data.session.session import Session
from tests.faults.kill import prepare
from tests.terminal.program import Program

BURST = 60
BETWEEN = 0.04
"""Seconds between two scans: time enough for most answers to be painted."""
LONGEST = 2.5
"""Seconds after the first scan within which the kill comes."""
_NAME = re.compile(r"Nguyễn Văn (\d+)\b", re.IGNORECASE)
_COUNT = re.compile(r"\b(\d+)/\d+ households")


class Killed(Struct, frozen=True):
    """One kill: how many guests had been painted as let in, and which of them the ledger does not know.

    ``counted`` is the highest number of households that was shown, ``present`` how many are on disk.
    """

    painted: int
    lost: list[int]
    counted: int
    present: int


def kill_once(folder: Path, chance: Random) -> Killed:
    """Scan ``BURST`` cards of guests who have not come, kill at a random moment, open the ledger again."""
    with Session(folder, "read") as session:
        state = session.state
        waiting = [number for number in state.guests if number not in state.present][:BURST]
        codes = [payload(state.guests[number].code) for number in waiting]
    program = Program(str(folder))
    try:
        assert program.shows("READY TO SCAN", 60), program.text
        pieces = []
        end = monotonic() + chance.uniform(0.0, LONGEST)
        for code in codes:
            pieces += program.answer(code + "\r", min(BETWEEN, max(0.0, end - monotonic())))
            if monotonic() >= end:
                break
        program.process.kill()
        program.process.wait()
        pieces += program.rest()
        painted, counted = _seen(program, [piece for _at, piece in pieces])
    finally:
        program.close()
    with Session(folder) as session:
        present = session.state.present
        return Killed(len(painted), sorted(painted - set(present)), counted, len(present))


def _seen(program: Program, pieces: list[bytes]) -> tuple[set[int], int]:
    """Every guest whose name stood on the screen at any moment, and the highest count that did."""
    names: set[int] = set()
    counted = 0
    for piece in [b"", *pieces]:
        program.show(piece)
        names |= {int(number) for number in _NAME.findall(program.text)}
        counted = max([counted, *(int(count) for count in _COUNT.findall(program.text))])
    return names, counted


def main(times: int) -> int:
    """Kill ``times`` times; 1 when anything that was painted is not in the ledger."""
    chance = Random()
    with TemporaryDirectory() as parent:
        kills = []
        for time in range(times):
            folder = Path(parent) / f"event-{time}"
            prepare(folder)
            kills.append(kill_once(folder, chance))
    lost = [number for killed in kills for number in killed.lost]
    early = sum(killed.present < BURST for killed in kills)
    print(f"{times} kills, {early} of them in the middle; {sum(k.painted for k in kills)} answers painted")
    print(f"{len(lost)} painted answers lost {lost[:9]}")
    return int(bool(lost) or any(killed.counted > killed.present for killed in kills))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 20))
