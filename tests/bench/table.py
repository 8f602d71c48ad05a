"""The one table of figures, and what its rows share: goals, medians, events of any size, processes."""

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from time import process_time
from typing import Literal

from data.ledger.lines.record import Step, documents
from data.ledger.rewrite import put_ledger
from data.model.entries.door import CheckedIn
from data.model.entry import Entry
from data.session.folders.event_folder import LEDGER_NAME
from data.session.session import Session
from tests.conftest import found, list_guests, many_households

MORNING = datetime(2022, 6, 15, 0, 15, tzinfo=UTC)

Kind = Literal["times", "more", "most"]
"""What a goal bounds: ours in floors, ours above the floor, or ours alone."""


@dataclass
class Figure:
    """One row: ``ours`` beside its ``floor`` (None where there is none), in ``unit``, of the same run.

    ``goal`` is the most that may be, as ``kind`` says; None where a row has no goal and only informs.
    """

    part: str
    what: str
    unit: str
    ours: float
    floor: float | None = None
    goal: float | None = None
    kind: Kind = "times"

    @property
    def value(self) -> float:
        """What the goal bounds."""
        if self.floor is None or self.kind == "most":
            return self.ours
        return self.ours / self.floor if self.kind == "times" else self.ours - self.floor

    @property
    def is_met(self) -> bool | None:
        """Whether the goal is met; None without one."""
        return None if self.goal is None else self.value <= self.goal


HEAD = f"{'':2} {'figure':<44} {'floor':>10} {'ours':>10} {'':<4} {'':>7} {'goal':>8}"


def line(figure: Figure) -> str:
    """A row of the table."""
    floor = "" if figure.floor is None else f"{figure.floor:,.2f}"
    sign = {"times": "×", "more": "+", "most": ""}[figure.kind]
    value = "" if figure.kind == "most" else f"{sign}{figure.value:.2f}"
    goal = "" if figure.goal is None else f"≤ {sign}{figure.goal:g}"
    told = {True: "met", False: "NOT MET", None: ""}[figure.is_met]
    return (
        f"{figure.part:2} {figure.what:<44} {floor:>10} {figure.ours:>10,.2f} {figure.unit:<4}"
        f" {value:>7} {goal:>8} {told}"
    ).rstrip()


def late(times: Iterable[float]) -> float:
    """The 95th percentile."""
    ordered = sorted(times)
    return ordered[int(len(ordered) * 0.95)]


def fastest(work: Callable[[], object], rounds: int = 3) -> float:
    """Processor seconds of the fastest of some rounds: what else the machine does is not the work's cost."""
    taken = []
    for _round in range(rounds):
        start = process_time()
        work()
        taken.append(process_time() - start)
    return min(taken)


def usual(times: Iterable[float]) -> float:
    """The median in milliseconds of ``times`` in seconds."""
    return median(times) * 1e3


def attended(folder: Path, guests: int, entries: int) -> Path:
    """An event with ``guests`` households, of whom the first ``entries`` came, one every half second."""
    with Session(found(folder)) as session:
        list_guests(session, many_households(session.state.event.number, guests))
        before = list(session.state.steps)
    put_ledger(folder / LEDGER_NAME, map(documents, [*before, *_check_ins(before[-1].entry, entries)]))
    return folder


def _check_ins(last: Entry, count: int) -> Iterable[Step]:
    for number in range(1, count + 1):
        yield Step(
            Entry(
                id=f"{last.id[:-12]}{number:012x}",
                at=MORNING + timedelta(seconds=number / 2),
                ticks=last.ticks + number / 2,
                run=last.run,
                device=last.device,
                laptop=last.laptop,
                what=CheckedIn(guest=number, channel="scanner"),
            )
        )


def processor_seconds(pid: int) -> float:
    """How long a process was at work, in seconds. Needs Linux's /proc."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def memory(pid: int) -> float:
    """What a process holds in memory (its resident set), in MB. Needs Linux's /proc."""
    fields = dict(row.split(":", 1) for row in Path(f"/proc/{pid}/status").read_text().splitlines())
    return int(fields["VmRSS"].split()[0]) / 1024
