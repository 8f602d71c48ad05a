"""What the program costs while nothing happens, beside a bare Textual app that shows one ticking clock.

``python -m tests.bench.idle [SECONDS]`` runs both at the same time, each in a terminal of its own,
with an agenda item running, and prints the share of one core that each took. Needs Linux's /proc.
"""

import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from data.commands.stage import stage
from data.rehearsal.sample import found_sample
from data.session.session import Session
from tests.terminal.program import Program

SECONDS = 20
SETTLE_SECONDS = 4.0
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


def main(seconds: int) -> None:
    """Measure every screen at every size and print a line for each."""
    with TemporaryDirectory() as parent:
        folder, floor = Path(parent) / "event", Path(parent) / "floor.py"
        floor.write_text(FLOOR)
        found_sample(folder)
        with Session(folder) as session:
            stage.go(session)
        for columns, rows in SIZES:
            for name, key in SCREENS.items():
                bare = Program(columns=columns, rows=rows, script=floor)
                full = Program(str(folder), columns=columns, rows=rows)
                assert full.shows("households")
                full.send(key)
                shares = _measure([bare, full], seconds)
                bare.close()
                full.close()
                print(
                    f"{name:6} {columns}×{rows}: bare {shares[0]:.2%}, program {shares[1]:.2%} of a core, "
                    f"{shares[1] - shares[0]:+.2%}"
                )


def _measure(programs: Sequence[Program], seconds: int) -> list[float]:
    """The share of one core that each took in ``seconds``, once it has settled."""
    _let_run(programs, SETTLE_SECONDS)
    began = time.monotonic()
    before = [_cpu_seconds(program.process.pid) for program in programs]
    _let_run(programs, seconds)
    took = time.monotonic() - began
    after = [_cpu_seconds(program.process.pid) for program in programs]
    return [(late - early) / took for early, late in zip(before, after, strict=True)]


def _let_run(programs: Sequence[Program], seconds: float) -> None:
    # Their terminals are read all the while, as a real one would.
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        for program in programs:
            program.until(lambda: False, 0.2)


def _cpu_seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else SECONDS)
