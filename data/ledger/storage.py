"""TinyDB's Storage for a ledger: a check-in appends and syncs one line, whatever the file's size.

TinyDB's own JSONStorage rewrites the whole file in place without fsync, so a power cut can lose
everything. Here nothing on disk is ever rewritten: a change is one more line, and reading folds the
lines into TinyDB's tables. ``table.py`` says what of TinyDB holds.
"""

from collections.abc import Iterable, Mapping
from contextlib import nullcontext
from copy import deepcopy
from pathlib import Path
from typing import Any, Literal

from tinydb.storages import Storage

from data.errors import LedgerDamaged, LedgerUnwritable
from data.language import _
from data.ledger.appending import Meanwhile
from data.ledger.lines.difference import difference
from data.ledger.lines.lazy_tables import LazyTables
from data.ledger.lines.line import Changes, Encoded, encode_all
from data.ledger.lines.reading import Reading, Tables, apply, read_bytes, read_file, read_tail, still_holds
from data.ledger.lines.todays import Said
from data.ledger.refusals import damaged, lost
from data.ledger.sure_file import SureFile

_Look = tuple[int, int, int, int]


class LedgerStorage(Storage):
    """The tables of one ledger file.

    ``access`` "append" creates the file when it is missing, cuts off a torn last line and writes;
    "read" never touches the file and sees what another process appends at each ``read()``.
    Raises LedgerDamaged when a line before the last is not as it was written, LedgerUnwritable (an
    OSError) when the disk refuses, FileNotFoundError when a file to read is missing.
    """

    def __init__(self, path: str | Path, access: Literal["append", "read"] = "append") -> None:
        self.path = Path(path)
        self._reading = Reading()
        self._tables = LazyTables(is_counted=access == "append")
        self._opened: list[Said] | None = None
        self._seen: _Look = (0, 0, 0, 0)
        self._pending: Encoded | None = None
        self._file = SureFile(self.path) if access == "append" else None
        try:
            self._load()
            if self._file is not None:
                self._file.mend(self._reading)
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

    @property
    def size(self) -> int:
        """How many bytes of the file are sound lines that were read and written."""
        return self._reading.size

    @property
    def link(self) -> int:
        """The checksum of the last of them, which covers all before it."""
        return self._reading.link

    @property
    def writes(self) -> bool:
        """Whether this storage appends, rather than follows what another process appends."""
        return self._file is not None and self._file.is_in_use

    @property
    def tables(self) -> Tables:
        """TinyDB's tables as they stand now. Not a copy: for reading only."""
        if not self.writes:
            self.refresh()
        return self._tables.get(self._as_read)

    def highest_id(self, name: str) -> int:
        """The highest document id in a table; 0 for an empty one."""
        highest = self._tables.highest(name)
        return max(map(int, self.tables.get(name, {})), default=0) if highest is None else highest

    def said(self) -> list[Said]:
        """What all lines say that were read and written. Nothing of it is kept here: a second call reads the
        file again."""
        said, self._opened = self._opened, None
        return self._read_again().said if said is None else said

    def read(self) -> Tables | None:
        """TinyDB's tables as they stand now, or None for an empty file: a copy, as TinyDB's own reads."""
        return deepcopy(self.tables) if self.tables or self.lines else None

    def refresh(self) -> list[Said]:
        """Read what was appended to the file since the last look; what the new lines say.

        All lines, where another file, or other content, is under the name.
        """
        found = self.path.stat()
        look = (found.st_size, found.st_mtime_ns, found.st_ino, found.st_dev)
        if look == self._seen:
            return []
        same_file = look[2:] == self._seen[2:] and found.st_size >= self._reading.size
        if same_file and found.st_size == self._reading.size:
            fresh = read_file(self.path)
            if (fresh.size, fresh.link) == (self._reading.size, self._reading.link):
                self._seen = look
                return []
        if not same_file or not still_holds(self.path, self._reading):
            self._tables, self._reading = LazyTables(is_counted=False), Reading()
        fresh = read_tail(self.path, self._reading)
        if fresh.damaged and self._reading.size:
            self._tables, self._reading = LazyTables(is_counted=False), Reading()
            fresh = read_tail(self.path, self._reading)
        self._refuse_damage(fresh)
        self._tables.note(fresh.said)
        said, fresh.said = fresh.said, []
        self._reading, self._seen, self._opened = fresh, look, None
        return said

    def append(self, changes: Changes, meanwhile: Meanwhile = nullcontext) -> None:
        """Write ``changes`` as one line and sync it, as ``append_all`` does."""
        self.append_all((changes,), meanwhile)

    def append_all(self, all_changes: Iterable[Changes], meanwhile: Meanwhile = nullcontext) -> None:
        """Write each of ``all_changes`` as a line of its own and sync them together.

        A power cut leaves the first so many of them, each whole. When this returns, all are on disk. Raises
        LedgerUnwritable when the disk refuses: then the file is as it was. LedgerLost when the file under the
        name is not this one. After either nothing is believed until the file was read back whole. TypeError
        or ValueError for what JSON cannot hold.
        """
        self.put(self.encoded(all_changes), meanwhile)

    def encoded(self, all_changes: Iterable[Changes]) -> Encoded:
        """What ``put`` takes: the lines for ``all_changes`` as they would stand next. Nothing is written.

        Raises LedgerUnwritable where the file was opened only to be read; TypeError or ValueError for what
        JSON cannot hold.
        """
        if not self.writes:
            raise LedgerUnwritable(_("The ledger {path} was opened only to be read.").format(path=self.path))
        return encode_all(all_changes, self._reading.link)

    def put(self, encoded: Encoded, meanwhile: Meanwhile = nullcontext) -> None:
        """Write lines that were ``encoded`` after the last line and sync them. Raises as ``append_all``."""
        if not encoded.lines:
            return
        assert encoded.after == self._reading.link, "nothing was written since it was encoded"
        assert self._file is not None
        text = b"".join(encoded.lines)
        self._file.look(self._reading)
        self._pending = encoded
        try:
            self._file.write(text, self._reading, meanwhile)
        except LedgerUnwritable:
            self._pending = None
            raise
        self._count_in()

    @property
    def is_writing(self) -> bool:
        """Whether a line that was begun is not on disk yet."""
        return self._pending is not None

    def _count_in(self) -> None:
        assert self._pending is not None
        encoded, self._pending = self._pending, None
        for line, kept in zip(encoded.lines, encoded.kept, strict=True):
            self._reading.last = self._reading.size
            self._reading.size += len(line)
            self._reading.lines += 1
            self._tables.note_written(kept)
        self._reading.link, self._opened = encoded.link, None

    def look(self) -> None:
        """See whether what was written is on disk under its name. Raises as ``append`` does."""
        if self._file is not None and self.writes and self._pending is None:
            self._file.look(self._reading)

    def write(self, data: Mapping[str, Mapping[Any, Mapping[str, Any]]]) -> None:
        """Make ``data`` the tables, as TinyDB's updates and removals ask.

        Costs a reading of the whole file: what differs from it is appended as one line. Refuses, with
        LedgerUnwritable, to change or remove an entry.
        """
        before = self._on_disk()
        changes = difference(before, data)
        self._tables.made = before
        if changes:
            self.append(changes)

    def reread(self) -> None:
        """Forget whatever was changed in memory alone: the tables are again what the disk says."""
        self._tables.made = self._on_disk()

    def close(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            self._file.close()

    def _on_disk(self) -> Tables:
        return _tables_of(read_file(self.path))

    def _as_read(self) -> Tables:
        return _tables_of(self._read_again())

    def _read_again(self) -> Reading:
        """What was read and written, read once more. Raises LedgerLost where it is not there any more."""
        ours = self._reading
        try:
            text = self.path.read_bytes()
        except OSError as error:
            raise lost(self.path, "gone") from error
        found = read_bytes(text[: ours.size], Reading())
        if (found.size, found.link) != (ours.size, ours.link):
            raise lost(self.path, "changed")
        return found

    def _load(self) -> None:
        found = self.path.stat()
        self._reading = read_file(self.path)
        self._refuse_damage(self._reading)
        self._tables.note(self._reading.said)
        self._opened, self._reading.said = self._reading.said, []
        self._seen = (found.st_size, found.st_mtime_ns, found.st_ino, found.st_dev)

    def _refuse_damage(self, reading: Reading) -> None:
        if reading.damaged:
            raise LedgerDamaged(damaged(self.path, reading.damaged))


def _tables_of(reading: Reading) -> Tables:
    tables: Tables = {}
    for changes in reading.changes:
        apply(tables, changes)
    return tables
