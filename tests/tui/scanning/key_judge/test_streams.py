"""A tenth of a percent of ``tests.bench.streams``, in time that jumps."""

from random import Random

import pytest

from tests.bench.streams import LATEST, p99, streams
from tests.tui.scanning.key_judge.places import PLACES


@pytest.mark.parametrize("place", PLACES)
def test_streams_of_every_kind_let_in_nobody_by_mistake_act_on_nothing_and_lose_nothing(place: str) -> None:
    counters = streams(place, 4, str(Random().random()))
    assert counters.tried == 4
    assert counters.told == []
    assert p99(counters.late) <= LATEST
