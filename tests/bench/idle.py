"""What the program costs while nothing happens, beside a bare Textual app that shows one ticking clock.

``python -m tests.bench.idle [SECONDS]`` runs both at the same time, each in a terminal of its own,
with an agenda item running, and prints the share of one core that each took. Needs Linux's /proc.
"""

import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from data.commands.stage import stage
from data.rehearsal.sample import found_sample
from data.session.session import Session
from tests.bench.table import Figure, line, processor_seconds
from tests.terminal.program import Program

SECONDS = 20
SETTLE_SECONDS = 12.0
"""Until the cursor, too, stands still: it blinks for ten seconds behind a key."""
SIZES = ((80, 24), (200, 50))
SCREENS = {"stage": "\x1bOR", "door": "\x1bOQ"}

FLOOR = """
from datetime import datetime
from textual.app import App
from textual.widgets import Static

class Clock(App):
    def compose(self):
        yield Static("")
    def on_mount(self):
        self.set_interval(1.0, self.tick)
    def tick(self):
        self.query_one(Static).update(f"{datetime.now():%H:%M:%S}")

Clock().run()
"""


def figures(place: Path, seconds: int = SECONDS) -> Iterator[Figure]:
    """Rows for every screen at every size, in percent of one core."""
    folder, floor = place / "event", place / "floor.py"
    floor.write_text(FLOOR)
    found_sample(folder)
    with Session(folder) as session:
        stage.go(session)
    for columns, rows in SIZES:
        for name, key in SCREENS.items():
            bare = Program(columns=columns, rows=rows, script=floor)
            full = Program(str(folder), columns=columns, rows=rows)
            try:
                assert full.shows("households")
                full.send(key)
                shares = [share * 100 for share in _measure([bare, full], seconds)]
            finally:
                bare.close()
                full.close()
            yield Figure(
                "j", f"idle {name}, {columns}×{rows}, of a core", "%", shares[1], shares[0], 0.5, "more"
            )


def _measure(programs: Sequence[Program], seconds: int) -> list[float]:
    """The share of one core that each took in ``seconds``, once it has settled."""
    _let_run(programs, SETTLE_SECONDS)
    began = time.monotonic()
    before = [processor_seconds(program.process.pid) for program in programs]
    _let_run(programs, seconds)
    took = time.monotonic() - began
    after = [processor_seconds(program.process.pid) for program in programs]
    return [(late - early) / took for early, late in zip(before, after, strict=True)]


def _let_run(programs: Sequence[Program], seconds: float) -> None:
    # Their terminals are read all the while, as a real one would.
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        for program in programs:
            program.until(lambda: False, 0.2)


if __name__ == "__main__":
    with TemporaryDirectory() as name:
        for figure in figures(Path(name), int(sys.argv[1]) if len(sys.argv) > 1 else SECONDS):
            print(line(figure))
