"""While the terminal takes no output, as Windows' old console with text selected in it, scans go on."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

pytest.importorskip("fcntl", reason="Windows has no pseudo-terminals of this kind")

import os

from data.model.entries.door import CheckedIn
from data.scanning.codes import payload
from data.session.folders.event_folder import LEDGER_NAME
from data.session.session import Session
from tests.terminal.program import Program

SCANS = 40
"""As many as fill the terminal's own room and what the writer lets wait, several times over."""


def came_in(folder: Path) -> list[int]:
    """The guests who were let in, in the order of the entries."""
    with Session(folder, "read") as session:
        return [entry.what.guest for entry in session.state.entries if isinstance(entry.what, CheckedIn)]


def just_came(program: Program) -> list[str]:
    """Who stands in the list of arrivals, the newest first."""
    rows = [line[: line.find("Xóm")] for line in program.screen.display if line[1:8].endswith("✔")]
    return [row[8:].strip() for row in rows]


def holds(ready: Callable[[], bool], seconds: float = 60.0) -> bool:
    """Whether ``ready`` comes true while nobody reads what the program draws."""
    end = time.monotonic() + seconds
    while time.monotonic() < end and not ready():
        time.sleep(0.02)
    return ready()


def test_scans_into_a_frozen_terminal_are_recorded_and_answered_afterwards(
    program: Program, sample: Path
) -> None:
    with Session(sample, "read") as session:
        guests = list(session.state.guests.values())[:SCANS]
    before, ledger = len(came_in(sample)), sample / LEDGER_NAME
    for count, guest in enumerate(guests, start=1):
        size = ledger.stat().st_size
        # From here on nothing that is drawn is read: each scan's answer fills the terminal further.
        os.write(program.keyboard, f"{payload(guest.code)}\r".encode())
        assert holds(lambda: ledger.stat().st_size > size), f"scan {count} is not on disk"  # noqa: B023
    assert came_in(sample)[before:] == [guest.number for guest in guests]
    assert program.shows(guests[-1].name), program.text
    last = [guest.name for guest in reversed(guests[-5:])]
    assert program.until(lambda: just_came(program)[:5] == last), program.text
