"""Every figure that somebody waits for, beside its floor: ``python -m tests.bench.all [LETTERS]``.

Prints one table, a row as soon as it is measured; ``LETTERS`` (as in ``adk``) choose parts. Needs Linux.
Where the machine is busy, trust the rows of processor time (ms*, s*) more than those of the wall clock.
Exits 1 when a goal is not met.
"""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from data.session.folders.home import HOME_VARIABLE
from tests.bench import (
    cards,
    checkin,
    export,
    frames,
    idle,
    joined,
    latency,
    merge,
    opening,
    start,
    undo,
    weight,
)
from tests.bench.table import HEAD, Figure, line

PARTS: dict[str, Callable[[Path], Iterator[Figure]]] = {
    "a": checkin.figures,
    "b": latency.figures_of_scans,
    "c": start.figures,
    "d": opening.figures,
    "e": latency.figures_of_keys,
    "f": cards.figures,
    "g": export.figures,
    "h": frames.figures,
    "i": weight.figures,
    "j": idle.figures,
    "k": undo.figures,
    "l": joined.figures,
    "m": merge.figures,
}


def main(letters: str) -> int:
    """Print the table; 1 when a goal is not met, 2 when a letter names no part."""
    if unknown := sorted(set(letters) - set(PARTS)):
        print(f"no such part: {' '.join(unknown)}; there are {''.join(PARTS)}")
        return 2
    missed = 0
    print(HEAD, flush=True)
    # On the disk of the tree, not in /tmp, which may be memory.
    with TemporaryDirectory(dir=Path.cwd(), prefix=".bench-") as parent:
        os.environ[HOME_VARIABLE] = parent
        for letter in letters:
            place = Path(parent) / letter
            place.mkdir()
            for figure in PARTS[letter](place):
                print(line(figure), flush=True)
                missed += figure.is_met is False
    print(f"{missed} goals not met" if missed else "every goal met")
    return int(missed > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "".join(PARTS)))
