"""A bad morning: the same mixture of scans on one screen after another, with no gap between scans.

``python -m tests.terminal.morning 500`` scans so many at each, and says whether every one came out right.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from data.rehearsal.sample import found_sample
from data.scanning.codes import payload
from data.scanning.scan_debounce import STUTTER_SECONDS
from data.session.session import Session
from data.state.state import State
from tests.terminal.mixture import ENDS, Fact, Mixture, facts
from tests.terminal.program import Program
from tui.scanning.key_judge import SUFFIX_SECONDS

F1, F2, F3, F4, F5, F6 = "\x1bOP", "\x1bOQ", "\x1bOR", "\x1bOS", "\x1b[15~", "\x1b[17~"
F7, F8, F9, F10 = "\x1b[18~", "\x1b[19~", "\x1b[20~", "\x1b[21~"
ESCAPE, TAB, CTRL_G, CTRL_L, CTRL_P, CTRL_T = "\x1b", "\t", "\x07", "\x0c", "\x10", "\x14"
CAME_BEFORE = 24
PLACES: dict[str, tuple[tuple[str, ...], str]] = {
    "door": ((F2,), F2),
    "a new guest's form": ((F2, F8), ESCAPE),
    "stage": ((F3,), F2),
    "gifts": ((F4,), F2),
    "guests": ((F5,), F2),
    "report": ((F6,), F2),
    "event": ((F10,), F2),
    "papers": ((CTRL_G,), F2),
    "who is missing": ((CTRL_T,), F2),
    "log": ((CTRL_L,), F2),
    "help": ((F1,), ESCAPE),
    "commands": ((CTRL_P,), ESCAPE),
}
"""Where a scan may come: the keys that lead there from the door, and those that lead back."""


def state(folder: Path) -> State:
    """How the event stands on disk."""
    with Session(folder, "read") as session:
        return session.state


def recorded(program: Program, folder: Path, expected: list[Fact]) -> list[Fact]:
    """What is on record once as much is there as is expected, and a little later."""
    program.until(lambda: len(facts(state(folder))) >= len(expected), 120.0)
    program.until(lambda: False, 0.7)
    return facts(state(folder))


def morning(
    program: Program, folder: Path, scans_at_each: int, chance: Random
) -> Iterator[tuple[str, list[Fact], list[Fact]]]:
    """Scan at each of ``PLACES`` in turn; gives the place, what must be on record by then, and what is."""
    before = state(folder)
    early = list(before.guests)[:CAME_BEFORE]
    program.send("".join(payload(before.guests[number].code) + "\r" for number in early))
    assert program.until(lambda: len(state(folder).present) == CAME_BEFORE, 60.0), program.text
    program.until(lambda: False, STUTTER_SECONDS + 0.2)
    mixture = Mixture(state(folder), chance, early)
    mixture.expected += [("admitted", number) for number in early]
    for place, (there, back) in PLACES.items():
        program.press(*there)
        program.until(lambda: False, 0.3)
        for scan in mixture.scans(scans_at_each, (*ENDS, "") if place == "stage" else ENDS):
            program.send(scan)
        # Behind a scan its line end may still come.
        program.until(lambda: False, SUFFIX_SECONDS)
        program.press(back)
        yield place, mixture.expected, recorded(program, folder, mixture.expected)


def main(scans_at_each: int) -> int:
    """Print how many entries each place had to bring; 1 when one was missing, wrong or too much."""
    with TemporaryDirectory() as parent:
        folder = Path(parent) / "sample"
        found_sample(folder)
        program, failed, told = Program(str(folder)), False, 0
        assert program.shows("READY TO SCAN", 60), program.text
        for place, expected, got in morning(program, folder, scans_at_each, Random()):
            verdict = "right" if got == expected else "WRONG"
            print(
                f"{place:<20} {scans_at_each} scans, {len(expected) - told:>4} entries: {verdict}", flush=True
            )
            failed, told = failed or got != expected, len(expected)
        program.close()
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 500))
