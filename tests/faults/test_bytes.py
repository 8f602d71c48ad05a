"""Damaged and absurd ledgers are opened with all that is sound, mended, or refused in one sentence."""

from pathlib import Path
from random import Random

import pytest

from data.session.folders.event_folder import LEDGER_NAME
from tests.faults import bits, mutated


def test_whatever_bit_is_flipped_nothing_is_lost_unsaid(tmp_path: Path) -> None:
    counters = bits.run(24, 1, tmp_path)
    assert not [what for what in counters if "FAULT" in what], counters
    assert counters["one bit, without a copy: mended"] == 6
    assert counters["one bit, with a copy: mended"] == 6


def test_wherever_a_ledger_is_cut_every_whole_line_opens(tmp_path: Path) -> None:
    mutated.a_day(tmp_path / "event", Random(1), 4)
    (tmp_path / "cut").mkdir()
    counters = bits.cut_everywhere(tmp_path / "event" / LEDGER_NAME, tmp_path / "cut", every=61)
    assert list(counters) == ["opened with every whole line"]


@pytest.mark.quick_once()
@pytest.mark.parametrize("ledgers", [12, 40])
def test_an_absurd_ledger_is_opened_or_refused(ledgers: int) -> None:
    counters = mutated.run(ledgers, 3, written=ledgers // 2)
    assert set(counters) == {"opened", "refused"}, counters


def test_a_fault_would_be_seen(tmp_path: Path) -> None:
    lines = mutated.a_day(tmp_path / "event", Random(1), 2)
    lines[-1]["ledger"] = {"9": {"id": "x"}}
    assert mutated.outcome(tmp_path / "event", lines, None) == "refused"
