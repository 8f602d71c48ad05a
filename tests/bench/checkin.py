"""What a check-in costs beside the least it can cost: ``python -m tests.bench.checkin``.

The floor is a bare append and fsync of a line as long as the check-in's, in the same folder, taken in
turn with the check-ins so that both meet the same disk.
"""

import os
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from data.commands.door import door
from data.scanning.codes import payload
from data.session.session import Session
from tests.conftest import found, list_guests, many_households

SIZES = (140, 10_000)
ROUNDS = 600


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


def main() -> None:
    """Print medians in microseconds and their ratios to the floor."""
    print(f"{'guests':>7} {'floor µs':>9} {'admit µs':>9} {'scan µs':>9} {'admit ×':>8} {'scan ×':>7}")
    with TemporaryDirectory(dir=Path.cwd()) as parent:
        for guests in SIZES:
            times = measure(Path(parent), guests)
            floor, admit, scan = (median(times[name]) for name in ("floor", "admit", "scan"))
            print(
                f"{guests:>7} {floor * 1e6:>9.0f} {admit * 1e6:>9.0f} {scan * 1e6:>9.0f}"
                f" {admit / floor:>8.2f} {scan / floor:>7.2f}"
            )


if __name__ == "__main__":
    main()
