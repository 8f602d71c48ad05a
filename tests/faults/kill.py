"""Kill the program in the middle of scanning, again and again, and look whether an answer was a lie.

``python -m tests.faults.kill 50`` does it fifty times and prints what was found.
"""

import json
import subprocess
import sys
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from threading import Timer

from msgspec import Struct

from data.model.entries.door import CameAgain, CheckedIn, ScanRefused
from data.scanning.codes import payload
from data.session.session import Session
from tests.conftest import found, list_guests, many_households

ROOT = Path(__file__).resolve().parents[2]
CARDS = 600
LONGEST = 0.12
"""Seconds after the first answer within which the kill comes; about when all cards would be through."""


class Killed(Struct, frozen=True):
    """One kill: how many scans were answered and how many bytes of a torn line were left.

    ``lost`` holds the guests that an answer let in and the ledger does not know.
    """

    answered: int
    torn: int
    lost: list[int]


def program(folder: Path) -> list[str]:
    """The program's own command line, or what does the same while that is not there."""
    if (ROOT / "main.py").exists():
        return [sys.executable, str(ROOT / "main.py"), "scan", str(folder), "--stdin"]
    return [sys.executable, "-m", "tests.faults.child", str(folder)]


def prepare(folder: Path) -> None:
    """An event with enough households to scan."""
    found(folder)
    with Session(folder) as session:
        list_guests(session, many_households(session.state.event.number, CARDS))


def kill_once(folder: Path, chance: Random, command: list[str] | None = None) -> Killed:
    """Scan all cards in a random order, kill the program at a random moment, read the ledger again."""
    with Session(folder, "read") as session:
        numbers = list(session.state.guests)
        scans = _scans(session)
        codes = {number: payload(guest.code) for number, guest in session.state.guests.items()}
    chance.shuffle(numbers)
    answers = _answers_until_killed(
        command or program(folder), [codes[number] for number in numbers], chance.uniform(0, LONGEST)
    )
    with Session(folder) as session:
        let_in = numbers[: len(answers)]
        lost = [number for number in let_in if number not in session.state.present]
        assert {answer["status"] for answer in answers} <= {"admitted", "already"}, answers
        written = _scans(session) - scans
        assert len(answers) <= written, f"{len(answers)} answers for {written} entries"
        return Killed(len(answers), session.storage.torn, lost)


def _scans(session: Session) -> int:
    return sum(isinstance(entry.what, CheckedIn | CameAgain | ScanRefused) for entry in session.state.entries)


def _answers_until_killed(command: list[str], scans: list[str], delay: float) -> list[dict[str, object]]:
    """The whole lines that came out before the kill; the clock runs from the first of them."""
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write("".join(f"{scan}\n" for scan in scans).encode())
        process.stdin.flush()
        first = process.stdout.readline()
        assert first, process.stderr.read().decode() if process.stderr else ""
        timer = Timer(delay, process.kill)
        timer.start()
        out = first + process.stdout.read()
        timer.join()
        process.stdin.close()
    return [json.loads(line) for line in out.split(b"\n")[:-1]]


def main(times: int) -> int:
    """Kill ``times`` times; 1 when anything that was answered is not in the ledger."""
    chance = Random()
    with TemporaryDirectory() as parent:
        folder = Path(parent) / "event"
        prepare(folder)
        kills = [kill_once(folder, chance) for _ in range(times)]
    lost = [number for killed in kills for number in killed.lost]
    cut_short = sum(killed.answered < CARDS for killed in kills)
    print(
        f"{times} kills, {cut_short} of them in the middle; {sum(k.answered for k in kills)} scans answered"
    )
    print(
        f"{sum(killed.torn > 0 for killed in kills)} torn lines; {len(lost)} answered scans lost {lost[:9]}"
    )
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 50))
