"""Sharing can be switched off by a verb, also where nothing of it is installed or loaded."""

from pathlib import Path

import pytest

from data.session.folders.several import is_switched_on, switch_file
from tests.conftest import found
from tui.command_line.laptops.sharing import share


def test_share_off_forgets_what_was_switched_on(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = found(tmp_path / "event")
    switch_file(folder).parent.mkdir()
    switch_file(folder).write_text("{}")
    assert share(folder, off=True) == 0
    assert not is_switched_on(folder)
    assert "một mình" in capsys.readouterr().out
    assert share(folder, off=True) == 0
    assert "Chưa bật" in capsys.readouterr().out
