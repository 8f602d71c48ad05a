"""TinyDB's Table and database over the ledger's Storage.

TinyDB's own tests (those of 4.8.2, 144 of them) were run against both ways to use it, with JSONStorage in
them replaced. A plain TinyDB over LedgerStorage passes 138, and LedgerDB 130. What fails, and why:

- JSONStorage's options for its file (create_dirs, access_mode, encoding, what json.dumps takes): a ledger is
  UTF-8, one JSON array a line, and its folder is there already; any other option is a TypeError (4 tests of
  both, 2 more of LedgerDB).
- The words in which a table and a database print themselves name TinyDB's own classes (1, and 1 more).
- LedgerDB over another storage (MemoryStorage, CachingMiddleware): its tables append through LedgerStorage
  and through nothing else (5).

Unlike TinyDB's, the table of entries refuses to change or lose a document, under whatever class it is
opened, with LedgerUnwritable, which is an OSError.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import nullcontext
from copy import deepcopy
from typing import Any, NoReturn, cast

from tinydb import TinyDB
from tinydb.queries import QueryLike
from tinydb.table import Document, Table

from data.errors import LedgerUnwritable
from data.language import _
from data.ledger.appending import Meanwhile
from data.ledger.lines.line import ENTRIES as ENTRIES
from data.ledger.lines.line import EVENT as EVENT
from data.ledger.lines.line import GUESTS as GUESTS
from data.ledger.lines.line import Changes, Encoded, as_json
from data.ledger.storage import LedgerStorage


class LedgerTable(Table):
    """A TinyDB table whose inserts append one line; everything else is TinyDB's own."""

    _cached_lines = 0

    def insert(self, document: Mapping[str, Any]) -> int:
        """Add one document and sync it; returns its id. Raises as TinyDB's insert does."""
        doc_id = self.insert_multiple([document])[0]
        if isinstance(document, Document):
            # TinyDB then counts on from the highest id that stands.
            self._next_id = None
        return doc_id

    def insert_multiple(self, documents: Iterable[Mapping[str, Any]]) -> list[int]:
        """Add all documents in one line (all or none) and sync it; returns their ids."""
        rows = self.new_rows(documents)
        if rows:
            self.ledger_storage.append(as_json({self.name: {str(id): row for id, row in rows.items()}}))
            self.clear_cache()
        return list(rows)

    def new_rows(self, documents: Iterable[Mapping[str, Any]]) -> dict[int, dict[str, Any]]:
        """``documents`` under the ids they will have, not yet written."""
        highest = self.ledger_storage.highest_id(self.name)
        rows: dict[int, dict[str, Any]] = {}
        for document in documents:
            if not isinstance(document, (dict, Mapping)):  # to ask for a Mapping takes ten times as long
                raise ValueError("Document is not a Mapping")
            doc_id = document.doc_id if isinstance(document, Document) else self._free_id(rows)
            if doc_id in rows or (doc_id <= highest and self._stands(doc_id)):
                raise ValueError(f"Document with ID {doc_id} already exists")
            rows[doc_id] = dict(document)
            if self._next_id is not None:
                self._next_id = max(self._next_id, doc_id + 1)
        return rows

    def search(self, cond: QueryLike) -> list[Document]:
        """All documents that match, as in TinyDB; never those of before another process's last line."""
        if not self.ledger_storage.writes:
            self.ledger_storage.refresh()
        lines = self.ledger_storage.lines
        if lines != self._cached_lines:
            self.clear_cache()
            self._cached_lines = lines
        return [_own(document) for document in super().search(cond)]

    def get(self, *args: Any, **kwargs: Any) -> Any:
        """One document or several by id, or one by a query, as in TinyDB."""
        found = super().get(*args, **kwargs)
        if isinstance(found, list):
            return [_own(document) for document in found]
        return None if found is None else _own(found)

    def __iter__(self) -> Iterator[Document]:
        return map(_own, super().__iter__())

    def _read_table(self) -> dict[str, Mapping[str, Any]]:
        # Not through ``read``, which copies all tables: whoever gets a document from here gets a copy of it.
        return cast(dict[str, Mapping[str, Any]], self.ledger_storage.tables.get(self.name, {}))

    def _update_table(self, updater: Callable[[dict[int, Mapping[str, Any]]], None]) -> None:
        """TinyDB changes documents in place: begin with what is on disk, and end so when it fails."""
        self.ledger_storage.reread()
        try:
            super()._update_table(updater)
        except BaseException:
            self.ledger_storage.reread()
            raise

    def _stands(self, doc_id: int) -> bool:
        return str(doc_id) in self.ledger_storage.tables.get(self.name, {})

    def _get_next_id(self) -> int:
        if self._next_id is None:
            self._next_id = self.ledger_storage.highest_id(self.name) + 1  # type: ignore[assignment]
        return cast(int, super()._get_next_id())  # type: ignore[no-untyped-call]

    def _free_id(self, taken: Mapping[int, object]) -> int:
        """The next id; one that ``taken`` (rows of the same line) does not have."""
        doc_id = self._get_next_id()
        if doc_id in taken:
            doc_id = max(taken) + 1
            self._next_id = doc_id + 1  # type: ignore[assignment]
        return doc_id

    @property
    def ledger_storage(self) -> LedgerStorage:
        """The storage, which this table knows how to append to."""
        return cast(LedgerStorage, self._storage)


def _own(document: Document) -> Document:
    """The document with no part that it shares with the storage: what is changed in it stays in it."""
    return Document(deepcopy(dict(document)), document.doc_id)


class EntryTable(LedgerTable):
    """The table of entries: an entry is never changed or deleted."""

    def _update_table(self, updater: object) -> NoReturn:
        raise LedgerUnwritable(_("A ledger entry is never changed or deleted; undo it instead."))


class LedgerDB(TinyDB):
    """A TinyDB over one ledger file. The table ``ledger`` only grows; the others are TinyDB's."""

    default_storage_class = LedgerStorage  # type: ignore[assignment]
    table_class = LedgerTable

    def table(self, name: str, **kwargs: Any) -> LedgerTable:
        """The table of this name, made on first use as in TinyDB."""
        if name == ENTRIES and name not in self._tables:
            self._tables[name] = EntryTable(self.storage, name, **kwargs)
        return cast(LedgerTable, super().table(name, **kwargs))

    def append(
        self, rows: Mapping[str, Iterable[Mapping[str, Any]]], meanwhile: Meanwhile = nullcontext
    ) -> dict[str, list[int]]:
        """Insert documents into several tables as one line: all are on disk, or none is.

        They hold what JSON can hold and nothing else: this is the fast way in, for what msgspec made.
        ``meanwhile`` is entered while the disk is waited for. Returns the ids by table.
        """
        return self.append_all((rows,), meanwhile)[0]

    def append_all(
        self, lines: Iterable[Mapping[str, Iterable[Mapping[str, Any]]]], meanwhile: Meanwhile = nullcontext
    ) -> list[dict[str, list[int]]]:
        """The same for several lines, synced together; a power cut leaves the first so many of them."""
        numbered = self._numbered(lines)
        self.put(self._encoded(numbered), meanwhile)
        return [{name: list(table) for name, table in tables.items()} for tables in numbered]

    def encoded(self, lines: Iterable[Mapping[str, Iterable[Mapping[str, Any]]]]) -> Encoded:
        """What ``put`` takes, for documents as ``append_all`` takes them: the long part of their way to disk.

        Nothing may be inserted between the two.
        """
        return self._encoded(self._numbered(lines))

    def put(self, encoded: Encoded, meanwhile: Meanwhile = nullcontext) -> None:
        """Insert what was ``encoded``; ``meanwhile`` is entered while the disk is waited for."""
        self.ledger_storage.put(encoded, meanwhile)
        for name in {name for tables in encoded.kept for name in tables}:
            self.table(name).clear_cache()

    def _numbered(
        self, lines: Iterable[Mapping[str, Iterable[Mapping[str, Any]]]]
    ) -> list[dict[str, dict[int, dict[str, Any]]]]:
        return [
            {name: self.table(name).new_rows(documents) for name, documents in rows.items()} for rows in lines
        ]

    def _encoded(self, numbered: Iterable[Mapping[str, Mapping[int, dict[str, Any]]]]) -> Encoded:
        return self.ledger_storage.encoded(map(_changes, numbered))

    @property
    def ledger_storage(self) -> LedgerStorage:
        """The storage under its own type."""
        return cast(LedgerStorage, self.storage)

    def drop_table(self, name: str) -> None:
        """Drop a table other than the ledger, as in TinyDB."""
        if name == ENTRIES:
            raise LedgerUnwritable(_("A ledger entry is never changed or deleted; undo it instead."))
        super().drop_table(name)


def _changes(tables: Mapping[str, Mapping[int, dict[str, Any]]]) -> Changes:
    return {name: {str(id): row for id, row in table.items()} for name, table in tables.items() if table}
