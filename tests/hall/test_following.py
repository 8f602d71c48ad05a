"""Following the ledger from a second program that never writes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from data.ceremony import LEDGER_NAME, Ceremony
from data.commands import door, stage
from data.commands.undo import undo
from data.errors import CeremonyError
from data.following import Follower
from data.state.hall import hall_view
from tests.state.facts import facts


def contents(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {
        str(path.relative_to(folder)): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_it_sees_what_another_program_writes_and_undoes(ceremony: Ceremony) -> None:
    follower = Follower(ceremony.folder)
    assert not follower.look()
    steps = (lambda: door.admit(ceremony, 1, "scanner"), lambda: stage.go(ceremony), lambda: undo(ceremony))
    for step in steps:
        step()
        assert follower.look()
        assert facts(follower.state) == facts(ceremony.state)
        assert not follower.look()


def test_it_never_touches_the_folder(ceremony: Ceremony) -> None:
    stage.go(ceremony)
    before = contents(ceremony.folder)
    follower = Follower(ceremony.folder)
    follower.look()
    follower.close()
    assert contents(ceremony.folder) == before


def test_while_the_ledger_is_gone_it_knows_what_it_knew(ceremony: Ceremony) -> None:
    door.admit(ceremony, 1, "scanner")
    follower = Follower(ceremony.folder)
    follower.look()
    ledger, aside = ceremony.folder / LEDGER_NAME, ceremony.folder / "aside"
    ledger.rename(aside)
    assert follower.look() and follower.is_lost
    assert hall_view(follower.state).households == 1
    assert not any(follower.look() for _look in range(20))
    aside.rename(ledger)
    door.admit(ceremony, 2, "scanner")
    assert follower.look() and not follower.is_lost
    assert hall_view(follower.state).households == 2


def test_a_damaged_ledger_is_outlived_and_its_mending_noticed(ceremony: Ceremony) -> None:
    door.admit(ceremony, 1, "scanner")
    follower = Follower(ceremony.folder)
    follower.look()
    ledger = ceremony.folder / LEDGER_NAME
    sound = ledger.read_bytes()
    ledger.write_bytes(sound + b"x" * 50 + b"\n" + b"y" * 50 + b"\n")
    assert follower.look() and follower.is_lost
    assert hall_view(follower.state).households == 1
    ledger.write_bytes(sound)
    assert follower.look() and not follower.is_lost


def test_an_older_copy_put_in_its_place_is_what_counts(ceremony: Ceremony) -> None:
    ledger = ceremony.folder / LEDGER_NAME
    older = ledger.read_bytes()
    door.admit(ceremony, 1, "scanner")
    follower = Follower(ceremony.folder)
    follower.look()
    ledger.write_bytes(older)
    assert follower.look()
    assert hall_view(follower.state).households == 0


def test_a_line_that_is_only_half_there_is_read_when_it_is_whole(ceremony: Ceremony) -> None:
    follower = Follower(ceremony.folder)
    ledger = ceremony.folder / LEDGER_NAME
    before = ledger.stat().st_size
    door.admit(ceremony, 1, "scanner")
    whole = ledger.read_bytes()
    os.truncate(ledger, before + 40)
    follower.look()
    assert hall_view(follower.state).households == 0 and not follower.is_lost
    ledger.write_bytes(whole)
    assert follower.look()
    assert hall_view(follower.state).households == 1


def test_it_outlives_the_program_it_follows(event_folder: Path) -> None:
    writer = (
        "import sys, time; from pathlib import Path; from data.ceremony import Ceremony; "
        "from data.commands import stage; c = Ceremony(Path(sys.argv[1])); stage.go(c); "
        "print('went', flush=True); time.sleep(60)"
    )
    follower = Follower(event_folder)
    command = [sys.executable, "-c", writer, str(event_folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == b"went\n"
        program.kill()
    assert follower.look()
    assert hall_view(follower.state).phase == "running"
    assert not follower.look() and not follower.is_lost


def test_nothing_to_follow_is_said_at_once(tmp_path: Path) -> None:
    with pytest.raises(CeremonyError):
        Follower(tmp_path / "nowhere")
