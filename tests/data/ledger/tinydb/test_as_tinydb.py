"""What TinyDB promises holds on the ledger's file, checked against TinyDB's own memory storage."""

import json
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

from data.ledger.table import GUESTS, LedgerDB

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
