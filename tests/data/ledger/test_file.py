"""The ledger's file under a power cut, a bad disk, a full disk, and a second program."""

import errno
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from data import language
from data.clock import SetClock
from data.commands.door import door
from data.errors import EventBusy, EventMissing, LedgerDamaged, LedgerUnwritable
from data.ledger.reading import Reading, read_bytes
from data.ledger.storage import LedgerStorage
from data.ledger.table import ENTRIES, GUESTS, LedgerDB
from data.session.folders.event_folder import LEDGER_NAME
from data.session.opening import open_for_reading
from data.session.session import Session

LINES = 6


def documents(db: LedgerDB) -> list[int]:
    return [document["n"] for document in db.table(ENTRIES)]


def written(path: Path, count: int = LINES) -> bytes:
    """What a ledger of ``count`` lines holds; the last line brings documents of two tables."""
    with LedgerDB(path) as db:
        for n in range(count - 1):
            db.table(ENTRIES).insert({"n": n, "name": "Hòa"})
        db.append({ENTRIES: [{"n": count - 1}], GUESTS: [{"name": "Đỗ Thị Ánh"}]})
    return path.read_bytes()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / LEDGER_NAME


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


def test_a_file_cut_anywhere_in_its_last_line_keeps_all_before_it_and_goes_on(path: Path) -> None:
    whole = written(path)
    start = whole[:-1].rfind(b"\n") + 1
    for cut in range(start, len(whole) + 1):
        path.write_bytes(whole[:cut])
        with LedgerDB(path) as db:
            kept = documents(db)
            last_is_whole = cut >= len(whole) - 1
            assert kept == list(range(LINES if last_is_whole else LINES - 1))
            assert len(db.table(GUESTS)) == last_is_whole, "a line is kept whole or not at all"
            assert db.ledger_storage.torn == (0 if last_is_whole else cut - start)
            db.table(ENTRIES).insert({"n": 99})
        with LedgerDB(path) as db:
            assert documents(db) == [*kept, 99]
            assert db.ledger_storage.torn == 0


@pytest.mark.parametrize("ended", [b"", b"\n"])
def test_zeros_where_the_last_line_should_be_are_a_torn_line(path: Path, ended: bytes) -> None:
    whole = written(path)
    start = whole[:-1].rfind(b"\n") + 1
    for kept in (0, 1, 20, len(whole) - start - 2):
        zeros = b"\0" * (len(whole) - 1 - start - kept)
        path.write_bytes(whole[: start + kept] + zeros + ended)
        with LedgerDB(path) as db:
            assert documents(db) == list(range(LINES - 1))
            db.table(ENTRIES).insert({"n": 99})
        with LedgerDB(path) as db:
            assert documents(db) == [*range(LINES - 1), 99]


def test_a_reader_leaves_a_torn_line_alone(path: Path) -> None:
    whole = written(path)
    path.write_bytes(whole[:-5])
    with LedgerDB(path, access="read") as db:
        assert documents(db) == list(range(LINES - 1))
    assert path.read_bytes() == whole[:-5]


@pytest.mark.parametrize("flip", [0x01, 0x0A, 0x20, 0x80, 0xFF])
def test_a_changed_byte_before_the_last_line_is_never_passed_over(path: Path, flip: int) -> None:
    whole = written(path)
    last = whole[:-1].rfind(b"\n") + 1
    for place in range(last):
        changed = bytearray(whole)
        changed[place] ^= flip
        line = whole[:place].count(b"\n") + 1
        damaged = read_bytes(bytes(changed), Reading()).damaged
        assert damaged[:1] == [line], f"byte {place} of line {line}"


@pytest.mark.parametrize("flip", [0x0A, 0x20, 0xFF])
@pytest.mark.parametrize("access", ["append", "read"])
def test_a_changed_byte_is_reported_when_the_file_is_opened(path: Path, flip: int, access: Any) -> None:
    whole = written(path)
    for place in (0, 2, 5, 30, whole.find(b"\n"), whole.find(b"\n") + 3, whole[:-1].rfind(b"\n")):
        changed = bytearray(whole)
        changed[place] ^= flip
        path.write_bytes(changed)
        with pytest.raises(LedgerDamaged):
            LedgerDB(path, access=access)
        assert path.read_bytes() == bytes(changed), "a damaged file is left as it is"


def test_every_byte_of_a_changed_last_line_that_is_ended_is_noticed(path: Path) -> None:
    whole = written(path)
    for place in range(whole[:-1].rfind(b"\n") + 1, len(whole) - 1):
        changed = bytearray(whole)
        changed[place] ^= 0x01
        reading = read_bytes(bytes(changed), Reading())
        assert reading.damaged or reading.torn


def lost(lines: list[bytes], number: int) -> list[bytes]:
    return lines[: number - 1] + lines[number:]


def swapped(lines: list[bytes], number: int) -> list[bytes]:
    return [*lines[: number - 1], lines[number], lines[number - 1], *lines[number + 1 :]]


def doubled(lines: list[bytes], number: int) -> list[bytes]:
    return lines[:number] + lines[number - 1 :]


@pytest.mark.parametrize("number", range(1, LINES - 1))
@pytest.mark.parametrize(("change", "after"), [(lost, 0), (swapped, 0), (doubled, 1)])
def test_a_lost_swapped_or_doubled_line_is_named(
    path: Path, change: Callable[[list[bytes], int], list[bytes]], after: int, number: int
) -> None:
    lines = written(path).splitlines(keepends=True)
    path.write_bytes(b"".join(change(lines, number)))
    with pytest.raises(LedgerDamaged) as refusal:
        LedgerDB(path)
    named = [
        int(word)
        for word in refusal.value.sentence.replace(",", " ").replace(".", " ").split()
        if word.isdigit()
    ]
    assert named[:1] == [number + after]


@pytest.mark.parametrize("spoken", language.LANGUAGES)
def test_damage_is_told_in_a_sentence_with_file_and_line(path: Path, spoken: language.Language) -> None:
    lines = written(path).splitlines(keepends=True)
    path.write_bytes(b"".join([*lines[:2], b"?" + lines[2][1:], *lines[3:]]))
    language.choose(spoken)
    with pytest.raises(LedgerDamaged) as refusal:
        LedgerDB(path)
    sentence = refusal.value.sentence
    assert str(path) in sentence
    assert " 3." in sentence
    assert sentence.endswith(".")


def test_a_reader_follows_a_writer_and_sees_no_half_line(path: Path) -> None:
    whole = written(path)
    lines = whole.splitlines(keepends=True)
    path.write_bytes(lines[0])
    with LedgerDB(path, access="read") as reader, path.open("ab", buffering=0) as writer:
        for number, line in enumerate(lines[1:], start=1):
            for place in range(len(line) - 1):
                assert documents(reader) == list(range(number))
                writer.write(line[place : place + 1])
            assert documents(reader) == list(range(number + 1)), "whole but for its line feed"
            writer.write(line[-1:])
            assert documents(reader) == list(range(number + 1))
    assert path.read_bytes() == whole


def test_a_reader_says_when_what_it_follows_gets_damaged(path: Path) -> None:
    whole = written(path)
    lines = whole.splitlines(keepends=True)
    path.write_bytes(b"".join(lines[:3]))
    storage = LedgerStorage(path, "read")
    path.write_bytes(b"".join([*lines[:3], *lines[4:]]))
    with pytest.raises(LedgerDamaged):
        storage.read()


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


def test_a_second_writer_is_refused_and_told_who_writes(session: Session, event_folder: Path) -> None:
    with pytest.raises(EventBusy) as refusal:
        Session(event_folder)
    assert str(os.getpid()) in refusal.value.sentence
    assert door.admit(session, 1, "number").status == "admitted"


def test_the_next_writer_may_write_once_the_first_let_go(event_folder: Path, clock: SetClock) -> None:
    for number in (1, 2):
        with Session(event_folder, clock=clock) as session:
            door.admit(session, number, "number")
    assert list(open_for_reading(event_folder).state.present) == [1, 2]


def test_a_writer_that_finds_damage_lets_go_of_the_event(event_folder: Path) -> None:
    path = event_folder / LEDGER_NAME
    whole = path.read_bytes()
    path.write_bytes(b"?" + whole[1:])
    with pytest.raises(LedgerDamaged):
        Session(event_folder)
    path.write_bytes(whole)
    Session(event_folder).close()


def test_a_reader_of_the_event_follows_the_door(session: Session, event_folder: Path) -> None:
    reader = open_for_reading(event_folder)
    assert not reader.refresh()
    door.admit(session, 2, "number")
    assert reader.refresh()
    assert reader.state.present == session.state.present
    door.replace_card(session, 3)
    assert reader.refresh()
    assert reader.state.guests == session.state.guests
    assert not reader.refresh()


def test_an_event_that_was_never_finished_making_is_said(tmp_path: Path, event_folder: Path) -> None:
    first_line = (event_folder / LEDGER_NAME).read_bytes().split(b"\n")[0]
    half = tmp_path / "half"
    half.mkdir()
    (half / LEDGER_NAME).write_bytes(first_line[:-10])
    for access in ("append", "read"):
        with pytest.raises(EventMissing):
            Session(half, access)


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
