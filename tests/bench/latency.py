"""How long the person waits, beside a bare Textual app: ``python -m tests.bench.latency [ROUNDS]``.

Both run in pseudo-terminals on the same machine, in turn. *scan*: from writing the sixteen digits and
the Enter of a scanner to the piece of output that paints the answer. *key*: from one letter typed into
the search line to the last piece that it makes the program paint. Medians in milliseconds, and their
ratio to the bare app's: one that paints only at Enter for a scan, one that paints at each letter for a key.
"""

import os
import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from time import sleep
from typing import Literal

from data.model.guest import Guest
from data.scanning.codes import new_code, payload
from data.session.folders.home import HOME_VARIABLE
from data.session.session import Session
from tests.bench.table import Figure, late, line, usual
from tests.conftest import found, list_guests
from tests.terminal.program import Program

Wait = Literal["scan", "key"]

SIZES = (140, 10_000)
ROUNDS = 30
_BARE = {wait: Path(__file__).with_name(f"{app}_app.py") for wait, app in (("scan", "bare"), ("key", "echo"))}
_SETTLE, _LONGEST = 0.3, 0.6
_QUERY = "nguyen thi huong xom 3"
_FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Đào")
_MIDDLE = ("Thị", "Văn", "Đình", "Quang", "Thị Ngọc", "Xuân", "Minh", "Hữu")
_GIVEN = ("Hương", "Dũng", "Lan", "Đức", "Ánh", "Yến", "Sơn", "Thơm", "Hòa", "Mạnh", "Tuấn", "Vẽ", "Chiến")


def households(event: str, count: int) -> list[Guest]:
    """``count`` households with names as a village has them, each told apart by a last word."""
    names = [" ".join(parts) for parts in product(_FAMILY, _MIDDLE, _GIVEN)]
    return [
        Guest(
            number=number,
            kind="household",
            name=f"{names[number % len(names)]} {number}",
            code=new_code(event, number),
            delegation="ho-gia-dinh",
            hamlet=f"Xóm {number % 9 + 1}",
            phone=f"09{number:08}",
        )
        for number in range(1, count + 1)
    ]


def painted(program: Program, keys: str, text: str) -> float:
    """Seconds until ``text`` stands on the screen after ``keys``."""
    pieces = program.answer(keys, _LONGEST)
    delay = float("inf")
    for at, piece in pieces:
        program.show(piece)
        if delay == float("inf") and text in program.text.upper():
            delay = at
    return delay


def settled(program: Program, key: str) -> float:
    """Seconds until the last thing that ``key`` makes the program paint."""
    pieces = program.answer(key, _SETTLE)
    for _at, piece in pieces:
        program.show(piece)
    return pieces[-1][0] if pieces else float("inf")


def measure(folder: Path, count: int, rounds: int, wait: Wait) -> tuple[list[float], list[float]]:
    """The delays of the bare app for such a wait and of the program, with ``count`` guests."""
    with Session(found(folder)) as session:
        list_guests(session, households(session.state.event.number, count))
        guests = list(session.state.guests.values())
    bare, program = Program(script=_BARE[wait]), Program(str(folder))
    try:
        assert bare.shows("READY") and program.shows("READY TO SCAN", 60), program.text
        sleep(1.0)
        if wait == "key":
            return _keys(bare, program, rounds)
        return _scans(bare, program, iter(guests[-rounds - 5 :]), rounds)
    finally:
        bare.close()
        program.close()


def _scans(
    bare: Program, program: Program, guests: Iterator[Guest], rounds: int
) -> tuple[list[float], list[float]]:
    floor, ours = [], []
    for guest in guests:
        scan = payload(guest.code)
        floor.append(painted(bare, scan + "\r", f"ENTERED {scan}"))
        ours.append(painted(program, scan + "\r", guest.name.upper()))
    return floor[-rounds:], ours[-rounds:]


def _keys(bare: Program, program: Program, rounds: int) -> tuple[list[float], list[float]]:
    floor: list[float] = []
    ours: list[float] = []
    while len(ours) < rounds:
        for key in _QUERY:
            floor.append(settled(bare, key))
            ours.append(settled(program, key))
        bare.answer("\x15", _SETTLE)
        program.answer("\x15", _SETTLE)
    return floor[len(_QUERY) // 2 :], ours[len(_QUERY) // 2 :]


def figures_of_scans(place: Path, rounds: int = ROUNDS) -> Iterator[Figure]:
    """Enter to painted answer: the usual wait and the 95th percentile, for each number of guests."""
    for count in SIZES:
        floor, ours = measure(place / f"of-{count}", count, rounds, "scan")
        what = f"Enter to painted answer, {count:,} guests"
        yield Figure("b", what, "ms", usual(ours), usual(floor), 1.25)
        yield Figure(
            "b", f"  95th percentile, {count:,} guests", "ms", late(ours) * 1e3, late(floor) * 1e3, 2.0
        )


def figures_of_keys(place: Path, rounds: int = ROUNDS) -> Iterator[Figure]:
    """A letter in the search line to the last that it paints, among the most guests."""
    count = SIZES[-1]
    floor, ours = measure(place / f"of-{count}", count, rounds, "key")
    yield Figure("e", f"a letter of a search, {count:,} guests", "ms", usual(ours), usual(floor), 1.1)


if __name__ == "__main__":
    asked = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    with TemporaryDirectory() as parent:
        os.environ[HOME_VARIABLE] = parent
        for figures in (figures_of_scans, figures_of_keys):
            for figure in figures(Path(parent) / figures.__name__, asked):
                print(line(figure))
