"""Entries are never changed; other documents look the same to everybody, before and after reopening."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tinydb import where
from tinydb.operations import increment
from tinydb.table import Document

from data.errors import LedgerUnwritable
from data.ledger.table import ENTRIES, GUESTS, LedgerDB, LedgerTable


@pytest.mark.parametrize(
    "change",
    [
        lambda table: table.update({"n": 2}),
        lambda table: table.update({"n": 2}, where("n") == 1),
        lambda table: table.update(increment("n"), doc_ids=[1]),
        lambda table: table.update_multiple([({"n": 2}, where("n") == 1)]),
        lambda table: table.upsert({"n": 2}, where("n") == 1),
        lambda table: table.upsert(Document({"n": 2}, 1)),
        lambda table: table.remove(where("n") == 1),
        lambda table: table.remove(doc_ids=[1]),
        lambda table: table.truncate(),
    ],
)
def test_an_entry_is_never_changed_or_removed(path: Path, change: Any) -> None:
    with LedgerDB(path) as db:
        db.table(ENTRIES).insert({"n": 1})
        before = path.read_bytes()
        with pytest.raises(LedgerUnwritable):
            change(db.table(ENTRIES))
        assert db.table(ENTRIES).all() == [{"n": 1}]
        assert path.read_bytes() == before


def test_the_table_of_entries_is_never_dropped(path: Path) -> None:
    with LedgerDB(path) as db:
        db.table(ENTRIES).insert({"n": 1})
        with pytest.raises(LedgerUnwritable):
            db.drop_table(ENTRIES)
        with pytest.raises(LedgerUnwritable):
            db.drop_tables()
        assert len(db.table(ENTRIES)) == 1


def test_an_entry_changed_by_hand_in_memory_never_reaches_the_disk(path: Path) -> None:
    with LedgerDB(path) as db:
        db.table(ENTRIES).insert({"what": {"guest": 1}})
        db.table(GUESTS).insert({"n": 1})
        db.table(ENTRIES).all()[0]["what"]["guest"] = 2
        db.table(GUESTS).update({"n": 2})
    with LedgerDB(path) as db:
        assert db.table(ENTRIES).all() == [{"what": {"guest": 1}}]
        assert db.table(GUESTS).all() == [{"n": 2}]


def test_an_update_that_fails_half_way_changes_nothing(path: Path) -> None:
    with LedgerDB(path) as db:
        db.table(GUESTS).insert_multiple([{"n": 1}, {"m": 1}])
        with pytest.raises(KeyError):
            db.table(GUESTS).update(increment("n"))
        assert db.table(GUESTS).all() == [{"n": 1}, {"m": 1}]
        db.table(GUESTS).update({"x": 1}, doc_ids=[2])
    with LedgerDB(path) as db:
        assert db.table(GUESTS).all() == [{"n": 1}, {"m": 1, "x": 1}]


@pytest.mark.parametrize(("old", "new"), [(1, True), (0, False), (1, 1.0), (True, 1)])
def test_a_change_that_python_calls_equal_is_still_written(path: Path, old: object, new: object) -> None:
    with LedgerDB(path) as db:
        db.table(GUESTS).insert({"n": old})
        db.table(GUESTS).update({"n": new})
        assert repr(db.table(GUESTS).all()) == repr([{"n": new}])
    with LedgerDB(path) as db:
        assert repr(db.table(GUESTS).all()) == repr([{"n": new}])


def test_a_document_looks_the_same_before_and_after_reopening(path: Path) -> None:
    shared: dict[str, tuple[int, ...]] = {"list": (1, 2)}
    with LedgerDB(path) as db:
        db.table(GUESTS).insert(shared)
        shared["list"] = (3,)
        before = repr(db.table(GUESTS).all())
    with LedgerDB(path) as db:
        assert repr(db.table(GUESTS).all()) == before == repr([{"list": [1, 2]}])


def test_own_and_free_ids_share_one_line_without_clashing(path: Path) -> None:
    with LedgerDB(path) as db:
        db.table(GUESTS).insert_multiple([{}, {}])
    with LedgerDB(path) as db:
        assert db.table(GUESTS).insert_multiple([Document({"own": 1}, 3), {}, {}]) == [3, 4, 5]
        assert db.table(GUESTS).insert({}) == 6


def test_documents_of_several_tables_share_one_line(path: Path) -> None:
    with LedgerDB(path) as db:
        ids = db.append({ENTRIES: [{"e": 1}], GUESTS: [{"g": 1}, {"g": 2}]})
        assert ids == {ENTRIES: [1], GUESTS: [1, 2]}
        assert db.ledger_storage.lines == 1
        assert path.read_bytes().count(b"\n") == 1
        assert db.table(GUESTS).search(where("g") == 2) == [{"g": 2}]


def test_a_search_asked_again_sees_what_was_appended_since(path: Path) -> None:
    with LedgerDB(path) as db:
        query = where("n") == 1
        for count in range(1, 4):
            db.append({GUESTS: [{"n": 1}]})
            assert db.table(GUESTS).count(query) == count


def test_a_reader_asking_again_sees_what_another_wrote(path: Path) -> None:
    with LedgerDB(path) as db:
        db.table(GUESTS).insert({"n": 1})
        with LedgerDB(path, access="read") as reader:
            query = where("n") == 1
            assert reader.table(GUESTS).count(query) == 1
            db.table(GUESTS).insert({"n": 1})
            assert reader.table(GUESTS).count(query) == 2


def test_a_reader_never_writes(path: Path) -> None:
    with LedgerDB(path) as db:
        db.table(GUESTS).insert({"n": 1})
    before = path.read_bytes()
    with LedgerDB(path, access="read") as reader:
        table = reader.table(GUESTS)
        changes: list[Callable[[], Any]] = [
            lambda: table.insert({}),
            lambda: table.update({"n": 2}),
            lambda: table.truncate(),
        ]
        for change in changes:
            with pytest.raises(LedgerUnwritable):
                change()
        assert reader.table(GUESTS).all() == [{"n": 1}]
    assert path.read_bytes() == before


def test_a_reader_of_a_missing_file_makes_none(path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        LedgerDB(path, access="read")
    assert not path.exists()


def test_no_table_is_an_empty_file_or_an_emptied_one(path: Path) -> None:
    with LedgerDB(path) as db:
        assert db.tables() == set()
        db.insert({"n": 1})
        assert db.tables() == {"_default"}
        assert isinstance(db.table("_default"), LedgerTable)
        db.drop_table("_default")
        assert list(db) == []
    assert path.stat().st_size > 0
