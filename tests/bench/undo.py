"""Undo among 10,000 entries, beside folding all of them: ``python -m tests.bench.undo``."""

from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time

from data.commands.undo import undo
from data.session.session import Session
from data.state.state import State
from tests.bench.table import Figure, attended, fastest, line

ENTRIES = 10_000
DEEPEST = 100
"""So many are taken back one after another; at some of them everything is folded anew."""


def figures(place: Path) -> Iterator[Figure]:
    """One undo, the slowest and the usual of a hundred in a row, and folding everything."""
    with Session(attended(place / "event", ENTRIES, ENTRIES)) as session:
        taken = []
        for _time in range(DEEPEST):
            begin = process_time()
            undo(session)
            taken.append((process_time() - begin) * 1e3)
        steps = session.state.steps
        folded = fastest(lambda: State(steps)) * 1e3
    yield Figure(
        "k",
        f"undo at {ENTRIES:,}, the usual of {DEEPEST} in a row",
        "ms*",
        median(taken),
        folded,
        20.0,
        "most",
    )
    yield Figure("k", "the first", "ms*", taken[0], folded, 20.0, "most")
    yield Figure("k", "the mean", "ms*", sum(taken) / len(taken), folded, 20.0, "most")
    yield Figure("k", "the slowest (floor: folding everything)", "ms*", max(taken), folded)


if __name__ == "__main__":
    with TemporaryDirectory() as name:
        for figure in figures(Path(name)):
            print(line(figure))
