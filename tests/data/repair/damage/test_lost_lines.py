"""Damage to a line feed makes one line of two: each entry that stood in them is told."""

from pathlib import Path
from random import Random

import pytest

from data.model.entries.event import LedgerRepaired
from data.repair.mending import mend
from data.session.folders.event_folder import LEDGER_NAME
from data.session.session import Session
from tests.faults.mutated import a_day


@pytest.mark.parametrize("before", [0, 1, 12, 24])
@pytest.mark.parametrize("which", [2, -2])
def test_every_entry_of_two_lines_that_damage_made_one_is_told(
    tmp_path: Path, which: int, before: int
) -> None:
    a_day(tmp_path / "event", Random(5), 8)
    ledger = tmp_path / "event" / LEDGER_NAME
    text = bytearray(ledger.read_bytes())
    entries = text.count(b"\n")
    end = [place for place, byte in enumerate(text) if byte == ord("\n")][which]
    for place in range(end - before, end - before + 25):
        text[place] ^= 0xFF
    ledger.write_bytes(text)
    mend(tmp_path / "event")
    with Session(tmp_path / "event") as session:
        *kept, last = session.state.entries
        assert isinstance(last.what, LedgerRepaired)
        assert len(kept) + len(last.what.lost) == entries
        assert len(last.what.lost) in (1, 2, 3)
