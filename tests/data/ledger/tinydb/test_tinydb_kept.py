"""What TinyDB promises of a storage and its tables holds here too, or is refused loudly."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from uuid import UUID

import pytest
from tinydb import TinyDB, where

from data.errors import LedgerUnwritable
from data.ledger.lines.line import ENTRIES
from data.ledger.storage import LedgerStorage
from data.ledger.table import LedgerDB

Opened = Callable[[Path], TinyDB]


def plain(path: Path) -> TinyDB:
    return TinyDB(path, storage=LedgerStorage)


both = pytest.mark.parametrize("opened", [plain, LedgerDB])


@both
@pytest.mark.parametrize("empty", ["truncated", "removed", "persisted"])
def test_an_empty_table_persists(path: Path, opened: Opened, empty: str) -> None:
    with opened(path) as db:
        table = db.table("guests", persist_empty=empty == "persisted")
        if empty != "persisted":
            table.insert({"n": 1})
        if empty == "truncated":
            table.truncate()
        if empty == "removed":
            table.remove(where("n") == 1)
    with opened(path) as db:
        assert db.tables() == {"guests"}
        db.drop_table("guests")
        assert db.tables() == set()
    with opened(path) as db:
        assert db.tables() == set()


@both
def test_a_missing_folder_is_an_oserror(tmp_path: Path, opened: Opened) -> None:
    with pytest.raises(OSError) as refusal:
        opened(tmp_path / "none" / "ledger.jsonl")
    assert refusal.value.errno == 2


@both
def test_what_is_changed_in_a_document_in_hand_is_written_by_nobody_else(path: Path, opened: Opened) -> None:
    with opened(path) as db:
        table = db.table("guests")
        table.insert({"n": 1, "list": [1], "inner": {"a": 1}})
        for document in (*table.all(), *table.search(where("n") == 1), table.get(doc_id=1)):
            assert document is not None and not isinstance(document, list)
            document["n"] = 7
            document["list"].append(2)
            document["inner"]["a"] = 2
        table.insert({"n": 2})
        db.table("others").insert({"n": 3})
        table.update({"m": 1}, doc_ids=[2])
        kept = {"n": 1, "list": [1], "inner": {"a": 1}}
        assert table.get(doc_id=1) == kept
    with opened(path) as db:
        assert db.table("guests").get(doc_id=1) == kept


STRANGE = [
    float("nan"),
    float("inf"),
    float("-inf"),
    datetime(2022, 6, 15, tzinfo=UTC),
    date(2022, 6, 15),
    {1, 2},
    frozenset({1}),
    b"bytes",
    Decimal("1.5"),
    UUID(int=1),
    object(),
    {("a", "b"): 1},
]


@both
@pytest.mark.parametrize("value", STRANGE, ids=lambda value: type(value).__name__)
@pytest.mark.parametrize("nested", [False, True])
def test_what_json_cannot_hold_is_refused_loudly(
    path: Path, opened: Opened, value: object, nested: bool
) -> None:
    with opened(path) as db:
        table = db.table("guests")
        table.insert({"n": 1})
        before = path.read_bytes()
        with pytest.raises((TypeError, ValueError)):
            table.insert({"n": 2, "v": [{"in": value}] if nested else value})
        with pytest.raises((TypeError, ValueError)):
            table.update({"v": value}, doc_ids=[1])
        assert path.read_bytes() == before
        assert table.all() == [{"n": 1}]
        table.insert({"n": 3})
    with opened(path) as db:
        assert [document["n"] for document in db.table("guests")] == [1, 3]


@both
def test_json_s_own_conversions_are_tinydb_s(path: Path, opened: Opened) -> None:
    with opened(path) as db:
        db.table("guests").insert({"t": (1, 2), "k": {1: "a"}, "big": 2**80, "é": "\u1ea1\U0001f389"})
    with opened(path) as db:
        assert db.table("guests").all() == [
            {"t": [1, 2], "k": {"1": "a"}, "big": 2**80, "é": "\u1ea1\U0001f389"}
        ]


@both
@pytest.mark.parametrize("taking", ["truncate", "remove", "update", "drop", "drop all", "write"])
def test_no_way_through_tinydb_takes_an_entry_away(path: Path, opened: Opened, taking: str) -> None:
    with opened(path) as db:
        entries, guests = db.table(ENTRIES), db.table("guests")
        entries.insert({"n": 1})
        guests.insert({"n": 1})
        before = path.read_bytes()
        with pytest.raises(LedgerUnwritable):
            match taking:
                case "truncate":
                    entries.truncate()
                case "remove":
                    entries.remove(doc_ids=[1])
                case "update":
                    entries.update({"n": 2})
                case "drop":
                    db.drop_table(ENTRIES)
                case "drop all":
                    db.drop_tables()
                case _:
                    db.storage.write({})
        assert path.read_bytes() == before
        db.table(ENTRIES).insert({"n": 2})
        assert [entry["n"] for entry in db.table(ENTRIES)] == [1, 2]


@both
def test_a_database_without_entries_drops_its_tables_as_tinydb_does(path: Path, opened: Opened) -> None:
    with opened(path) as db:
        db.table("a").insert({"n": 1})
        db.table("b").insert({"n": 1})
        db.drop_tables()
        assert db.tables() == set()
        db.insert({"n": 2})
    with opened(path) as db:
        assert db.all() == [{"n": 2}]
