"""A joined door at 10,000 guests: ``python -m tests.bench.joined``.

What a check-in costs while the laptop sends what it does to the server, beside the same check-in alone, in
turn with it so that both meet the same disk; then how long until another laptop's screen shows it. The other
is a program of its own, with its screens, whose status line is looked at; it begins after the first part,
since in a village its painting takes another laptop's processor.
"""

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from threading import Thread
from time import perf_counter, sleep, time

from data.commands.door import door
from data.joining.pairing.code import read_code
from data.joining.sharing import codes, share
from data.joining.together import Together
from data.session.session import Session
from tests.bench.table import Figure, late, line, usual
from tests.conftest import found, list_guests, many_households

GUESTS = 10_000
ROUNDS = 200
BETWEEN = 0.1
READY = "ready\n"
GUEST_SECONDS = 0.4
"""A busy door lets in somebody so often."""
LAST_SECONDS = 20.0
ROOT = Path(__file__).resolve().parents[2]


def watch(code: str, parent: Path) -> None:
    """The other laptop: its screens on a terminal of their own; prints when each count was painted."""
    from data.joining.taking.take_over import take_over
    from tui.shell.app import CeremonyApp
    from tui.widgets.lines.status_line import StatusLine

    place = read_code(code)
    folder = take_over(place, parent=parent).folder

    async def follow() -> None:
        app = CeremonyApp(Session(folder, laptop="bbbbbbbb"))
        async with app.run_test(size=(120, 40)):
            app.company.join(place)
            shown, ready = -1, False
            while True:
                await asyncio.sleep(0.01)
                together = app.company.together
                if not ready and together is not None and together.standing.is_level:
                    ready = True
                    print(READY, end="", flush=True)
                line = app.screen.query_one(StatusLine).render()
                count = len(app.open_session.state.present)
                if count != shown and f" {count}/" in str(line):
                    shown = count
                    print(count, time(), flush=True)

    asyncio.run(follow())


def measure(parent: Path) -> dict[str, list[float]]:
    """Seconds of check-ins alone and together, and until they were on the other screen."""
    alone_folder, shared_folder = (found(parent / name / "event") for name in ("alone", "shared"))
    times: dict[str, list[float]] = {"alone": [], "together": [], "seen": []}
    with Session(alone_folder) as alone, Session(shared_folder, laptop="aaaaaaaa") as shared:
        for session in (alone, shared):
            list_guests(session, many_households(session.state.event.number, GUESTS))
        together = share(shared, host="127.0.0.1")
        while len(together.known) < len(shared.state.steps):
            _work(together, BETWEEN)
        _check_in(alone, shared, together, times)
        other = subprocess.Popen(
            [sys.executable, "-m", "tests.bench.joined", "watch", codes(together)[0], str(parent / "other")],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        try:
            told: list[str] = []
            reader = Thread(target=lambda: told.extend(other.stdout or ()), daemon=True)
            reader.start()
            while READY not in told and other.poll() is None:
                _work(together, BETWEEN)
            done = _let_in(shared, together)
            until = perf_counter() + LAST_SECONDS
            while f"{2 * ROUNDS} " not in "".join(told[-3:]) and perf_counter() < until:
                _work(together, BETWEEN)
            times["seen"] = _delays(done, [words for words in told if words != READY])
        finally:
            other.kill()
            other.wait()
            together.end()
    return times


def _check_in(alone: Session, shared: Session, together: Together, times: dict[str, list[float]]) -> None:
    """Check in on both in turn."""
    for number in range(1, ROUNDS + 1):
        for session, name in ((alone, "alone"), (shared, "together")):
            begun = perf_counter()
            door.admit(session, number, "number")
            times[name].append(perf_counter() - begun)
        _work(together, BETWEEN)


def _let_in(shared: Session, together: Together) -> dict[int, float]:
    """Let more guests in; when each was on disk, by how many had come."""
    done: dict[int, float] = {}
    for number in range(ROUNDS + 1, 2 * ROUNDS + 1):
        door.admit(shared, number, "number")
        done[number] = time()
        _work(together, GUEST_SECONDS)
    return done


def _work(together: Together, seconds: float) -> None:
    """What the program does between two guests."""
    until = perf_counter() + seconds
    while perf_counter() < until:
        together.turn()
        sleep(0.005)
    together.tick()


def _delays(done: dict[int, float], told: list[str]) -> list[float]:
    """From the disk to the other screen, for each that was let in, in seconds."""
    seen: dict[int, float] = {}
    for words in told:
        count, at = words.split()
        for earlier in done:
            # A count that was painted together with a later one was seen then.
            if earlier <= int(count):
                seen.setdefault(earlier, float(at))
    return [seen[count] - at for count, at in done.items() if count in seen]


def figures(place: Path) -> Iterator[Figure]:
    """A row for the check-in and two for what the other laptop sees."""
    times = measure(place)
    alone, together = usual(times["alone"]), usual(times["together"])
    yield Figure("l", f"check-in of a joined door, {GUESTS:,} guests", "ms", together, alone, 1.2)
    seen = median(times["seen"]) * 1e3
    yield Figure("l", f"on the other screen, median of {len(times['seen'])}", "ms", seen, None, 300, "most")
    yield Figure("l", "on the other screen, 95th percentile", "ms", late(times["seen"]) * 1e3)


if __name__ == "__main__":
    if sys.argv[1:2] == ["watch"]:
        watch(sys.argv[2], Path(sys.argv[3]))
    else:
        with TemporaryDirectory(dir=Path.cwd(), prefix=".bench-") as parent:
            for figure in figures(Path(parent)):
                print(line(figure))
