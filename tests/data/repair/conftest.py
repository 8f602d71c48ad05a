"""An event with a morning in its ledger, and its bytes."""

from pathlib import Path

import pytest

from data.clock import SetClock
from data.commands.door import door
from data.session.folders.event_folder import LEDGER_NAME
from data.session.session import Session


@pytest.fixture
def morning(event_folder: Path, clock: SetClock) -> Path:
    """The event's folder: six check-ins a minute apart."""
    with Session(event_folder, clock=clock, duty="Mai") as session:
        for number in (1, 2, 3, 4, 7, 8):
            clock.pass_time(60)
            door.admit(session, number, "number")
    return event_folder


@pytest.fixture
def ledger(morning: Path) -> Path:
    """The ledger's file of that morning."""
    return morning / LEDGER_NAME
