"""What TinyDB promises holds on the ledger's file, checked against TinyDB's own memory storage."""

import json
from collections.abc import Callable
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from tinydb import Query, TinyDB, where
from tinydb.operations import delete, increment
from tinydb.operations import set as set_to
from tinydb.storages import MemoryStorage
from tinydb.table import Document

from data.errors import LedgerUnwritable
from data.ledger.table import ENTRIES, GUESTS, LedgerDB, LedgerTable

TABLES = st.sampled_from([GUESTS, "notes"])
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-3, 3)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=6),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.text("xyz", max_size=2), inner, max_size=2)
    ),
    max_leaves=3,
)
DOCUMENTS = st.dictionaries(st.sampled_from("abc"), VALUES, max_size=3)
SMALL = st.integers(-3, 3)


def is_int(value: Any) -> bool:
    return isinstance(value, int)


def exact(documents: Any) -> str:
    """Documents as text, where 1, 1.0 and True are not the same."""
    return json.dumps([(document.doc_id, document) for document in documents])


class SameAsTinyDB(RuleBasedStateMachine):
    @initialize()
    def begin(self) -> None:
        self.folder = Path(mkdtemp())
        self.path = self.folder / "ledger.jsonl"
        self.memory = MemoryStorage()  # type: ignore[no-untyped-call]
        self.written = b""
        self.highest = 0
        self.ours: TinyDB = LedgerDB(self.path)
        self.theirs = TinyDB(storage=lambda: self.memory)

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            self.ours.close()
            rmtree(self.folder)

    def both(self, name: str, do: Any) -> None:
        ours, theirs = do(self.ours.table(name)), do(self.theirs.table(name))
        assert ours == theirs

    @rule(name=TABLES, document=DOCUMENTS)
    def insert(self, name: str, document: dict[str, Any]) -> None:
        self.both(name, lambda table: table.insert(document))

    @rule(name=TABLES, documents=st.lists(DOCUMENTS, max_size=4))
    def insert_multiple(self, name: str, documents: list[dict[str, Any]]) -> None:
        self.both(name, lambda table: table.insert_multiple(documents))

    @rule(name=TABLES, document=DOCUMENTS, gap=st.integers(1, 3))
    def insert_under_own_id(self, name: str, document: dict[str, Any], gap: int) -> None:
        doc_id = (
            max((d.doc_id for t in (GUESTS, "notes") for d in self.theirs.table(t)), default=0) + 50 + gap
        )
        self.both(name, lambda table: table.insert(Document(document, doc_id)))

    @precondition(lambda self: bool(len(self.theirs.table(GUESTS))))
    @rule(document=DOCUMENTS)
    def insert_under_a_taken_id(self, document: dict[str, Any]) -> None:
        taken = self.theirs.table(GUESTS).all()[0].doc_id
        for db in (self.ours, self.theirs):
            with pytest.raises(ValueError, match="already exists"):
                db.table(GUESTS).insert(Document(document, taken))
        self.reopen()

    @rule(name=TABLES, fields=DOCUMENTS, low=SMALL)
    def update(self, name: str, fields: dict[str, Any], low: int) -> None:
        query = Query().a.test(is_int) & (Query().a >= low)
        self.both(name, lambda table: table.update(fields, query))

    @rule(name=TABLES, value=VALUES)
    def update_with_operations(self, name: str, value: Any) -> None:
        self.both(name, lambda table: table.update(increment("a"), where("a").test(is_int)))
        self.both(name, lambda table: table.update(set_to("b", value), where("a").exists()))
        self.both(name, lambda table: table.update(delete("c"), where("c").exists()))

    @rule(name=TABLES, fields=DOCUMENTS)
    def update_multiple(self, name: str, fields: dict[str, Any]) -> None:
        changes = [(fields, where("a").exists()), (set_to("c", 1), where("b").exists())]
        self.both(name, lambda table: table.update_multiple(changes))

    @rule(name=TABLES, fields=DOCUMENTS, value=SMALL)
    def upsert(self, name: str, fields: dict[str, Any], value: int) -> None:
        self.both(name, lambda table: table.upsert(fields, where("a") == value))

    @rule(name=TABLES, low=SMALL)
    def remove(self, name: str, low: int) -> None:
        query = where("a").test(is_int) & (where("a") >= low)
        self.both(name, lambda table: table.remove(query))

    @rule(name=TABLES)
    def remove_the_last_by_id(self, name: str) -> None:
        ids = [document.doc_id for document in self.theirs.table(name)][-1:]
        self.both(name, lambda table: table.remove(doc_ids=ids))

    @rule(name=TABLES)
    def truncate(self, name: str) -> None:
        self.both(name, lambda table: table.truncate())

    @rule(name=TABLES)
    def drop_table(self, name: str) -> None:
        self.ours.drop_table(name)
        self.theirs.drop_table(name)

    @rule()
    def reopen(self) -> None:
        self.ours.close()
        self.ours = LedgerDB(self.path)
        self.theirs = TinyDB(storage=lambda: self.memory)

    @invariant()
    def says_the_same(self) -> None:
        if not hasattr(self, "ours"):
            return
        for name in (GUESTS, "notes"):
            ours, theirs = self.ours.table(name), self.theirs.table(name)
            assert exact(ours) == exact(theirs.all())
            assert len(ours) == len(theirs)
            for query in (where("a") == 1, where("b").exists(), where("c") == "x"):
                assert exact(ours.search(query)) == exact(theirs.search(query))
                assert ours.count(query) == theirs.count(query)
                assert ours.contains(query) == theirs.contains(query)
                assert ours.get(query) == theirs.get(query)
            for document in theirs:
                assert ours.get(doc_id=document.doc_id) == document
                assert ours.contains(doc_id=document.doc_id)

    @invariant()
    def only_grows(self) -> None:
        if hasattr(self, "ours"):
            now = self.path.read_bytes()
            assert now.startswith(self.written)
            self.written = now


SameAsTinyDB.TestCase.settings = settings(
    stateful_step_count=20,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
TestSameAsTinyDB = SameAsTinyDB.TestCase


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.jsonl"


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
