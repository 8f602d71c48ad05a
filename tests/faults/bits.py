"""A real ledger with one bit flipped, and cut at every byte: opened with all sound steps, or mended.

``python -m tests.faults.bits 5000`` flips so many bits, half of them where no copy of the ledger is, and
cuts a ledger at every byte. Prints what came of it; 1 when anything that was recorded was lost unsaid.
"""

import sys
from collections import Counter
from pathlib import Path
from random import Random
from shutil import copytree, rmtree
from tempfile import TemporaryDirectory

from data.archive.verification import verify_event
from data.clock import SetClock
from data.errors import CeremonyError, LedgerDamaged
from data.ledger.storage import LedgerStorage
from data.model.entries.event import LedgerRepaired
from data.repair.copies import Snapshot, make_copy
from data.repair.mending import mend
from data.session.copies.copy_places import COPIES
from data.session.folders.event_folder import LEDGER_NAME
from data.session.opening import open_for_reading
from data.session.session import Session
from tests.conftest import MORNING
from tests.faults.mutated import a_day


def flip_one(folder: Path, chance: Random, width: int = 1) -> str:
    """Flip ``width`` neighbouring bits of the ledger in ``folder``, open it as people do, and say what came.

    "opened": nothing of it mattered; "mended", "from a copy", "told": all the rest is there, and what is
    not is listed in the ledger itself. Anything else is a fault.
    """
    path = folder / LEDGER_NAME
    before = _ids(folder)
    text = bytearray(path.read_bytes())
    bit = chance.randrange(8 * len(text) - width)
    for place in range(bit, bit + width):
        text[place // 8] ^= 1 << place % 8
    path.write_bytes(text)
    try:
        with Session(folder) as session:
            after = [entry.id for entry in session.state.entries]
        # A line feed at the very end, or a byte of a last line that then counts as torn.
        return "opened" if after == before else f"FAULT: {len(before) - len(after)} entries gone unsaid"
    except LedgerDamaged:
        found = mend(folder)
    with Session(folder) as session:
        what = session.state.entries[-1].what
        after = [entry.id for entry in session.state.entries[:-1]]
    assert isinstance(what, LedgerRepaired)
    if not verify_event(folder).is_sound:
        return "FAULT: not sound after mending"
    if after != [id for id in before if id in set(after)]:
        return "FAULT: another order"
    if len(before) - len(after) > len(what.lost):
        return f"FAULT: {len(before) - len(after)} entries gone, {len(what.lost)} told"
    if found.lost:
        return "told"
    return "from a copy" if found.taken else "mended"


def cut_everywhere(ledger: Path, place: Path, every: int = 1) -> Counter[str]:
    """Cut a ledger after every byte (or every so many): each whole line opens, the torn one is left out."""
    whole = ledger.read_bytes()
    counters = Counter[str]()
    path = place / LEDGER_NAME
    for end in range(0, len(whole) + 1, every):
        path.write_bytes(whole[:end])
        lines = whole[:end].count(b"\n")
        # The last line may lack its line feed alone: then it is whole.
        lines += end < len(whole) and whole[end : end + 1] == b"\n"
        try:
            storage = LedgerStorage(path, "read")
        except CeremonyError as error:
            counters[f"FAULT: {error}"] += 1
            continue
        right = storage.lines == lines
        counters["opened with every whole line" if right else f"FAULT: {storage.lines} of {lines}"] += 1
        storage.close()
    return counters


def run(times: int, seed: int, place: Path) -> Counter[str]:
    """Flip ``times`` bits, with and without a copy, one and several bits wide."""
    chance, counters = Random(seed), Counter[str]()
    master = place / "master"
    a_day(master, chance, 12)
    for time in range(times):
        folder = place / "event"
        copytree(master, folder)
        if time % 2:
            _copy(folder)
        width = 1 if time % 4 < 2 else chance.choice((2, 9, 200))
        told = "one bit" if width == 1 else "more bits"
        with_copy = "with a copy" if time % 2 else "without a copy"
        try:
            counters[f"{told}, {with_copy}: {flip_one(folder, chance, width)}"] += 1
        except CeremonyError as error:
            # Where the event's own beginning is lost and no copy is there, nothing can be opened.
            is_right = width > 1 and not time % 2
            counters[f"{told}, {with_copy}: {'refused' if is_right else f'FAULT: {error}'}"] += 1
        rmtree(folder)
    return counters


def _ids(folder: Path) -> list[str]:
    with open_for_reading(folder) as session:
        return [entry.id for entry in session.state.entries]


def _copy(folder: Path) -> None:
    with open_for_reading(folder) as session:
        storage = session.storage
        assert make_copy(
            Snapshot(storage.path, storage.size, storage.link, SetClock(MORNING).now()), [folder / COPIES]
        )


def main(times: int) -> int:
    """Print both tallies."""
    with TemporaryDirectory() as parent:
        place = Path(parent)
        counters = run(times, 20220615, place)
        (place / "cut").mkdir()
        counters += cut_everywhere(place / "master" / LEDGER_NAME, place / "cut")
    for what, count in sorted(counters.items()):
        print(f"{count:>7} {what}")
    return int(any("FAULT" in what for what in counters))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 5000))
