"""Three laptops at three doors while cables are pulled and programs die: is anything lost, or different?

``python -m tests.faults.partition 100`` plays a hundred rounds. In each, three processes in network
namespaces of their own let guests in while cables are pulled and put back at random, and one of the
processes, or the server, is killed with -9. Then all is healed, and soon the three must have one digest;
every entry that was acknowledged must be in all three ledgers, and every guest who came in once.
"""

import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from threading import Thread
from time import monotonic, sleep

import msgspec
from msgspec import Struct

from data.queries.laptops.digest import digest
from data.session.folders.several import several_folder
from data.session.session import Session
from tests.conftest import found, list_guests, many_households
from tests.faults.namespaces import Network, why_not

ROOT = Path(__file__).resolve().parents[2]
DOORS = 3
GUESTS = 300
_ROUND_SECONDS = 1.5
_HEAL_SECONDS = 180.0
_START_SECONDS = 60.0
_END_SECONDS = 5.0


class Told(Struct):
    """What a process last said of itself while it rested."""

    digest: str = ""
    entries: int = 0
    waiting: int = 0
    here: int = 0


class Process:
    """One laptop's program. ``acknowledged`` are the ids of all entries that it said were on disk."""

    def __init__(self, network: Network, laptop: int, folder: Path) -> None:
        self._network, self._laptop, self.folder = network, laptop, folder
        self.acknowledged: set[str] = set()
        self.told = Told()
        self.code = ""
        self._process: subprocess.Popen[str] | None = None
        self._listener: Thread | None = None

    def start(self, where: str, seed: str) -> None:
        """Begin: the first laptop shares at its address, the others join by the code ``where``."""
        role = "share" if self._laptop == 0 else "join"
        self.kill()
        self.code, self.told = "", Told()
        self._process = subprocess.Popen(
            [
                *self._network.inside(self._laptop),
                *(sys.executable, "-m", "tests.faults.partition_child"),
                *(role, str(self.folder), where, seed),
            ],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._listener = Thread(target=self._listen, args=(self._process,), daemon=True)
        self._listener.start()

    def say(self, word: str) -> None:
        """Tell it something."""
        if self._process is not None and self._process.stdin is not None:
            with suppress(OSError):
                self._process.stdin.write(f"{word}\n")
                self._process.stdin.flush()

    def kill(self) -> None:
        """Kill it with -9."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            if self._listener is not None:
                self._listener.join(_END_SECONDS)
            for pipe in (self._process.stdin, self._process.stdout):
                if pipe is not None:
                    with suppress(OSError):
                        pipe.close()

    @property
    def is_running(self) -> bool:
        """Whether it has not ended."""
        return self._process is not None and self._process.poll() is None

    def _listen(self, process: "subprocess.Popen[str]") -> None:
        assert process.stdout is not None
        for line in process.stdout:
            match line.split():
                case ["ack", id, _guest]:
                    self.acknowledged.add(id)
                case ["ready", code]:
                    self.code = code
                case ["state", told, entries, waiting, here] if process is self._process:
                    self.told = Told(told, int(entries), int(waiting), int(here))


class Found(Struct):
    """What the rounds came to: how many, entries at the end, entries acknowledged, lost, rounds that differed
    after healing, guests in twice, and how often each fault was played."""

    rounds: int = 0
    entries: int = 0
    acknowledged: int = 0
    lost: int = 0
    diverged: int = 0
    twice: int = 0
    cuts: int = 0
    kills: int = 0
    server_kills: int = 0
    slowest: float = 0.0


def play(parent: Path, rounds: int, seed: str, *, tells: bool = False) -> Found:
    """Play ``rounds`` rounds in ``parent``; stops at the first that does not heal. ``tells`` prints each.

    Raises OSError where no namespaces can be made.
    """
    chance, result = Random(seed), Found()
    folders = [parent / f"laptop-{number}" / "event" for number in range(DOORS)]
    for folder in folders:
        folder.parent.mkdir(parents=True)
    found(folders[0])
    with Session(folders[0], laptop="00000000") as session:
        list_guests(session, many_households(session.state.event.number, GUESTS))
    with Network(DOORS) as network:
        doors = [Process(network, number, folder) for number, folder in enumerate(folders)]
        try:
            _start_all(network, doors, seed)
            for number in range(rounds):
                _disturb(network, doors, chance, result, f"{seed}{number}")
                took = _heal(network, doors, f"{seed}{number}")
                result.rounds += 1
                if took is None or tells:
                    told = [f"{one.told.entries}/{one.told.waiting}/{one.told.here}" for one in doors]
                    print(f"round {number + 1}: {took or -1:.1f} s, entries/waiting/here {told}", flush=True)
                if took is None:
                    result.diverged += 1
                    break
                result.slowest = max(result.slowest, took)
        finally:
            for one in doors:
                one.kill()
    _count(doors, result)
    return result


def _seed(laptop: int, seed: str) -> str:
    """A laptop's own: its id is the first eight digits."""
    return f"{laptop:08x}-{seed}"


def _start_all(network: Network, doors: list[Process], seed: str) -> None:
    for number, one in enumerate(doors):
        where = network.address(0) if number == 0 else doors[0].code
        one.start(where, _seed(number, seed))
        _wait_for(lambda one=one: bool(one.code), _START_SECONDS)


def _disturb(network: Network, doors: list[Process], chance: Random, result: Found, seed: str) -> None:
    """A round's work and its faults."""
    for one in doors:
        one.say("go")
    until = monotonic() + _ROUND_SECONDS
    while monotonic() < until:
        sleep(chance.uniform(0.1, 0.6))
        match chance.choices(("cut", "plug", "kill", "server"), (5, 4, 1, 1))[0]:
            case "cut":
                network.pull(chance.randrange(DOORS))
                result.cuts += 1
            case "plug":
                network.plug(chance.randrange(DOORS))
            case "kill":
                number = chance.randrange(DOORS)
                doors[number].kill()
                result.kills += 1
                _restart(network, doors, number, f"{seed}{chance.random()}")
            case "server":
                result.server_kills += _kill_server(doors[0].folder)


def _restart(network: Network, doors: list[Process], number: int, seed: str) -> None:
    where = network.address(0) if number == 0 else _code(network, doors)
    doors[number].start(where, _seed(number, seed))
    doors[number].say("go")


def _code(network: Network, doors: list[Process]) -> str:
    """The code of the first laptop, which stays the same."""
    from data.joining.pairing.code import Place, code_of

    kept = msgspec.json.decode((several_folder(doors[0].folder) / "server.json").read_bytes())
    return code_of(Place(network.address(0), kept["port"], kept["secret"]))


def _kill_server(folder: Path) -> int:
    import os

    with suppress(OSError, ValueError, KeyError):
        os.kill(
            msgspec.json.decode((several_folder(folder) / "server.json").read_bytes())["pid"], signal.SIGKILL
        )
        return 1
    return 0


def _heal(network: Network, doors: list[Process], seed: str) -> float | None:
    """Put all cables back, let all rest; the seconds until they said the same, None for never."""
    begun = monotonic()
    for number, one in enumerate(doors):
        network.plug(number)
        if not one.is_running:
            _restart(network, doors, number, seed)
        one.told = Told()
        one.say("rest")
    return monotonic() - begun if _wait_for(lambda: _agree(doors), _HEAL_SECONDS) else None


def _agree(doors: list[Process]) -> bool:
    told = [one.told for one in doors]
    same = len({(one.digest, one.entries) for one in told}) == 1
    return same and all(one.digest and one.here == DOORS and not one.waiting for one in told)


def _wait_for(holds, seconds: float) -> bool:  # type: ignore[no-untyped-def]
    until = monotonic() + seconds
    while monotonic() < until:
        if holds():
            return True
        sleep(0.05)
    return False


def _count(doors: list[Process], result: Found) -> None:
    """Read the three ledgers as they lie on disk."""
    acknowledged: set[str] = set().union(*(one.acknowledged for one in doors))
    digests = set()
    for one in doors:
        with Session(one.folder, "read") as session:
            state = session.state
            ids = [step.entry.id for step in state.steps]
            result.lost += len(acknowledged - set(ids))
            result.twice += len(ids) - len(set(ids)) + _let_in_twice(session)
            result.entries = len(ids)
            digests.add(digest(state))
    result.acknowledged = len(acknowledged)
    if len(digests) > 1:
        result.diverged += 1


def _let_in_twice(session: Session) -> int:
    """How many check-ins let in more than the one guest that they are for."""
    by = [attendance.entry for attendance in session.state.present.values()]
    return len(by) - len(set(by))


def main(rounds: int) -> int:
    """Play and print; 1 where something was lost or differs."""
    reason = why_not()
    if reason:
        print(reason)
        return 1
    # Whoever ends it early leaves neither namespaces nor doors behind.
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))
    seed = f"{Random().randrange(1 << 32):08x}"
    with TemporaryDirectory() as parent:
        end = play(Path(parent), rounds, seed, tells=True)
    killed = f"{end.kills} programs and {end.server_kills} servers killed"
    print(f"{end.rounds} rounds (seed {seed}), {end.cuts} cables pulled, {killed}")
    print(
        f"{end.entries} entries, {end.acknowledged} acknowledged, lost {end.lost}, "
        f"diverged {end.diverged}, in twice {end.twice}; slowest healing {end.slowest:.1f} s"
    )
    return 1 if end.lost or end.diverged or end.twice else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10))
