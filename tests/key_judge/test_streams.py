"""A tenth of a percent of ``tests.bench.streams``."""

from pathlib import Path
from random import Random

from tests.bench.streams import LATEST, late, streams


async def test_streams_of_every_kind_let_in_nobody_by_mistake_act_on_nothing_and_lose_nothing(
    tmp_path: Path,
) -> None:
    tallies = await streams(24, Random(), tmp_path)
    for place, counters in tallies.items():
        assert counters["tried"] == 4, place
        assert counters.told == [], place
        assert late(counters) <= LATEST, place
