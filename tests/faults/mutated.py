"""Ledgers whose checksums are right and whose content is absurd: opened, or refused in one sentence.

``python -m tests.faults.mutated 5000`` makes so many from ledgers that hold every kind of entry, those of
several laptops and of phones too, opens each, and has the figures, the log, the hall's screen, every
paper and the export made of those that open.
"""

import json
import sys
from collections import Counter
from contextlib import suppress
from copy import deepcopy
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from msgspec.structs import replace

from data.archive.verification import verify_event
from data.clock import SetClock
from data.documents.papers.catalogue import papers
from data.documents.papers.files import make_papers
from data.errors import CeremonyError, Refused
from data.export.files import export_event
from data.ledger.lines.line import FIRST_LINK, Changes, encode
from data.ledger.lines.reading import read_file
from data.messages.hall import hall_words
from data.messages.log import describe
from data.queries.people.counts import by_delegation, by_hamlet, counts
from data.queries.stage.hall import hall_view
from data.queries.status import status
from data.session.folders.event_folder import LEDGER_NAME
from data.session.opening import open_for_reading
from data.session.session import Session
from data.session.writing.entry_writer import Author, EntryWriter
from tests.conftest import MORNING, few_guests, found, list_guests
from tests.data.commands.editing.test_undo_of_all import ALL
from tests.data.state.drawn import KINDS, Draw

STEPS = 60
LAPTOPS = ("00000000", "00000001")
"""The two that write a day's ledger."""
VALUES: tuple[Any, ...] = (
    10**30,
    -(10**30),
    2**63,
    10**9,
    10**7,
    -1,
    0,
    1,
    999,
    1e300,
    -1e18,
    0.5,
    True,
    None,
    "",
    "x",
    "\u202e[/b]\x1b[5m",
    "9999-12-31T23:59:59.999999Z",
    "0001-01-01T00:00:00Z",
    "2022-06-15T08:00:00",
    "2022-06-15T08:00:00+14:00",
    "1900-01-01",
    "9999-12-31",
    [],
    {},
    ["x"],
    {"kind": "no-such-thing"},
)


def a_day(folder: Path, chance: Random, steps: int = STEPS) -> list[Changes]:
    """The lines of a ledger with a random chain of ``steps`` commands in it, then every kind of entry."""
    clock = SetClock(MORNING)
    found(folder, clock)
    with Session(folder, clock=clock, duty="Mai", laptop=LAPTOPS[0]) as session:
        list_guests(session, few_guests(session.state.event.number))
        for _step in range(steps):
            with suppress(Refused):
                chance.choice(ALL)(session, chance.randrange(200))
            clock.pass_time(chance.randrange(300))
        take_in_each_kind(session, chance, clock)
    return read_file(folder / LEDGER_NAME).changes


def take_in_each_kind(session: Session, chance: Random, clock: SetClock) -> None:
    """Have another laptop's entries come in, one of each kind that there is, in a random order."""
    other = EntryWriter(LAPTOPS[1])
    for kind in chance.sample(KINDS, len(KINDS)):
        step = Draw(chance, session.state).step(kind)
        author = Author(step.entry.device, step.entry.duty)
        entry = other.entry(step.entry.what, session.now(), author, session.state.latest)
        session.take_in([replace(step, entry=entry)])
        clock.pass_time(chance.randrange(300))


def mutated(lines: list[Changes], chance: Random) -> list[Changes]:
    """The lines with one thing in them changed, taken out, doubled or moved."""
    lines = deepcopy(lines)
    place = chance.randrange(len(lines))
    match chance.randrange(10):
        case 0:
            del lines[place]
        case 1:
            lines.insert(chance.randrange(len(lines)), deepcopy(lines[place]))
        case 2:
            lines.insert(chance.randrange(len(lines)), lines.pop(place))
        case 3:
            kinds = [row["what"] for line in lines for row in (line.get("ledger") or {}).values() if row]
            one, other = chance.choice(kinds), chance.choice(kinds)
            one["kind"] = other["kind"] if chance.random() < 0.5 else "no-such-kind"
        case 4:
            kinds = [row for line in lines for row in (line.get("ledger") or {}).values() if row]
            one, other = chance.choice(kinds), chance.choice(kinds)
            one["what"] = deepcopy(other["what"])
        case _:
            _change(lines[place], chance)
    return lines


def _change(node: Any, chance: Random) -> None:
    """Change one value somewhere below ``node``."""
    while True:
        keys = list(node) if isinstance(node, dict) else list(range(len(node)))
        if not keys:
            return
        key = chance.choice(keys)
        inner = node[key]
        if isinstance(inner, dict | list) and inner and chance.random() < 0.9:
            node = inner
            continue
        if chance.random() < 0.15:
            del node[key]
        elif isinstance(inner, int) and chance.random() < 0.4:
            node[key] = inner + chance.choice((-1, 1, 1000, -(10**6)))
        else:
            node[key] = deepcopy(chance.choice(VALUES))
        return


def outcome(folder: Path, lines: list[Changes], out: Path | None) -> str:
    """ "opened" or "refused"; whatever else comes out of it is a fault.

    With ``out``, papers and export are made there too.
    """
    link, text = FIRST_LINK, b""
    for line in lines:
        row, link = encode(line, link)
        text += row
    (folder / LEDGER_NAME).write_bytes(text)
    verdict = verify_event(folder)
    try:
        with open_for_reading(folder) as session:
            state, now = session.state, session.now()
            json.dumps(status(state, now))
            counts(state), by_delegation(state), by_hamlet(state)
            for entry in state.entries:
                assert describe(entry, state)
            hall_words(hall_view(state))
            if out is not None:
                with suppress(CeremonyError):
                    make_papers(session, papers(state), out)
                with suppress(CeremonyError):
                    export_event(session, out)
            assert verdict.is_sound, verdict.sentence
            return "opened"
    except CeremonyError as error:
        assert error.sentence and "\n" not in error.sentence
        assert not verdict.is_sound
        return "refused"


def run(times: int, seed: int, *, written: int = 1) -> Counter[str]:
    """Try ``times`` mutated ledgers; of every ``written``-th that opens papers and export are made."""
    chance, counters = Random(seed), Counter[str]()
    with TemporaryDirectory() as place:
        for time in range(times):
            if time % 100 == 0:
                folder = Path(place) / f"event-{time}"
                lines = a_day(folder, chance)
                assert outcome(folder, lines, Path(place) / f"whole-{time}") == "opened"
            changed = mutated(lines, chance)
            out = Path(place) / f"out-{time}" if time % written == 0 else None
            try:
                counters[outcome(folder, changed, out)] += 1
            except Exception as fault:
                counters[f"FAULT {type(fault).__name__}: {fault}"[:150]] += 1
                if "-v" in sys.argv:
                    raise
    return counters


def main(times: int) -> int:
    """Print what came of them; 1 when anything but an opened or a refused ledger did."""
    counters = run(times, 20220615, written=5)
    for what, count in counters.most_common():
        print(f"{count:>6} {what}")
    return int(any(what.startswith("FAULT") for what in counters))


if __name__ == "__main__":
    arguments = [argument for argument in sys.argv[1:] if argument != "-v"]
    sys.exit(main(int(arguments[0]) if arguments else 5000))
