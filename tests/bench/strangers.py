"""A million payloads of each kind that nobody printed: ``python -m tests.bench.strangers [COUNT]``.

Each is read and looked up as the door does it, against an event of 140 guests; the first thousand go
through the door itself, entries and all. The odds of a guess are computed and printed beside what was
found; exits 1 when more were let in than one time in a million chance alone would bring about.
"""

import sys
from math import exp, factorial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from data.commands.door.scanning import Scanner
from data.scanning.codes import read_code
from data.session.session import Session
from tests.conftest import found, list_guests, many_households
from tests.data.scanning.codes.strangers import KINDS, odds

THROUGH_THE_DOOR = 1000
GUESTS = 140


def main(count: int) -> int:
    """Print how many payloads of each kind had the form of a card, and how many found a guest."""
    chance, strange = Random(), 0
    with TemporaryDirectory() as parent, Session(found(Path(parent) / "event")) as session:
        event = session.state.event.number
        list_guests(session, many_households(event, GUESTS))
        scanner = Scanner(session)
        for kind in KINDS:
            cards = guests = 0
            for number in range(count):
                text = kind(chance, event)
                code = read_code(text)
                cards += code is not None
                guests += code in session.state.by_code
                if number < THROUGH_THE_DOOR:
                    scanner.read(text, "scanner")
            expected = count * odds(kind, GUESTS)
            print(
                f"{kind.__name__:<14} {count:>9} payloads, {cards:>8} sound codes, {guests} guests found; "
                f"one guess in {1 / odds(kind, GUESTS):,.0f}"
            )
            strange += is_stranger_than_chance(guests, expected)
        strange += is_stranger_than_chance(
            len(session.state.present), THROUGH_THE_DOOR * sum(odds(kind, GUESTS) for kind in KINDS)
        )
    return int(strange > 0)


def is_stranger_than_chance(found: int, expected: float) -> bool:
    """Whether so many hits are less likely than one in a million, were they ``expected`` on average."""
    fewer = sum(exp(-expected) * expected**hits / factorial(hits) for hits in range(found))
    return 1 - fewer < 1e-6


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000))
