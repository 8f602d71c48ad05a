"""What a picture must not depend on."""

import pytest


@pytest.fixture(autouse=True)
def same_laptop(monkeypatch: pytest.MonkeyPatch) -> None:
    """The log names the laptop that wrote; pictures are the same on every one."""
    monkeypatch.setattr("data.session.session.gethostname", lambda: "may-xom-1")
