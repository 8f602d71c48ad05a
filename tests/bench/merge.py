"""Merging two copies of an event against opening both: ``python -m tests.bench.merge``.

Each copy has 10,000 guests and 20,000 entries; half of these both have, the others came on two laptops apart.
"""

import shutil
from collections.abc import Iterable, Iterator
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from data.convergence.merge import merge
from data.ledger.lines.ids import milliseconds_of, uuid7
from data.ledger.lines.record import Step, documents
from data.ledger.rewrite import put_ledger
from data.model.entries.door import CameAgain
from data.model.entry import Entry
from data.session.folders.event_folder import LEDGER_NAME
from data.session.session import Session
from tests.bench.table import MORNING, Figure, attended, fastest, line

GUESTS = 10_000
APART = 10_000
ROUNDS = 3


def figures(place: Path) -> Iterator[Figure]:
    """Opening both copies, and opening one with the other merged into it."""
    common = attended(place / "common", GUESTS, GUESTS)
    with Session(common, "read") as session:
        steps = list(session.state.steps)
    copies = [
        _copy(place / name, steps, laptop) for name, laptop in (("one", "aaaaaaaa"), ("two", "bbbbbbbb"))
    ]

    def opened() -> None:
        for folder in copies:
            Session(folder, "read").close()

    rounds = iter(range(ROUNDS))

    def merged() -> None:
        fresh = place / f"merged-{next(rounds)}"
        shutil.copytree(copies[0], fresh)
        with Session(fresh) as session:
            assert len(merge(session, copies[1]).taken.steps) == APART

    floor, ours = fastest(opened, ROUNDS) * 1e3, fastest(merged, ROUNDS) * 1e3
    what = f"merge two copies of {GUESTS:,} guests, {GUESTS + APART:,} entries"
    yield Figure("m", what, "ms*", ours, floor, 2.0)


def _copy(folder: Path, common: list[Step], laptop: str) -> Path:
    """A copy whose laptop scanned every guest once more."""
    folder.mkdir()
    put_ledger(folder / LEDGER_NAME, map(documents, [*common, *_again(common[-1].entry, laptop)]))
    return folder


def _again(last: Entry, laptop: str) -> Iterable[Step]:
    made = milliseconds_of(last.id)
    for number in range(1, APART + 1):
        at = MORNING + timedelta(hours=3, seconds=number / 2)
        what = CameAgain(guest=number, channel="scanner")
        # A laptop gives no id that is not behind all it knows, whatever its clock says.
        id = uuid7(made + number)
        yield Step(Entry(id=id, at=at, ticks=number / 2, run=laptop, device=laptop, laptop=laptop, what=what))


if __name__ == "__main__":
    with TemporaryDirectory(dir=Path.cwd(), prefix=".bench-") as name:
        for figure in figures(Path(name)):
            print(line(figure))
