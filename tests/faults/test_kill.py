"""Whatever was answered is on disk, even when the program dies in the next instant."""

import sys
from pathlib import Path
from random import Random

import pytest

from data.commands.door import door
from data.session.session import Session
from tests.faults.kill import CARDS, Killed, kill_once, prepare

KILLS = 5


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("faults") / "event"
    prepare(folder)
    return folder


def test_every_answered_scan_is_in_the_ledger_after_a_kill_at_any_moment(folder: Path) -> None:
    chance = Random(20220615)
    kills = [kill_once(folder, chance) for _ in range(KILLS)]
    assert [killed.lost for killed in kills] == [[]] * KILLS
    assert sum(killed.answered for killed in kills) >= KILLS
    assert any(killed.answered < CARDS for killed in kills), "no kill came in the middle"


def test_the_event_can_be_written_again_right_after_a_kill(folder: Path) -> None:
    kill_once(folder, Random(1))
    with Session(folder) as session:
        before = len(session.state.entries)
        door.admit(session, 1, "number")
        assert len(session.state.entries) == before + 1


def test_a_program_that_answers_before_it_writes_is_caught(folder: Path, tmp_path: Path) -> None:
    liar = tmp_path / "liar.py"
    liar.write_text('import sys\nfor line in sys.stdin: print(\'{"status": "admitted"}\', flush=True)\n')
    fresh = tmp_path / "event"
    prepare(fresh)
    with pytest.raises(AssertionError, match="answers for 0 entries"):
        assert isinstance(kill_once(fresh, Random(1), [sys.executable, str(liar)]), Killed)
