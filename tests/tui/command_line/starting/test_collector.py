"""While very much is made that stays, the collector rests; and nobody waits until it has seen it all."""

import gc
from collections.abc import Iterator

import pytest

from data import memory
from data.memory import begin, begun, resting

MANY = 5000


@pytest.fixture
def thawed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(memory, "_is_passed_by", False)
    gc.unfreeze()
    yield
    gc.unfreeze()


@pytest.mark.usefixtures("thawed")
def test_what_was_made_meanwhile_counts_as_old() -> None:
    with resting():
        made = [[number] for number in range(MANY)]
        assert not gc.isenabled()
    assert gc.isenabled() and gc.get_freeze_count() == 0
    assert gc.get_count()[0] < MANY == len(made)
    assert gc.is_tracked(made[0])


@pytest.mark.usefixtures("thawed")
def test_what_a_start_has_put_aside_stays_aside() -> None:
    begin()
    begun()
    with resting():
        pass
    assert gc.isenabled() and gc.get_freeze_count() > 0
