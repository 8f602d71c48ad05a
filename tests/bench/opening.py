"""Opening an event against decoding its lines: ``python -m tests.bench.opening``.

The floor is what nobody who reads a ledger can leave out: the standard ``json.loads`` of each line.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from data.session.folders.event_folder import LEDGER_NAME
from data.session.session import Session
from tests.bench.table import Figure, attended, fastest, line

SIZES = (140, 10_000, 100_000)


def figures(place: Path) -> Iterator[Figure]:
    """A row for each number of entries."""
    for entries in SIZES:
        folder = attended(place / f"{entries}", min(entries, 10_000), entries)
        file = folder / LEDGER_NAME

        def decode(file: Path = file) -> None:
            for row in file.read_bytes().splitlines():
                json.loads(row)

        def opened(folder: Path = folder) -> None:
            Session(folder, "read").close()

        rounds = 2 if entries > SIZES[1] else 5
        floor, ours = fastest(decode, rounds) * 1e3, fastest(opened, rounds) * 1e3
        yield Figure("d", f"open {entries:,} entries, to decoding them", "ms*", ours, floor, 2.0)


if __name__ == "__main__":
    with TemporaryDirectory() as name:
        for figure in figures(Path(name)):
            print(line(figure))
