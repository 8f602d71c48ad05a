"""TinyDB's Storage for a ledger: a check-in appends and syncs one line, whatever the file's size.

TinyDB's own JSONStorage rewrites the whole file in place without fsync, so a power cut can lose
everything. Here nothing on disk is ever rewritten: a change is one more line, and reading folds the
lines into TinyDB's tables.
"""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from tinydb.storages import Storage

from data.errors import LedgerDamaged, LedgerUnwritable
from data.language import _
from data.ledger.line import Changes, as_kept, encode, encode_document
from data.ledger.reading import Reading, Tables, apply, read_file, read_tail


class LedgerStorage(Storage):
    """The tables of one ledger file.

    ``access`` "append" creates the file when it is missing, cuts off a torn last line and writes;
    "read" never touches the file and sees what another process appends at each ``read()``.
    Raises LedgerDamaged when a line before the last is not as it was written, LedgerUnwritable when
    the disk refuses, FileNotFoundError when a file to read is missing.
    """

    def __init__(self, path: str | Path, access: Literal["append", "read"] = "append") -> None:
        self.path = Path(path)
        self._reading = Reading()
        self._tables: Tables = {}
        self._refusal = ""
        self._file_number = 0
        self._file = self._open_to_append() if access == "append" else None
        try:
            self._load()
            if self._file is not None:
                self._mend_end()
        except BaseException:
            self.close()
            raise

    @property
    def torn(self) -> int:
        """How many bytes of a torn last line were found, and not read, when the file was opened."""
        return self._reading.torn

    @property
    def lines(self) -> int:
        """How many sound lines have been read and written."""
        return self._reading.lines

    def read(self) -> Tables | None:
        """TinyDB's tables as they stand now, or None for an empty file. Not a copy."""
        if self._file is None:
            self.refresh()
        return self._tables or None

    def refresh(self) -> list[Changes]:
        """Read what was appended to the file since the last look; the new lines' changes."""
        found = self.path.stat()
        if found.st_size < self._reading.size or found.st_ino != self._file_number:
            self._begin_again(found.st_ino)
        elif found.st_size == self._reading.size:
            return []
        fresh = read_tail(self.path, self._reading)
        if fresh.damaged and self._reading.size:
            # Another file may have come in the place of the one that was read, and got its number.
            self._begin_again(found.st_ino)
            fresh = read_tail(self.path, self._reading)
        self._refuse_damage(fresh)
        for changes in fresh.changes:
            apply(self._tables, changes)
        self._reading = fresh
        return fresh.changes

    def _begin_again(self, file_number: int) -> None:
        self._tables, self._reading, self._file_number = {}, Reading(), file_number

    def append(self, changes: Changes) -> None:
        """Write ``changes`` as one line and sync it. When this returns, it is on disk.

        Raises LedgerUnwritable when the disk refuses: then the file is as it was before.
        """
        if self._file is None:
            raise LedgerUnwritable(
                self._refusal or _("The ledger {path} was opened only to be read.").format(path=self.path)
            )
        line, link = encode(changes, self._reading.link)
        self._write_through(line)
        self._reading.size += len(line)
        self._reading.lines += 1
        self._reading.link = link
        apply(self._tables, as_kept(line))

    def write(self, data: Mapping[str, Mapping[Any, Mapping[str, Any]]]) -> None:
        """Make ``data`` the tables, as TinyDB's updates and removals ask.

        Costs a reading of the whole file: TinyDB changes documents in place, so only the disk still
        knows what they were. What differs is appended as one line.
        """
        before = self._on_disk()
        after = {name: {str(id): dict(doc) for id, doc in table.items()} for name, table in data.items()}
        difference: Changes = {}
        for name in before.keys() | after.keys():
            old, new = before.get(name, {}), after.get(name, {})
            rows: dict[str, Any] = dict.fromkeys(old.keys() - new.keys())
            rows |= {id: doc for id, doc in new.items() if id not in old or _differ(old[id], doc)}
            if rows:
                difference[name] = rows
        self._tables = before
        if difference:
            self.append(difference)

    def reread(self) -> None:
        """Forget whatever was changed in memory alone: the tables are again what the disk says."""
        self._tables = self._on_disk()

    def close(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def _open_to_append(self) -> int:
        fresh = not self.path.exists()
        flags = os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0)
        try:
            file = os.open(self.path, flags, 0o600)
            if fresh:
                sync_folder(self.path.parent)
            return file
        except OSError as error:
            raise LedgerUnwritable(_unwritable(self.path, error)) from error

    def _on_disk(self) -> Tables:
        tables: Tables = {}
        for changes in read_file(self.path).changes:
            apply(tables, changes)
        return tables

    def _load(self) -> None:
        self._file_number = self.path.stat().st_ino
        self._reading = read_file(self.path)
        self._refuse_damage(self._reading)
        for changes in self._reading.changes:
            apply(self._tables, changes)
        self._reading.changes = []

    def _refuse_damage(self, reading: Reading) -> None:
        if reading.damaged:
            lines = ", ".join(str(number) for number in reading.damaged[:5])
            raise LedgerDamaged(
                _(
                    "The ledger {path} is damaged at line {lines}. Copy the event folder to a safe place, "
                    "then put back the latest good copy of the ledger."
                ).format(path=self.path, lines=lines)
            )

    def _mend_end(self) -> None:
        assert self._file is not None
        try:
            if self._reading.torn:
                os.ftruncate(self._file, self._reading.size)
                os.fsync(self._file)
            if self._reading.unended:
                self._write_through(b"\n")
                self._reading.size += 1
                self._reading.unended = False
        except OSError as error:
            raise LedgerUnwritable(_unwritable(self.path, error)) from error

    def _write_through(self, line: bytes) -> None:
        assert self._file is not None
        try:
            written = 0
            while written < len(line):
                written += os.write(self._file, line[written:])
            os.fsync(self._file)
        except OSError as error:
            refusal = _unwritable(self.path, error)
            self._take_back(refusal)
            raise LedgerUnwritable(refusal) from error

    def _take_back(self, refusal: str) -> None:
        """Cut a half-written line off again, so that the next one does not grow onto it."""
        assert self._file is not None
        try:
            os.ftruncate(self._file, self._reading.size)
        except OSError:
            # The disk takes nothing any more: what is left is a torn last line, and nobody may add to it.
            self._refusal = refusal
            self.close()


def _differ(old: Mapping[str, Any], new: Mapping[str, Any]) -> bool:
    """Whether two documents are not the same on disk; to Python 1, 1.0 and True are the same."""
    return old != new or encode_document(old) != encode_document(new)


def sync_folder(folder: Path) -> None:
    """Put a new file's name on disk too; Windows neither needs nor allows it."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _unwritable(path: Path, error: OSError) -> str:
    return _(
        "NOT recorded: the disk refuses to write {path} ({reason}). Free some space, or copy the event "
        "folder to another disk and open it there."
    ).format(path=path, reason=error.strerror or error)
