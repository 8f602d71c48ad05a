"""The founded event at 08:00, and nothing has begun."""

from datetime import UTC, datetime

import pytest

from data.clock import SetClock
from data.session.session import Session

EIGHT = datetime(2022, 6, 15, 1, 0, tzinfo=UTC)


@pytest.fixture
def on_stage(session: Session, clock: SetClock) -> Session:
    clock.pass_time((EIGHT - clock.now()).total_seconds())
    return session
