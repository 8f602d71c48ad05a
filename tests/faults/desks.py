"""Kill the program on every screen that writes, at any moment: what was painted as done must be on disk.

``python -m tests.faults.desks 30 [SCREEN ...]`` kills so many times on each. The real program runs in a
pseudo-terminal, with everything that it paints kept; what stood on the screen as done at any moment before
the kill is compared with the ledger and the files afterwards, and the event must be sound.
"""

import re
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import monotonic
from typing import NamedTuple

from data.archive.verification import verify_event
from data.model.entries.door import CheckedIn
from data.model.entries.event import EventChanged
from data.session.opening import open_for_reading
from data.session.session import Session
from tests.conftest import few_guests, found, list_guests
from tests.faults.whole_files import faults
from tests.terminal.program import Program

F3, F4, F5, F7, F8, F10 = "\x1bOR", "\x1bOS", "\x1b[15~", "\x1b[18~", "\x1b[19~", "\x1b[21~"
ENTER, UNDO, SAVE, RIGHT, DOWN, PAPERS = "\r", "\x1a", "\x13", "\x1b[C", "\x1b[B", "\x07"
LIST = "more.csv"
ADDED = 2800
"""So many more guests that a kill often comes while they are written."""
BLANKS = re.compile(r"STILL MISSING  (\d+)")
MADE = "made at"
"""What stands behind a paper in the list of papers once it lies there."""


class Desk(NamedTuple):
    """``way`` are the keys from the door to the screen, ``keys`` what is pressed there again and again.

    What begins with a control sign goes in at once, other text sign by sign. ``painted`` says how much stands
    on the screen as done, ``known`` how much the event in a folder has: in steps of ``step``, never a part.
    A key waits for ``pause`` seconds; the kill comes within ``longest`` seconds behind the first.
    """

    way: tuple[str, ...]
    keys: Callable[[Path, int], tuple[str, ...]]
    painted: Callable[[str], int]
    known: Callable[[Path], int]
    pause: float = 0.3
    step: int = 1
    longest: float = 6.0


def _numbers(pattern: str) -> Callable[[str], int]:
    """The highest number that the pattern finds on a screen; 0 where it finds none."""
    return lambda text: max([0, *map(int, re.findall(pattern, text))])


def _dropped(file: Path) -> str:
    """What a terminal types for a file that is dropped on its window: a paste."""
    return f"\x1b[200~{file}\x1b[201~"


def _added(text: str) -> int:
    return ADDED if re.search(rf"\b{ADDED} added", text) else 0


def _begun(folder: Path) -> int:
    with open_for_reading(folder) as session:
        return len(session.state.agenda_progress.runs)


def _handed(folder: Path) -> int:
    with open_for_reading(folder) as session:
        return len(session.state.handovers.by_id)


def _walk_ins(folder: Path) -> int:
    with open_for_reading(folder) as session:
        return max([0, *(number for number, guest in session.state.guests.items() if guest.walk_in)])


def _undone(folder: Path) -> int:
    """The highest number of a guest whose check-in was undone; they are undone one after another."""
    with open_for_reading(folder) as session:
        state = session.state
        came = [
            entry.what.guest
            for entry in state.entries
            if isinstance(entry.what, CheckedIn) and entry.id in state.undone
        ]
        return max(came, default=0)


def _changes(folder: Path) -> int:
    """How often the event itself was changed."""
    with open_for_reading(folder) as session:
        return sum(isinstance(entry.what, EventChanged) for entry in session.state.entries)


def _imported(folder: Path) -> int:
    with open_for_reading(folder) as session:
        return len(session.state.guests) - len(few_guests(session.state.event.number))


def _papers(folder: Path) -> int:
    return len(list((folder / "papers").glob("*.docx")))


def _filled_in(text: str) -> int:
    """How many of the 24 blanks of the event are not missing any more."""
    left = BLANKS.search(text)
    return 24 - int(left[1]) if left else 0


DESKS = {
    "stage": Desk((F3,), lambda _folder, _time: (" ",), _numbers(r"ITEM (\d+)/"), _begun, 0.9),
    "gifts": Desk(
        (F4,), lambda _folder, _time: (F7, RIGHT, ENTER), _numbers(r"HANDED OVER \((\d+)\)"), _handed
    ),
    "guest form": Desk(
        (),
        lambda _folder, _time: (F8, "Sen", ENTER, "xom 2", ENTER),
        _numbers(r"WELCOME +household (\d+)"),
        _walk_ins,
    ),
    "settings": Desk((F10,), lambda _folder, _time: (ENTER, "12", SAVE), _filled_in, _changes),
    "undo": Desk(
        (),
        lambda _folder, time: (str(1 + time % 9), ENTER, UNDO, UNDO),
        _numbers(r"Undone: Checked in: .*\((\d+)\)"),
        _undone,
    ),
    "import": Desk(
        (F5,),
        lambda folder, _time: (F7, _dropped(folder.parent / LIST), ENTER, F7),
        _added,
        _imported,
        pause=1.0,
        step=ADDED,
        longest=9.0,
    ),
    "papers": Desk((PAPERS,), lambda _folder, _time: (F7, DOWN), lambda text: text.count(MADE), _papers),
}


class Killed(NamedTuple):
    """How much was painted as done, how much of it is there, and what else is not as promised."""

    painted: int
    known: int
    fault: str


def prepare(folder: Path) -> None:
    """An event with nine guests and, beside it, a list of more."""
    with Session(found(folder)) as session:
        list_guests(session, few_guests(session.state.event.number))
    words = ("Lan", "Mai", "Sen", "Hoa", "Bích", "Cúc", "Đào", "Hương")
    names = [f"Đào Thị {one} {other}" for one in words for other in words if one != other]
    rows = "".join(f"{names[n % len(names)]},xóm {4 + n // len(names)}\n" for n in range(ADDED))
    (folder.parent / LIST).write_text(f"Chủ hộ,Xóm\n{rows}", encoding="utf-8")


def kill_once(desk: Desk, folder: Path, chance: Random) -> Killed:
    """Work at one desk, kill the program at a random moment, look at what is left."""
    program = Program(str(folder))
    seen = 0
    try:
        assert program.shows("READY TO SCAN", 60), program.text
        program.press(*desk.way)
        program.until(lambda: False, desk.pause)
        end = monotonic() + chance.uniform(0.0, desk.longest)
        time = 0
        while monotonic() < end:
            for keys in desk.keys(folder, time):
                for piece in [keys] if keys < " " else list(keys):
                    left = max(0.0, min(desk.pause, end - monotonic()))
                    for _at, painted in program.answer(piece if left else "", left):
                        program.show(painted)
                        seen = max(seen, desk.painted(program.text))
            time += 1
        program.process.kill()
        program.process.wait()
        for _at, painted in program.rest():
            program.show(painted)
            seen = max(seen, desk.painted(program.text))
    finally:
        program.close()
    verdict, broken, known = verify_event(folder), faults(folder), desk.known(folder)
    is_whole = verdict.is_sound and not broken and known % desk.step == 0
    return Killed(seen, known, "" if is_whole else f"{known} there; {verdict} {broken}")


def main(times: int, names: list[str]) -> int:
    """Kill ``times`` times at each desk; 1 when anything painted as done is lost, or anything is half."""
    chance, bad = Random(), 0
    for name in names or DESKS:
        kills = []
        for _time in range(times):
            with TemporaryDirectory() as parent:
                folder = Path(parent) / "event"
                prepare(folder)
                kills.append(kill_once(DESKS[name], folder, chance))
        lost = [kill for kill in kills if kill.painted > kill.known]
        unsound = [kill.fault for kill in kills if kill.fault]
        bad += len(lost) + len(unsound)
        painted, known = sum(kill.painted for kill in kills), sum(kill.known for kill in kills)
        said = f"{painted} painted as done, {known} there"
        print(f"{name:<11} {times} kills, {said}, {len(lost)} lost, {len(unsound)} unsound", flush=True)
        for fault in [*lost, *unsound][:3]:
            print(f"    {fault}")
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 30, sys.argv[2:]))
