"""The lock says the truth: who writes, since when, and whether anybody really does."""

import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from data.errors import EventBusy
from data.ledger.lock import ALIVE_NAME, OWNER_NAME, Owner, WriterLock
from data.session.session import Session

HOLDS = """
import sys
from pathlib import Path
from data.session.session import Session
ceremony = Session(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.read()
"""


def elsewhere(folder: Path, alive: datetime) -> None:
    """Another laptop's writer, on a share whose locks do not hold."""
    owner = Owner("MAY-CUA-2", 41, datetime.now(UTC) - timedelta(minutes=9), "token")
    (folder / OWNER_NAME).write_bytes(msgspec.json.encode(owner))
    (folder / ALIVE_NAME).touch()
    os.utime(folder / ALIVE_NAME, (alive.timestamp(), alive.timestamp()))


def test_the_refusal_names_program_computer_and_time(event_folder: Path) -> None:
    with Session(event_folder), pytest.raises(EventBusy) as refusal:
        Session(event_folder)
    assert f"PID {os.getpid()}" in refusal.value.sentence
    assert f"{datetime.now(UTC) + timedelta(hours=7):%H:}" in refusal.value.sentence


def test_after_a_kill_the_event_is_free_at_once(event_folder: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDS, str(event_folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[3],
    ) as holder:
        assert holder.stdout is not None and holder.stdout.readline().strip() == b"open"
        with pytest.raises(EventBusy, match=str(holder.pid)):
            Session(event_folder)
        holder.kill()
        holder.wait()
    assert (event_folder / OWNER_NAME).exists(), "its name still lies there"
    Session(event_folder).close()


def test_a_copy_of_an_open_event_s_folder_is_free(event_folder: Path, tmp_path: Path) -> None:
    with Session(event_folder) as session:
        session.give_sign()
        shutil.copytree(event_folder, tmp_path / "copy")
    waits: list[float] = []
    elsewhere(tmp_path / "copy", datetime.now(UTC))
    WriterLock(tmp_path / "copy", waits.append).release()
    assert waits, "it was watched, and nothing moved"


def test_a_writer_on_another_laptop_that_lives_keeps_this_one_out(event_folder: Path) -> None:
    now = datetime.now(UTC)
    elsewhere(event_folder, now)

    def lives_on(_seconds: float) -> None:
        later = now + timedelta(seconds=5)
        os.utime(event_folder / ALIVE_NAME, (later.timestamp(), later.timestamp()))

    with pytest.raises(EventBusy, match="MAY-CUA-2"):
        WriterLock(event_folder, lives_on)


@pytest.mark.parametrize("minutes", [800, 60_000])
def test_a_name_that_crashed_on_another_laptop_keeps_nobody_out(event_folder: Path, minutes: int) -> None:
    elsewhere(event_folder, datetime.now(UTC) - timedelta(minutes=minutes))

    def never(_seconds: float) -> None:
        raise AssertionError("nobody has to wait for a sign that is long gone")

    WriterLock(event_folder, never).release()


def test_a_second_writer_is_noticed_where_locks_do_not_hold(event_folder: Path) -> None:
    lock = WriterLock(event_folder)
    assert not lock.is_shared
    elsewhere(event_folder, datetime.now(UTC))
    assert lock.is_shared
    lock.release()
    assert (event_folder / OWNER_NAME).exists(), "the other one's name is not taken away"
