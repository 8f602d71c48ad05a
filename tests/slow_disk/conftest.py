"""Here a disk that does not answer is what is tried: the program's patience with it is its own."""

import pytest

from tui.shell.disk import write_desk
from tui.shell.disk.write_desk import PATIENCE_SECONDS


@pytest.fixture(autouse=True)
def own_patience(unhurried: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the program, also in time that jumps."""
    monkeypatch.setattr(write_desk, "PATIENCE_SECONDS", PATIENCE_SECONDS)
