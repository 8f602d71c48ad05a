"""A disk that is full or will not sync: it is said, nothing counts as written, and no half line is left."""

import errno
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from data.commands.door import door
from data.errors import LedgerUnwritable
from data.ledger.table import ENTRIES, GUESTS, LedgerDB
from data.session.folders.event_folder import LEDGER_NAME
from data.session.opening import open_for_reading
from data.session.session import Session
from tests.data.ledger.file.lines import LINES, documents, written


def test_nothing_on_disk_is_ever_rewritten(path: Path) -> None:
    before = b""
    with LedgerDB(path) as db:
        table = db.table(GUESTS)
        steps: list[Callable[[], Any]] = [
            lambda: table.insert({"n": 1}),
            lambda: table.insert_multiple([{"n": 2}, {"n": 3}]),
            lambda: table.update({"n": 4}),
            lambda: table.remove(doc_ids=[2]),
            lambda: table.truncate(),
            lambda: db.drop_table(GUESTS),
        ]
        for step in steps:
            step()
            assert path.read_bytes().startswith(before)
            before = path.read_bytes()
    with LedgerDB(path):
        pass
    assert path.read_bytes() == before


def refusing(real: Callable[..., Any], after: int, times: int = 1) -> Callable[..., Any]:
    """An os.write that puts ``after`` bytes down and then finds the disk full, ``times`` times."""
    calls = iter(range(10**6))

    def write(file: int, text: bytes) -> int:
        call = next(calls)
        if call == 0 and after:
            return int(real(file, text[:after]))
        if call < times + bool(after):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return int(real(file, text))

    return write


def full(*_arguments: Any) -> int:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.parametrize("after", [0, 1, 13, 40])
def test_a_full_disk_is_said_and_nothing_is_lost_or_left_half(
    path: Path, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    whole = written(path)
    with LedgerDB(path) as db:
        with monkeypatch.context() as patch:
            patch.setattr(os, "write", refusing(os.write, after))
            with pytest.raises(LedgerUnwritable) as refusal:
                db.table(ENTRIES).insert({"n": 99, "text": "x" * 50})
        assert os.strerror(errno.ENOSPC) in refusal.value.sentence
        assert path.read_bytes() == whole
        assert documents(db) == list(range(LINES))
        db.table(ENTRIES).insert({"n": LINES})
        assert documents(db) == list(range(LINES + 1))
    with LedgerDB(path) as db:
        assert documents(db) == list(range(LINES + 1))


def test_a_disk_that_takes_a_line_in_pieces_takes_it_whole(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.write
    with LedgerDB(path) as db, monkeypatch.context() as patch:
        patch.setattr(os, "write", lambda file, text: real(file, text[:3]))
        db.table(ENTRIES).insert({"n": 1})
    with LedgerDB(path) as db:
        assert documents(db) == [1]


def test_a_disk_that_will_not_sync_is_said_and_nothing_counts_as_written(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = written(path)
    with LedgerDB(path) as db:
        with monkeypatch.context() as patch:
            patch.setattr(os, "fsync", full)
            with pytest.raises(LedgerUnwritable):
                db.table(ENTRIES).insert({"n": 99})
        assert path.read_bytes() == whole
        assert documents(db) == list(range(LINES))
        db.table(ENTRIES).insert({"n": LINES})
    with LedgerDB(path) as db:
        assert documents(db) == list(range(LINES + 1))


def test_an_update_on_a_full_disk_changes_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with LedgerDB(path) as db:
        table = db.table(GUESTS)
        table.insert_multiple([{"n": 1}, {"n": 2}])
        before = path.read_bytes()
        with monkeypatch.context() as patch:
            patch.setattr(os, "write", refusing(os.write, 20))
            with pytest.raises(LedgerUnwritable):
                table.update({"n": 3})
        assert path.read_bytes() == before
        assert table.all() == [{"n": 1}, {"n": 2}]
        table.update({"n": 4}, doc_ids=[2])
    with LedgerDB(path) as db:
        assert db.table(GUESTS).all() == [{"n": 1}, {"n": 4}]


def test_when_not_even_a_half_line_can_be_cut_off_nobody_writes_behind_it(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(path)
    with LedgerDB(path) as db:
        with monkeypatch.context() as patch:
            patch.setattr(os, "write", refusing(os.write, 20))
            patch.setattr(os, "ftruncate", full)
            with pytest.raises(LedgerUnwritable):
                db.table(ENTRIES).insert({"n": 99})
            with pytest.raises(LedgerUnwritable) as refusal:
                db.table(ENTRIES).insert({"n": 98})
            assert os.strerror(errno.ENOSPC) in refusal.value.sentence
        assert documents(db) == list(range(LINES))
        db.table(ENTRIES).insert({"n": LINES})
    with LedgerDB(path) as db:
        assert documents(db) == list(range(LINES + 1))


def test_a_check_in_on_a_full_disk_did_not_happen(
    session: Session, event_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (event_folder / LEDGER_NAME).read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(LedgerUnwritable):
            door.admit(session, 1, "number")
    assert not session.state.present
    assert (event_folder / LEDGER_NAME).read_bytes() == before
    assert door.admit(session, 1, "number").status == "admitted"
    with open_for_reading(event_folder) as reader:
        assert list(reader.state.present) == [1]


def test_a_check_in_is_synced_before_it_is_answered(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []
    real = os.fsync

    def fsync(file: int) -> None:
        seen.append((file, 1 in session.state.present))
        real(file)

    monkeypatch.setattr(os, "fsync", fsync)
    door.admit(session, 1, "number")
    assert [present for _file, present in seen] == [False], "one sync, and the state changes only after it"


@pytest.fixture
def locked_folder(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o500)
    yield folder
    folder.chmod(0o700)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="this user may write everywhere")
def test_a_folder_that_cannot_be_written_is_said(locked_folder: Path) -> None:
    with pytest.raises(LedgerUnwritable):
        LedgerDB(locked_folder / LEDGER_NAME)
