"""An event that was made or opened by its path is listed with the others, wherever it lies."""

import json
from pathlib import Path

import pytest

from data.clock import SetClock
from data.session.events.overview import overviews
from data.session.folders.elsewhere import elsewhere, remember
from data.session.folders.home import home
from tests.conftest import found
from tui.welcome.event_list import _facts


def test_what_was_made_elsewhere_is_listed_with_its_place(
    own_home: Path, tmp_path: Path, clock: SetClock
) -> None:
    folder = found(tmp_path / "work" / "dong-hai", clock)
    remember(folder)
    remember(folder)
    assert elsewhere() == [folder.resolve()]
    (one,) = overviews(home(), elsewhere())
    assert str(folder.resolve()) in _facts(one)


def test_what_lies_with_the_others_or_is_gone_is_not_listed_twice(
    own_home: Path, tmp_path: Path, clock: SetClock
) -> None:
    remember(found(home() / "kha-tan", clock))
    remember(found(tmp_path / "gone", clock))
    (tmp_path / "gone").rename(tmp_path / "moved")
    assert elsewhere() == []
    assert len(overviews(home(), elsewhere())) == 1


@pytest.mark.parametrize("content", [b"", b"{", json.dumps({"a": 1}).encode(), b"[1, 2]", b"\xff"])
def test_a_damaged_list_is_no_list(own_home: Path, tmp_path: Path, clock: SetClock, content: bytes) -> None:
    home().mkdir(parents=True, exist_ok=True)
    (home() / "elsewhere.json").write_bytes(content)
    assert elsewhere() == []
    folder = found(tmp_path / "event", clock)
    remember(folder)
    assert elsewhere() == [folder.resolve()]
