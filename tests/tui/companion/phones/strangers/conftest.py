"""Browsers that are not this laptop's own."""

import pytest

from tui.companion.serving import visitor


@pytest.fixture(autouse=True)
def from_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """These browsers are not this laptop's own, which may see more."""
    monkeypatch.setattr(visitor, "is_loopback", lambda _address: False)
