"""A tenth of a percent of ``tests.bench.streams``."""

from pathlib import Path
from random import Random

import pytest

from tests.bench.streams import LATEST, late, streams
from tests.key_judge.places import PLACES


@pytest.mark.parametrize("place", PLACES)
async def test_streams_of_every_kind_let_in_nobody_by_mistake_act_on_nothing_and_lose_nothing(
    place: str, tmp_path: Path
) -> None:
    counters = await streams(place, 4, Random(), tmp_path)
    assert counters["tried"] == 4
    assert counters.told == []
    assert late(counters) <= LATEST
