"""A second program at the same ledger: one writes, others follow and see no half line."""

import os
from pathlib import Path

import pytest

from data.clock import SetClock
from data.commands.door import door
from data.errors import EventBusy, EventMissing, LedgerDamaged
from data.ledger.storage import LedgerStorage
from data.ledger.table import LedgerDB
from data.session.folders.event_folder import LEDGER_NAME
from data.session.opening import open_for_reading
from data.session.session import Session
from tests.data.ledger.file.lines import documents, written


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
