"""``close``, ``reopen``, ``archive``, ``restore``, ``verify``, ``purge`` and ``export`` as they are typed."""

import json
from pathlib import Path

import pytest
import typer

import main
from data.commands.door.door import admit
from data.errors import EventAtRest, Refused
from data.model.entries.base import GONE
from data.session.session import Session
from tui.command_line.closing import archive, close, purge, reopen, restore
from tui.command_line.report import export, verify


@pytest.fixture(autouse=True)
def no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)


def test_an_event_is_closed_and_reopened(event_folder: Path) -> None:
    close(event_folder)
    with Session(event_folder) as session, pytest.raises(EventAtRest):
        admit(session, 1, "name")
    reopen(event_folder)
    with Session(event_folder) as session:
        admit(session, 1, "name")


def test_an_archive_is_made_verified_and_brought_back(
    event_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    archive(event_folder)
    path = Path(capsys.readouterr().out.strip())
    verify(path, as_json=True)
    assert json.loads(capsys.readouterr().out)["sound"] is True
    restore(path, tmp_path / "back")
    verify(tmp_path / "back")
    text = bytearray(path.read_bytes())
    text[60] ^= 1
    path.write_bytes(text)
    with pytest.raises(typer.Exit):
        verify(path)
    assert capsys.readouterr().err.strip()


def test_personal_data_go_only_when_the_village_is_named(event_folder: Path) -> None:
    with pytest.raises(Refused, match="--confirm"):
        purge(event_folder)
    with pytest.raises(Refused):
        purge(event_folder, "thôn Khả Tân")
    close(event_folder)
    with pytest.raises(Refused, match="Khả Tân"):
        purge(event_folder, "thôn Đồng Thái")
    purge(event_folder, "thôn khả tân")
    with Session(event_folder, "read") as session:
        assert {guest.name for guest in session.state.guests.values()} == {GONE}


def test_several_events_make_one_comparison_and_its_options_are_for_one(
    event_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    archive(event_folder)
    path = Path(capsys.readouterr().out.strip())
    restore(path, tmp_path / "back")
    capsys.readouterr()
    export([event_folder, tmp_path / "back"], tmp_path / "out")
    (written,) = (tmp_path / "out").iterdir()
    assert capsys.readouterr().out.strip() == str(written)
    with pytest.raises(Refused):
        export([event_folder, tmp_path / "back"], phones=True)
    with pytest.raises(Refused):
        export([event_folder], sheets="nothing")
    export([event_folder], tmp_path / "one", sheets="agenda")
    assert len(list((tmp_path / "one").iterdir())) == 1


def test_what_a_closed_event_refuses_tells_the_commands_way_back_too(
    event_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    close(event_folder)
    monkeypatch.setattr("sys.argv", ["main.py", "companion", str(event_folder)])
    with pytest.raises(SystemExit) as left:
        main.main()
    assert "F6, F8" in str(left.value.code) and "main.py reopen" in str(left.value.code)
