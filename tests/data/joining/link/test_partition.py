"""Three real processes, cables pulled and programs killed: the short form of ``tests.faults.partition``."""

from pathlib import Path

import pytest

from tests.faults.namespaces import why_not
from tests.faults.partition import play

REASON = why_not()


@pytest.mark.thorough
@pytest.mark.skipif(bool(REASON), reason=REASON or "namespaces can be made")
def test_nothing_is_lost_and_all_come_to_the_same(tmp_path: Path) -> None:
    found = play(tmp_path, rounds=1, seed="0badcafe")
    assert (found.rounds, found.lost, found.diverged, found.twice) == (1, 0, 0, 0)
    assert found.acknowledged > 0
