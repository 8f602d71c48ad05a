"""How 10,000 cards are read through every Vietnamese keyboard: ``python -m tests.bench.keyboards [COUNT]``.

Exits 1 when a card was read as another guest's, or one behind an empty field was not read.
"""

import sys
from random import Random

from data.scanning.codes import new_code
from tests.tui.scanning.typing.trial import trials


def main(count: int) -> int:
    """Print for each setting the share that was read right."""
    guests = {new_code("42", number): number for number in range(1, count + 1)}
    failed = False
    print(f"{'keyboard':<26} {'field':<13} {'scans':>6} {'right':>9} {'as another':>11}")
    for trial in trials(guests, Random()):
        field = "letters left" if trial.left else "empty"
        print(f"{trial.setting:<26} {field:<13} {trial.scans:>6} {trial.share:>9.2%} {trial.wrong:>11}")
        failed = failed or trial.wrong > 0 or (not trial.left and trial.right < trial.scans)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000))
