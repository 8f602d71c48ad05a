"""What a picture must not depend on."""

from pathlib import Path

import pytest
from stdnum import damm

from tests import virtual_time
from tests.made_once import MadeOnce


@pytest.fixture(autouse=True)
def same_laptop(monkeypatch: pytest.MonkeyPatch) -> None:
    """The log names the laptop that wrote; pictures are the same on every one."""
    monkeypatch.setattr("data.session.session.gethostname", lambda: "may-xom-1")


@pytest.fixture(autouse=True)
def time_that_jumps(monkeypatch: pytest.MonkeyPatch) -> None:
    """A picture is taken of a program that runs a loop of its own."""
    monkeypatch.setattr("textual.app.asyncio.run", virtual_time.run)


@pytest.fixture(autouse=True)
def same_cards(monkeypatch: pytest.MonkeyPatch) -> None:
    """The guests of the event have the same codes in every run."""
    monkeypatch.setattr("tests.conftest.new_code", _code)


def _code(_event_number: str, number: int) -> str:
    body = f"42{number:04}0000000"
    return body + damm.calc_check_digit(body)


@pytest.fixture
def made_once(tmp_path: Path) -> MadeOnce:
    """Each picture's event is made anew: what others made has their cards and their laptop in it."""
    return MadeOnce(tmp_path / "made")
