"""What the program holds in memory, beside an empty Textual app: ``python -m tests.bench.weight``.

At the door of an event with 140 households, after every screen was shown, and after all cards were drawn
and the event was exported. The resident set of the process; needs Linux's /proc.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from data.session.folders.home import HOME_VARIABLE
from tests.bench.table import Figure, attended, line, memory, processor_seconds
from tests.terminal.program import Program

GUESTS = 140
BARE = Path(__file__).with_name("empty_app.py")
F2, F3, F4, F5, F6, F7, F8, F10 = (
    f"\x1b{end}" for end in ("OQ", "OR", "OS", "[15~", "[17~", "[18~", "[19~", "[21~")
)
SCREENS = (F3, F4, F5, F6, F10, "\x14", "\x12", "\x0c", "\x07", F2)
"""Stage, gifts, guests, report, event, the missing, registrations, log, papers, and the door again."""
_LONGEST = 120


def figures(place: Path) -> Iterator[Figure]:
    """The three rows."""
    folder = attended(place / "event", GUESTS, GUESTS // 2)
    bare, program = Program(script=BARE), Program(str(folder))
    try:
        assert bare.shows("EMPTY") and program.shows("READY TO SCAN"), program.text
        _settle(bare)
        _settle(program)
        floor = memory(bare.process.pid)
        yield Figure(
            "i", f"memory at the door, {GUESTS} guests", "MB", memory(program.process.pid), floor, 1.5
        )
        for key in SCREENS:
            program.press(key)
        _settle(program)
        yield Figure("i", "memory after all screens", "MB", memory(program.process.pid), floor, 2.0)
        program.press(F5, F8, "t")
        assert program.until(lambda: any(folder.glob("cards/*.pdf")), _LONGEST), program.text
        _settle(program)
        program.press(F6, F7)
        assert program.until(lambda: any(folder.glob("exports/*.json")), _LONGEST), program.text
        _settle(program)
        yield Figure("i", "memory after cards and export", "MB", memory(program.process.pid), floor, 2.0)
    finally:
        bare.close()
        program.close()


def _settle(program: Program) -> None:
    """Let it finish what it is doing: until a second passes in which it hardly works."""
    before = -1.0
    while (now := processor_seconds(program.process.pid)) - before > 0.05:
        before = now
        program.until(lambda: False, 1.0)


if __name__ == "__main__":
    with TemporaryDirectory() as name:
        os.environ[HOME_VARIABLE] = name
        for figure in figures(Path(name)):
            print(line(figure))
