"""Rolling copies of the ledger: whole, synced, a few an hour and the last of each day."""

import os
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from data.clock import local
from data.files.disk import make_folder, patiently, sync_folder
from data.ledger.lines.reading import Reading, read_bytes

KEPT = 8
"""So many of the newest stay, and of every earlier day the last."""

_STEM = "ledger-"
_SUFFIX = ".jsonl"


class Snapshot(NamedTuple):
    """The ledger at one moment: its file, how many bytes of it were on disk, and the last line's checksum."""

    path: Path
    size: int
    link: int
    at: datetime


def make_copy(snapshot: Snapshot, places: list[Path]) -> list[Path]:
    """Copy the ledger as it was at the snapshot into each of ``places``; the copies that are whole there.

    Reads and writes without the ledger's lock and beside its writer, so it may run in any thread. A ledger
    that is not sound any more is not copied: the copies before it are better. A place that cannot be
    written is passed over.
    """
    try:
        with snapshot.path.open("rb") as file:
            text = file.read(snapshot.size)
    except OSError:
        return []
    reading = read_bytes(text, Reading())
    if reading.damaged or (reading.size, reading.link) != (snapshot.size, snapshot.link):
        return []
    name = f"{_STEM}{local(snapshot.at):%Y%m%d-%H%M%S}{_SUFFIX}"
    made = []
    for place in places:
        with suppress(OSError):
            make_folder(place)
            _put(place / name, text)
            made.append(place / name)
            _thin_out(place)
    return made


def copies_in(place: Path) -> list[Path]:
    """The copies in one place, the newest first."""
    try:
        return sorted(place.glob(f"{_STEM}*{_SUFFIX}"), reverse=True)
    except OSError:
        return []


def _put(target: Path, text: bytes) -> None:
    unfinished = target.with_name(f".{target.name}.tmp")
    try:
        with unfinished.open("wb") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        patiently(lambda: unfinished.replace(target))
        sync_folder(target.parent)
    except BaseException:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise


def _thin_out(place: Path) -> None:
    """Delete what is neither among the newest nor the last of its day, and what a killed run left."""
    days: set[str] = set()
    for number, copy in enumerate(copies_in(place)):
        day = copy.name[len(_STEM) :][:8]
        if number >= KEPT and day in days:
            copy.unlink(missing_ok=True)
        days.add(day)
    for left in place.glob(f".{_STEM}*.tmp"):
        left.unlink(missing_ok=True)
