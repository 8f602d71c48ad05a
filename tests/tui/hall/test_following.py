"""Following the ledger from a second program that never writes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from data.commands.door import door
from data.commands.stage import stage
from data.commands.undo import undo
from data.errors import CeremonyError
from data.queries.stage.hall import hall_view
from data.session.folders.event_folder import LEDGER_NAME
from data.session.follower import Follower
from data.session.session import Session
from tests.data.state.facts import facts


def contents(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {
        str(path.relative_to(folder)): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_it_sees_what_another_program_writes_and_undoes(session: Session) -> None:
    follower = Follower(session.folder)
    assert not follower.look()
    steps = (lambda: door.admit(session, 1, "scanner"), lambda: stage.go(session), lambda: undo(session))
    for step in steps:
        step()
        assert follower.look()
        assert facts(follower.state) == facts(session.state)
        assert not follower.look()


def test_it_never_touches_the_folder(session: Session) -> None:
    stage.go(session)
    before = contents(session.folder)
    follower = Follower(session.folder)
    follower.look()
    follower.close()
    assert contents(session.folder) == before


def test_while_the_ledger_is_gone_it_knows_what_it_knew(session: Session) -> None:
    door.admit(session, 1, "scanner")
    follower = Follower(session.folder)
    follower.look()
    ledger, aside = session.folder / LEDGER_NAME, session.folder / "aside"
    ledger.rename(aside)
    assert follower.look() and follower.is_lost
    assert hall_view(follower.state).households.came == 1
    assert not any(follower.look() for _look in range(20))
    aside.rename(ledger)
    door.admit(session, 2, "scanner")
    assert follower.look() and not follower.is_lost
    assert hall_view(follower.state).households.came == 2


def test_a_damaged_ledger_is_outlived_and_its_mending_noticed(session: Session) -> None:
    door.admit(session, 1, "scanner")
    follower = Follower(session.folder)
    follower.look()
    ledger = session.folder / LEDGER_NAME
    sound = ledger.read_bytes()
    ledger.write_bytes(sound + b"x" * 50 + b"\n" + b"y" * 50 + b"\n")
    assert follower.look() and follower.is_lost
    assert hall_view(follower.state).households.came == 1
    ledger.write_bytes(sound)
    assert follower.look() and not follower.is_lost


def test_an_older_copy_put_in_its_place_is_what_counts(session: Session) -> None:
    ledger = session.folder / LEDGER_NAME
    older = ledger.read_bytes()
    door.admit(session, 1, "scanner")
    follower = Follower(session.folder)
    follower.look()
    ledger.write_bytes(older)
    assert follower.look()
    assert hall_view(follower.state).households.came == 0


def test_a_line_that_is_only_half_there_is_read_when_it_is_whole(session: Session) -> None:
    follower = Follower(session.folder)
    ledger = session.folder / LEDGER_NAME
    before = ledger.stat().st_size
    door.admit(session, 1, "scanner")
    whole = ledger.read_bytes()
    os.truncate(ledger, before + 40)
    follower.look()
    assert hall_view(follower.state).households.came == 0 and not follower.is_lost
    ledger.write_bytes(whole)
    assert follower.look()
    assert hall_view(follower.state).households.came == 1


def test_it_outlives_the_program_it_follows(event_folder: Path) -> None:
    writer = (
        "import sys, time; from pathlib import Path; from data.session.session import Session; "
        "from data.commands.stage import stage; c = Session(Path(sys.argv[1])); stage.go(c); "
        "print('went', flush=True); time.sleep(60)"
    )
    follower = Follower(event_folder)
    command = [sys.executable, "-c", writer, str(event_folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as program:
        assert program.stdout is not None
        assert program.stdout.readline().strip() == b"went"
        program.kill()
    assert follower.look()
    assert hall_view(follower.state).phase == "running"
    assert not follower.look() and not follower.is_lost


def test_nothing_to_follow_is_said_at_once(tmp_path: Path) -> None:
    with pytest.raises(CeremonyError):
        Follower(tmp_path / "nowhere")
