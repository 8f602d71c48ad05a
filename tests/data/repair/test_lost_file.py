"""Acknowledged is on disk under its name: when the file is away nothing is, and nothing before it is lost."""

import os
import shutil
import stat
from pathlib import Path

import pytest

from data.archive.verification import verify_event
from data.clock import SetClock
from data.commands.door import door
from data.errors import LedgerLost, LedgerUnwritable
from data.repair.mending import Finding, mend
from data.repair.opening_offer import kept_sentence, open_or_find, orphans
from data.session.copies.rescue import rescues
from data.session.folders.event_folder import LEDGER_NAME
from data.session.follower import Follower
from data.session.opening import open_for_reading
from data.session.session import Session


def came(folder: Path) -> list[int]:
    with open_for_reading(folder) as session:
        return list(session.state.present)


def lose(how: str, folder: Path, older: bytes) -> None:
    """What happens to a ledger while the program has it open."""
    path = folder / LEDGER_NAME
    match how:
        case "folder deleted":
            shutil.rmtree(folder)
        case "folder moved":
            folder.rename(folder.with_name("elsewhere"))
        case "ledger deleted":
            path.unlink()
        case "older one in its place":
            (folder / "older").write_bytes(older)
            (folder / "older").replace(path)
        case "older content written into it":
            path.write_bytes(older)
        case "as long, and other content":
            path.write_bytes(path.read_bytes().replace(b'"people":1', b'"people":1')[:-9] + b'"}}}]]]}\n')
        case _:
            raise AssertionError(how)


HOWS = [
    "folder deleted",
    "folder moved",
    "ledger deleted",
    "older one in its place",
    "older content written into it",
    "as long, and other content",
]


@pytest.mark.parametrize("how", HOWS)
def test_nothing_is_acknowledged_that_is_not_under_its_name(
    session: Session, event_folder: Path, how: str, clock: SetClock
) -> None:
    older = (event_folder / LEDGER_NAME).read_bytes()
    for number in (1, 2):
        clock.pass_time(60)
        door.admit(session, number, "number")
    lose(how, event_folder, older)
    for number in (3, 4):
        with pytest.raises(LedgerLost) as refusal:
            door.admit(session, number, "number")
        assert "\n" not in refusal.value.sentence
    assert session.trouble and list(session.state.present) == [1, 2]
    session.close()
    (rescue,) = rescues()
    if os.name != "nt":
        assert stat.S_IMODE(rescue.file.stat().st_mode) == 0o600
    if how == "folder deleted":
        assert orphans() == [event_folder.resolve()]
    if how == "older content written into it":
        assert not verify_event(event_folder).is_sound
        assert "2" in kept_sentence(event_folder)
    assert isinstance(open_or_find(event_folder, clock), Finding)
    mend(event_folder, clock)
    assert came(event_folder) == [1, 2]
    assert verify_event(event_folder).is_sound
    assert rescues() == []


def test_what_came_into_the_older_one_meanwhile_stays(
    session: Session, event_folder: Path, clock: SetClock
) -> None:
    older = (event_folder / LEDGER_NAME).read_bytes()
    door.admit(session, 1, "number")
    lose("older one in its place", event_folder, older)
    with pytest.raises(LedgerLost):
        door.admit(session, 2, "number")
    session.close()
    with Session(event_folder, clock=clock) as again:
        clock.pass_time(60)
        door.admit(again, 5, "number")
    mend(event_folder, clock)
    assert came(event_folder) == [1, 5]


def test_a_folder_that_is_put_back_is_gone_on_with(session: Session, event_folder: Path) -> None:
    door.admit(session, 1, "number")
    away = event_folder.with_name("away")
    event_folder.rename(away)
    with pytest.raises(LedgerLost):
        session.look()
    session.look()
    assert session.trouble and rescues()
    away.rename(event_folder)
    session.look()
    assert not session.trouble and not rescues()
    door.admit(session, 2, "number")
    assert came(event_folder) == [1, 2]


def test_a_file_that_was_only_touched_is_still_the_one(session: Session, event_folder: Path) -> None:
    door.admit(session, 1, "number")
    os.utime(event_folder / LEDGER_NAME, (1, 1))
    door.admit(session, 2, "number")
    assert came(event_folder) == [1, 2]


def test_a_step_that_was_refused_is_not_found_in_the_file_that_was_moved_away(
    session: Session, event_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    door.admit(session, 1, "number")
    real = os.fsync

    def moved_meanwhile(file: int) -> None:
        real(file)
        (event_folder / LEDGER_NAME).rename(event_folder / "moved")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", moved_meanwhile)
        with pytest.raises(LedgerLost):
            door.admit(session, 2, "number")
    (event_folder / "moved").rename(event_folder / LEDGER_NAME)
    assert came(event_folder) == [1]


def test_where_not_even_the_rescue_can_be_written_paper_is_asked_for(
    session: Session, event_folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "own" / "rescue").write_text("a file where a folder should be")
    (event_folder / LEDGER_NAME).unlink()
    with pytest.raises(LedgerLost, match="giấy"):
        door.admit(session, 1, "number")


def test_a_file_held_by_another_program_is_said_at_the_opening(
    event_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.open

    def held(path: object, *args: object, **kwargs: object) -> int:
        if str(path).endswith(LEDGER_NAME):
            error = PermissionError(13, "used by another process")
            error.winerror = 32  # type: ignore[attr-defined]
            raise error
        return real(path, *args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr("data.files.disk.sleep", lambda _seconds: None)
    monkeypatch.setattr(os, "open", held)
    with pytest.raises(LedgerUnwritable, match="chương trình khác"):
        Session(event_folder)


def test_the_hall_says_so_when_an_older_ledger_comes(session: Session, event_folder: Path) -> None:
    older = (event_folder / LEDGER_NAME).read_bytes()
    door.admit(session, 1, "number")
    follower = Follower(event_folder)
    (event_folder / LEDGER_NAME).write_bytes(older)
    assert follower.look()
    assert follower.is_older and not follower.state.present
    assert not follower.look() and follower.is_older
    session.close()
    with Session(event_folder) as again:
        door.admit(again, 5, "number")
    assert follower.look()
    assert not follower.is_older and list(follower.state.present) == [5]
    (event_folder / LEDGER_NAME).unlink()
    assert follower.look() and follower.is_lost
    follower.close()
