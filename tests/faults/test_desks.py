"""What a screen or a phone said is done is on disk, and nothing is half, when the program dies."""

from pathlib import Path
from random import Random

import pytest

pytest.importorskip("fcntl", reason="Windows has no pseudo-terminals of this kind")

from tests.faults import desks, kill, phones


@pytest.mark.quick_once
@pytest.mark.parametrize("desk", list(desks.DESKS))
def test_what_a_screen_showed_as_done_is_there_after_a_kill(tmp_path: Path, desk: str) -> None:
    folder = tmp_path / "event"
    desks.prepare(folder)
    killed = desks.kill_once(desks.DESKS[desk], folder, Random(desk))
    assert killed.painted <= killed.known
    assert not killed.fault


def test_whom_a_phone_was_told_to_be_in_is_there_after_a_kill(tmp_path: Path) -> None:
    kill.prepare(tmp_path / "event")
    killed = phones.kill_once(tmp_path / "event", Random(20220615))
    assert killed.told
    assert not killed.lost
    assert not killed.fault
