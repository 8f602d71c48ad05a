"""A million payloads of each kind that nobody printed: ``python -m tests.bench.strangers [COUNT]``.

Each is read and looked up as the door does it, against an event of 140 guests; the first thousand go
through the door itself, entries and all. Exits 1 when anybody was let in.
"""

import sys
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from data.commands.door.scanning import Scanner
from data.scanning.codes import read_code
from data.session.session import Session
from tests.codes.strangers import KINDS
from tests.conftest import found, list_guests, many_households

THROUGH_THE_DOOR = 1000
GUESTS = 140


def main(count: int) -> int:
    """Print how many payloads of each kind had the form of a card, and how many found a guest."""
    chance, let_in = Random(), 0
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
            print(f"{kind.__name__:<14} {count:>9} payloads, {cards:>8} sound codes, {guests} guests found")
            let_in += guests
        let_in += len(session.state.present)
    return int(let_in > 0)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000))
