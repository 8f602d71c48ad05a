"""What a check-in costs beside the least it can cost: ``python -m tests.bench.checkin``.

The floor is a bare append and fsync of a line as long as the check-in's, in the same folder, taken in
turn with the check-ins so that both meet the same disk.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from data.commands.door import door
from data.scanning.codes import payload
from data.session.session import Session
from tests.bench.table import Figure, line, usual
from tests.conftest import found, list_guests, many_households

SIZES = (140, 10_000, 100_000)
ROUNDS = 300


def measure(parent: Path, guests: int) -> dict[str, list[float]]:
    """Seconds of the floor, of an admission by number and of a scan, each taken ``ROUNDS`` times."""
    times: dict[str, list[float]] = {"floor": [], "admit": [], "scan": []}
    part = 0
    while len(times["floor"]) < ROUNDS:
        part += 1
        folder = found(parent / f"{guests}-{part}")
        with Session(folder) as session:
            list_guests(session, many_households(session.state.event.number, guests))
            _measure_one(session, min(guests // 2 - 1, ROUNDS - len(times["floor"])), times)
    return times


def _measure_one(session: Session, rounds: int, times: dict[str, list[float]]) -> None:
    line = _line_of_a_check_in(session)
    numbers = iter(sorted(session.state.guests)[1:])
    floor = os.open(session.folder / "floor", os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    try:
        for _ in range(rounds):
            start = perf_counter()
            os.write(floor, line)
            os.fsync(floor)
            times["floor"].append(perf_counter() - start)
            number = next(numbers)
            start = perf_counter()
            door.admit(session, number, "number")
            times["admit"].append(perf_counter() - start)
            text = payload(session.state.guests[next(numbers)].code)
            start = perf_counter()
            answer = door.scan(session, text, "scanner")
            times["scan"].append(perf_counter() - start)
            assert answer.status == "admitted"
    finally:
        os.close(floor)


def _line_of_a_check_in(session: Session) -> bytes:
    before = session.storage.path.stat().st_size
    door.admit(session, 1, "number")
    return session.storage.path.read_bytes()[before:]


def figures(place: Path) -> Iterator[Figure]:
    """A row for a check-in by number and one by scan, for each number of guests."""
    for guests in SIZES:
        times = measure(place, guests)
        floor, admit, scan = (usual(times[name]) for name in ("floor", "admit", "scan"))
        yield Figure("a", f"check-in by number, {guests:,} guests", "ms", admit, floor, 1.4)
        yield Figure("a", f"check-in by scan, {guests:,} guests", "ms", scan, floor, 1.4)


if __name__ == "__main__":
    # On the disk of the tree, not in /tmp, which may be memory.
    with TemporaryDirectory(dir=Path.cwd(), prefix=".bench-") as parent:
        for figure in figures(Path(parent)):
            print(line(figure))
