from collections.abc import Iterator
from pathlib import Path

import pytest

from data.clock import SetClock
from data.session.session import Session
from tests.conftest import MORNING, few_guests, found, list_guests


@pytest.fixture
def clock() -> SetClock:
    return SetClock(MORNING)


@pytest.fixture
def session(tmp_path: Path, clock: SetClock) -> Iterator[Session]:
    with Session(found(tmp_path / "event", clock), clock=clock) as opened:
        list_guests(opened, few_guests(opened.state.event.number))
        yield opened
