"""While very much is made that stays, the collector rests; and nobody waits until it has seen it all."""

import gc
import weakref
from collections.abc import Iterator

import pytest

from data import collector
from data.collector import keep, resting, resting_a_moment

MANY = 25_000


@pytest.fixture
def thawed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(collector, "_kept", False)
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
def test_after_a_small_list_nothing_that_was_dropped_is_kept() -> None:
    keep()
    kept = gc.get_freeze_count()
    with resting():
        made = [[number] for number in range(100)]
    assert gc.get_freeze_count() <= kept and len(made) == 100


@pytest.mark.usefixtures("thawed")
def test_what_a_start_has_put_aside_stays_aside() -> None:
    keep()
    with resting():
        pass
    assert gc.isenabled() and gc.get_freeze_count() > 0


@pytest.mark.usefixtures("thawed")
def test_no_slice_of_many_is_gone_through_again_with_those_before_it() -> None:
    keep()
    made, looked_at = [], []
    for _slice in range(20):
        with resting_a_moment():
            made.append([[number] for number in range(MANY)])
            assert not gc.isenabled()
        looked_at.append(len(gc.get_objects(generation=2)))
    assert gc.isenabled() and len(made) == 20
    assert max(looked_at) < MANY


@pytest.mark.usefixtures("thawed")
def test_what_a_slice_drops_in_circles_is_cleared() -> None:
    class Dropped:
        def __init__(self) -> None:
            self.own = self

    keep()
    with resting_a_moment():
        gone = weakref.ref(Dropped())
    assert gone() is None
