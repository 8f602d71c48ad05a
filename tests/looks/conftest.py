"""What a picture must not depend on."""

import pytest

from tests import virtual_time


@pytest.fixture(autouse=True)
def same_laptop(monkeypatch: pytest.MonkeyPatch) -> None:
    """The log names the laptop that wrote; pictures are the same on every one."""
    monkeypatch.setattr("data.session.session.gethostname", lambda: "may-xom-1")


@pytest.fixture(autouse=True)
def time_that_jumps(monkeypatch: pytest.MonkeyPatch) -> None:
    """A picture is taken of a program that runs a loop of its own."""
    monkeypatch.setattr("textual.app.asyncio.run", virtual_time.run)
