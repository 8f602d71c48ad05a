"""Whatever the screen showed is on disk, even when the program dies in the next instant."""

from pathlib import Path
from random import Random

import pytest

pytest.importorskip("fcntl", reason="Windows has no pseudo-terminals of this kind")

from tests.faults.kill import prepare
from tests.faults.screens import kill_once


@pytest.mark.quick_once()
@pytest.mark.parametrize("times", [1, 4])
def test_every_guest_painted_as_let_in_is_in_the_ledger_after_a_kill(tmp_path: Path, times: int) -> None:
    prepare(tmp_path / "event")
    kills = [kill_once(tmp_path / "event", Random(number)) for number in range(times)]
    assert all(killed.lost == [] for killed in kills), kills
    assert all(killed.counted <= killed.present for killed in kills)
    assert sum(killed.painted for killed in kills) > 0
