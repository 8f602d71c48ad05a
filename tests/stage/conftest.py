"""The founded event at 08:00, and nothing has begun."""

from datetime import UTC, datetime

import pytest

from data.ceremony import Ceremony
from data.clock import SetClock

EIGHT = datetime(2022, 6, 15, 1, 0, tzinfo=UTC)


@pytest.fixture
def on_stage(ceremony: Ceremony, clock: SetClock) -> Ceremony:
    clock.pass_time((EIGHT - clock.now()).total_seconds())
    return ceremony
