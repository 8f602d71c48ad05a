"""Twelve hours in one process: ``python -m tests.faults.long_day [SCANS] [GUESTS]``.

50,000 scans and 200 steps of the agenda over twelve hours of a clock that is set, then 20 exports, and
all cards and papers drawn twice, with the whole program loaded. Prints, and exits 1 where it is not held,
that memory afterwards is within 1.3 of what it was before the exports, and that the last thousand scans
took no more than 1.2 times as long as the first: processor time, since the disk's own sync does not grow
with the day and other programs disturb it. Resident memory is read from /proc: Linux only.
"""

import sys
from datetime import timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time

from data.clock import SetClock
from data.commands.door.scanning import Scanner
from data.commands.stage import stage
from data.documents.cards.files import draw_cards
from data.documents.papers.catalogue import papers
from data.documents.papers.files import make_papers
from data.documents.signing_sheet.files import write_paper_list
from data.export.files import export_event
from data.scanning.codes import payload
from data.session.session import Session
from tests.conftest import MORNING, found, list_guests, many_households

HOURS = 12
STEPS = 200
EXPORTS = 20
ENDS = 1000
MOST_MEMORY = 1.3
MOST_TIME = 1.2


def resident() -> float:
    """The megabytes that this process occupies."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6


class Day:
    """One event, its scanner, and its clock."""

    def __init__(self, session: Session, clock: SetClock) -> None:
        self.session = session
        self.scanner = Scanner(session)
        self._clock = clock
        self._cards = [payload(guest.code) for guest in session.state.guests.values()]
        self._scanned = 0

    def scan(self, count: int, apart: timedelta) -> list[float]:
        """The processor seconds that each of ``count`` scans took, ``apart`` from one another."""
        taken = []
        for _scan in range(count):
            self._clock.pass_time(apart.total_seconds())
            card = self._cards[self._scanned % len(self._cards)]
            self._scanned += 1
            begin = process_time()
            answer = self.scanner.read(card, "scanner")
            taken.append(process_time() - begin)
            assert answer is not None and answer.is_welcome
        return taken

    def step(self, number: int) -> None:
        """One step on the stage: the running item stands still, or goes on; every twentieth is GO."""
        if number % 20 == 0 and number < 140:
            stage.go(self.session)
        else:
            stage.pause_or_resume(self.session)


def main(scans: int = 50_000, guests: int = 1500, exports: int = EXPORTS) -> int:
    """Play the day and print what it took; 0 when both promises were held."""
    clock = SetClock(MORNING)
    with TemporaryDirectory() as parent, Session(found(Path(parent) / "event"), clock=clock) as session:
        list_guests(session, many_households(session.state.event.number, guests))
        day = Day(session, clock)
        apart = timedelta(hours=HOURS) / scans
        ends = min(ENDS, scans // 4)
        day.scan(ends, apart)  # The first scan of each guest writes more than those that follow.
        first = day.scan(ends, apart)
        for number in range(STEPS):
            day.scan((scans - 3 * ends) // STEPS, apart)
            day.step(number)
        before = resident()
        print(f"{len(session.state.steps)} entries, {before:.0f} MB before the exports", flush=True)
        peak = before
        for _export in range(exports):
            export_event(session)
            peak = max(peak, resident())
        print(f"{resident():.0f} MB after {exports} exports", flush=True)
        for _again in range(2):
            draw_cards(session.state.event, list(session.state.guests.values()), Path(parent) / "cards")
            peak = max(peak, resident())
            print(f"{resident():.0f} MB after the cards", flush=True)
            make_papers(session, papers(session.state))
            write_paper_list(session.state, Path(parent) / "papers")
            peak = max(peak, resident())
            print(f"{resident():.0f} MB after the papers", flush=True)
        after = resident()
        last = day.scan(ends, apart)
        memory, time = after / before, median(last) / median(first)
        print(f"memory {before:.0f} MB → {after:.0f} MB (at most {peak:.0f} MB between): {memory:.2f}")
        print(f"a scan {median(first) * 1000:.2f} ms → {median(last) * 1000:.2f} ms: {time:.2f}")
    return int(memory > MOST_MEMORY or time > MOST_TIME)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
