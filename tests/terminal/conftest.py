"""The sample event, and the real program on it in a terminal of its own."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from data.rehearsal.sample import found_sample
from tests.made_once import MadeOnce
from tests.terminal.program import Program


@pytest.fixture
def sample(tmp_path: Path, made_once: MadeOnce) -> Path:
    """The sample event's folder."""
    return made_once.put(f"sample of {date.today()}", tmp_path / "sample", found_sample)


@pytest.fixture
def program(sample: Path) -> Iterator[Program]:
    """The program at the door of the sample event."""
    running = Program(str(sample))
    assert running.shows("READY TO SCAN"), running.text
    yield running
    running.close()
