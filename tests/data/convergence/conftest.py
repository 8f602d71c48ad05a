"""Three laptops with a copy of one event each."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from data.session.session import Session
from tests.data.convergence.several import founded, opened


@pytest.fixture
def three(tmp_path: Path) -> Iterator[list[Session]]:
    """Copies on three laptops, whose clocks agree; the first is the one that made the event and the list."""
    origin = founded(tmp_path)
    sessions = [opened(origin, tmp_path, number) for number in range(3)]
    yield sessions
    for session in sessions:
        session.close()
