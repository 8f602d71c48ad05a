"""An event whose first item runs."""

import pytest

from data.clock import SetClock
from data.commands.stage import stage
from data.session.session import Session


@pytest.fixture
def running(session: Session, clock: SetClock) -> Session:
    """The first item has run for ten minutes."""
    stage.go(session)
    clock.pass_time(600)
    return session
