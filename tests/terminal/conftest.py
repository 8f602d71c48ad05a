"""The sample event, and the real program on it in a terminal of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from data.rehearsal.sample import found_sample
from tests.terminal.program import Program


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """The sample event's folder."""
    folder = tmp_path / "sample"
    found_sample(folder)
    return folder


@pytest.fixture
def program(sample: Path) -> Iterator[Program]:
    """The program at the door of the sample event."""
    running = Program(str(sample))
    assert running.shows("READY TO SCAN"), running.text
    yield running
    running.close()
