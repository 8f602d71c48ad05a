"""Kill the program in the middle of every verb that writes, and look at what stands under a final name.

``python -m tests.faults.verbs 100 [VERB ...]`` kills each verb so many times. A file under its final name is
whole; every event is sound and has what it had before; what was said to be done is done; the same verb once
more clears away what the kill left; a purge that was cut is at its end after the next opening.
"""

import os
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import redirect_stdout
from pathlib import Path
from random import Random
from shutil import copytree, rmtree
from tempfile import TemporaryDirectory
from typing import NamedTuple

from data.archive.verification import verify_event
from data.archive.write import archive_event
from data.commands.door import door
from data.commands.event.closing import close_event
from data.repair.copies import Snapshot, make_copy
from data.session.copies.copy_places import COPIES
from data.session.folders.event_folder import LEDGER_NAME
from data.session.opening import open_for_reading
from data.session.session import Session
from tests.conftest import MORNING, few_guests, found, list_guests
from tests.faults.kill import ROOT
from tests.faults.whole_files import faults, left

CLOSED, OPEN, DAMAGED, MADE, OTHER = "kha-tan", "dang-mo", "hong", "moi", "may-hai"
"""The events beside each other in a place, and the one that is made there."""

ELSEWHERE = 2
"""Who was let in on the other laptop alone, whose copy of the open event lies beside it."""
PATIENCE = 120.0


class Verb(NamedTuple):
    """What is typed behind ``main.py`` and the verb's name, in a place; and what holds once it has ended."""

    arguments: Callable[[Path], Sequence[object]]
    is_done: Callable[[Path], bool]


def _is_closed(event: Path) -> bool:
    with open_for_reading(event) as session:
        return session.state.rest.closed is not None


def _guests(event: Path) -> int:
    with open_for_reading(event) as session:
        return len(session.state.guests)


def _made(folder: str, names: str) -> Callable[[Path], bool]:
    return lambda place: any((place / CLOSED / folder).glob(names))


VERBS = {
    "new": Verb(
        lambda place: (place / MADE, "--plan", "ke-hoach-2022", "--site", "kha-tan", "--sample"),
        lambda place: _guests(place / MADE) > 0,
    ),
    "import": Verb(
        lambda place: (place / OPEN, place / "more.csv"), lambda place: _guests(place / OPEN) == 10
    ),
    "scan": Verb(
        lambda place: (place / OPEN, "--code", (place / "code.txt").read_text()),
        lambda place: _has_come(place / OPEN, 3),
    ),
    "rehearse": Verb(lambda place: (place / OPEN,), lambda _place: True),
    "export": Verb(lambda place: (place / CLOSED,), _made("exports", "**/*.xlsx")),
    "papers": Verb(lambda place: (place / CLOSED,), _made("papers", "*.docx")),
    "cards": Verb(lambda place: (place / CLOSED,), _made("cards", "*.png")),
    "backdrop": Verb(lambda place: (place / CLOSED,), _made("", "**/*.png")),
    "archive": Verb(
        lambda place: (place / CLOSED, "--out", place / "made.zip"),
        lambda place: (place / "made.zip").exists(),
    ),
    "restore": Verb(
        lambda place: (place / "back.zip", "--to", place / "back"), lambda place: _guests(place / "back") == 9
    ),
    "close": Verb(lambda place: (place / OPEN,), lambda place: _is_closed(place / OPEN)),
    "reopen": Verb(lambda place: (place / CLOSED,), lambda place: not _is_closed(place / CLOSED)),
    "merge": Verb(
        lambda place: (place / OPEN, place / OTHER), lambda place: _has_come(place / OPEN, ELSEWHERE)
    ),
    "repair": Verb(lambda place: (place / DAMAGED,), lambda place: verify_event(place / DAMAGED).is_sound),
    "purge": Verb(
        lambda place: (place / CLOSED, "--confirm", "thôn Khả Tân"), lambda place: _is_purged(place / CLOSED)
    ),
}


def _has_come(event: Path, number: int) -> bool:
    with open_for_reading(event) as session:
        return number in session.state.present


def _is_purged(event: Path) -> bool:
    with open_for_reading(event) as session:
        return session.state.rest.purged is not None


def prepare(place: Path) -> None:
    """A closed event, an open one, a damaged one with its copy, an archive and a list, for all verbs."""
    for name in (CLOSED, OPEN, DAMAGED):
        with Session(found(place / name)) as session:
            list_guests(session, few_guests(session.state.event.number))
            door.admit(session, 1, "number")
            if name == OPEN:
                (place / "code.txt").write_text(session.state.guests[3].code)
            if name == DAMAGED:
                storage = session.storage
                make_copy(
                    Snapshot(storage.path, storage.size, storage.link, MORNING), [session.folder / COPIES]
                )
            if name == CLOSED:
                close_event(session)
                archive_event(session, place / "back.zip")
    copytree(place / OPEN, place / OTHER)
    with Session(place / OTHER, laptop="0000000e") as session:
        door.admit(session, ELSEWHERE, "number")
    (place / "more.csv").write_text("STT,Chủ hộ,Xóm\n1,Đào Thị Sen,xóm 4\n", encoding="utf-8")
    ledger = place / DAMAGED / LEDGER_NAME
    text = bytearray(ledger.read_bytes())
    text[len(text) // 2] ^= 1
    ledger.write_bytes(text)


def command(verb: str, place: Path) -> list[str]:
    """What is typed behind ``main.py``."""
    return [verb, *map(str, VERBS[verb].arguments(place))]


def kill_once(verb: str, place: Path, delay: float) -> str:
    """Run ``verb`` and kill it after ``delay`` seconds; "ended" or "killed".

    Where the system can, the program is a fork of this one, which has all loaded: so every kill comes in the
    middle of the work and none while libraries are read.
    """
    if not hasattr(os, "fork"):
        return _kill_process(verb, place, delay)
    process = os.fork()
    if process == 0:
        _be_the_program(command(verb, place))
    end = time.monotonic() + delay
    while time.monotonic() < end:
        ended, status = os.waitpid(process, os.WNOHANG)
        if ended:
            return "ended" if status == 0 else f"left with {status}"
        time.sleep(min(0.002, max(0.0, end - time.monotonic())))
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    return "killed"


def _be_the_program(arguments: list[str]) -> None:
    from tui.command_line.verbs import run_verb

    status = 3
    try:
        nowhere = os.open(os.devnull, os.O_RDWR)
        for file in (0, 1, 2):
            os.dup2(nowhere, file)
        status = run_verb(arguments)
    finally:
        os._exit(status)


def _kill_process(verb: str, place: Path, delay: float) -> str:
    with subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), *command(verb, place)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            return "ended" if process.wait(delay + 1.0) == 0 else f"left with {process.returncode}"
        except subprocess.TimeoutExpired:
            process.kill()
            return "killed"


def try_verb(verb: str, master: Path, place: Path, delay: float) -> str:
    """Kill ``verb`` once and look; what came of it."""
    copytree(master, place)
    how = kill_once(verb, place, delay)
    if fault := _fault(verb, place, how):
        return f"FAULT {verb} {how}: {fault}"
    if (again := kill_once(verb, place, PATIENCE)) == "killed":
        return f"FAULT {verb}: hung behind a kill"
    if unfinished := left(place):
        return f"FAULT {verb}: {unfinished} left"
    if (fault := _fault(verb, place, again)) or not (again == "ended" or VERBS[verb].is_done(place)):
        return f"FAULT {verb} once more, which {again}: {fault}"
    return f"{verb} {how}"


def _fault(verb: str, place: Path, how: str) -> str:
    """What is not as promised in a place where ``verb`` ended or was killed; empty where all is."""
    if broken := faults(place):
        return str(broken)
    for name in (CLOSED, OPEN, "back", MADE, *([DAMAGED] if how == "ended" and verb == "repair" else [])):
        event = place / name
        # An event that is only being made or brought back may lack its ledger yet, never half of it.
        if event.exists() and (name in (CLOSED, OPEN) or (event / LEDGER_NAME).exists()):
            if not verify_event(event).is_sound:
                return f"{name} is not sound"
            if name in (CLOSED, OPEN) and not _has_come(event, 1):
                return f"{name} forgot a guest"
    if how == "ended" and not VERBS[verb].is_done(place):
        return "said to be done, and is not"
    if verb == "purge" and _is_purged(place / CLOSED):
        files = [path for path in (place / CLOSED).rglob("*") if path.is_file()]
        if any("Trần Thị Hòa".encode() in path.read_bytes() for path in files):
            return "names are left"
    return ""


def usual_seconds(verb: str, master: Path, place: Path) -> float:
    """How long ``verb`` takes to its end, once all that it needs is loaded."""
    taken = []
    for time_ in range(2):
        copytree(master, place / str(time_))
        begin = time.monotonic()
        assert (how := kill_once(verb, place / str(time_), PATIENCE)) == "ended", (verb, how)
        taken.append(time.monotonic() - begin)
    return min(taken)


def load(master: Path, place: Path, verbs: Sequence[str]) -> None:
    """Run each verb here, so that every fork has loaded what it needs."""
    from tui.command_line.verbs import run_verb

    for verb in verbs:
        copytree(master, place / verb)
        with open(os.devnull, "w") as nowhere, redirect_stdout(nowhere):  # noqa: PTH123
            run_verb(command(verb, place / verb))
    assert threading.active_count() == 1, "a fork would lack the other threads"


def run(times: int, seed: int, verbs: Sequence[str] = tuple(VERBS)) -> Counter[str]:
    """Kill each verb ``times`` times, at any moment of the time that it takes."""
    chance, counters = Random(seed), Counter[str]()
    with TemporaryDirectory() as parent:
        master = Path(parent) / "master"
        master.mkdir()
        prepare(master)
        if hasattr(os, "fork"):
            load(master, Path(parent) / "loaded", verbs)
        for verb in verbs:
            longest = 1.1 * usual_seconds(verb, master, Path(parent) / f"{verb}-usual")
            for time_ in range(times):
                place = Path(parent) / f"{verb}-{time_}"
                counters[try_verb(verb, master, place, chance.uniform(0.0, longest))] += 1
                rmtree(place)
    return counters


def main(times: int, verbs: list[str]) -> int:
    """Print the tally; 1 when anything was half, lost or left."""
    counters = Counter[str]()
    for verb in verbs or VERBS:
        found_here = run(times, 20220615, (verb,))
        counters += found_here
        for what, count in sorted(found_here.items()):
            print(f"{count:>6} {what}", flush=True)
    return int(any(what.startswith("FAULT") for what in counters))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 100, sys.argv[2:]))
