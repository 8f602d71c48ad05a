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

from data.errors import LedgerDamaged, LedgerLost, LedgerUnwritable
from data.language import _
from data.ledger.appending import AppendFile, Meanwhile
from data.ledger.lines.difference import difference
from data.ledger.lines.line import Changes, Encoded, encode_all
from data.ledger.reading import Reading, Tables, apply, read_bytes, read_file, read_tail, still_holds
from data.ledger.refusals import damaged, lost, unwritable

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
        self._tables: Tables = {}
        self._seen: _Look = (0, 0, 0, 0)
        self._trouble: LedgerUnwritable | None = None
        self._attempt = b""
        self._pending: Encoded | None = None
        self._file = self._open_to_append() if access == "append" else None
        try:
            self._load()
            if self._file is not None:
                self._mend_end(self._file)
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
        return self._file is not None or self._trouble is not None

    @property
    def tables(self) -> Tables:
        """TinyDB's tables as they stand now. Not a copy: for reading only."""
        if not self.writes:
            self.refresh()
        return self._tables

    def read(self) -> Tables | None:
        """TinyDB's tables as they stand now, or None for an empty file: a copy, as TinyDB's own reads."""
        return deepcopy(self.tables) if self.tables or self.lines else None

    def refresh(self) -> list[Changes]:
        """Read what was appended to the file since the last look; the new lines' changes.

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
            self._tables, self._reading = {}, Reading()
        fresh = read_tail(self.path, self._reading)
        if fresh.damaged and self._reading.size:
            self._tables, self._reading = {}, Reading()
            fresh = read_tail(self.path, self._reading)
        self._refuse_damage(fresh)
        for changes in fresh.changes:
            apply(self._tables, changes)
        self._reading, self._seen = fresh, look
        return fresh.changes

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
        text = b"".join(encoded.lines)
        file = self._sure_file()
        self._pending = encoded
        self._write_through(file, text, meanwhile)

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
            apply(self._tables, kept)
        self._reading.link = encoded.link

    def look(self) -> None:
        """See whether what was written is on disk under its name. Raises as ``append`` does."""
        if self.writes and self._pending is None:
            self._sure_file()

    def write(self, data: Mapping[str, Mapping[Any, Mapping[str, Any]]]) -> None:
        """Make ``data`` the tables, as TinyDB's updates and removals ask.

        Costs a reading of the whole file: what differs from it is appended as one line. Refuses, with
        LedgerUnwritable, to change or remove an entry.
        """
        before = self._on_disk()
        changes = difference(before, data)
        self._tables = before
        if changes:
            self.append(changes)

    def reread(self) -> None:
        """Forget whatever was changed in memory alone: the tables are again what the disk says."""
        self._tables = self._on_disk()

    def close(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def _open_to_append(self) -> AppendFile:
        try:
            return AppendFile(self.path, create=True)
        except OSError as error:
            raise unwritable(self.path, error) from error

    def _on_disk(self) -> Tables:
        tables: Tables = {}
        for changes in read_file(self.path).changes:
            apply(tables, changes)
        return tables

    def _load(self) -> None:
        found = self.path.stat()
        self._reading = read_file(self.path)
        self._refuse_damage(self._reading)
        for changes in self._reading.changes:
            apply(self._tables, changes)
        self._reading.changes = []
        self._seen = (found.st_size, found.st_mtime_ns, found.st_ino, found.st_dev)

    def _refuse_damage(self, reading: Reading) -> None:
        if reading.damaged:
            raise LedgerDamaged(damaged(self.path, reading.damaged))

    def _mend_end(self, file: AppendFile) -> None:
        try:
            if self._reading.torn:
                file.cut(self._reading.size)
                file.sync()
            if self._reading.unended:
                file.write(b"\n")
                self._reading.size += 1
                self._reading.unended = False
        except OSError as error:
            raise unwritable(self.path, error) from error
        if absence := file.look(self._reading.size):
            raise lost(self.path, absence)
        file.signed()

    def _sure_file(self) -> AppendFile:
        """The open file, after a look that it is the one under the name and holds what was written."""
        if self._trouble is not None:
            self._come_back(self._trouble)
        file = self._file
        assert file is not None
        absence = file.look(self._reading.size)
        if not absence and file.is_touched:
            # Somebody else wrote, or only touched it: the length says nothing then.
            absence = "" if self._is_as_written(file) else "changed"
            file.signed()
        if absence:
            self._trouble = lost(self.path, absence)
            raise self._trouble
        return file

    def _is_as_written(self, file: AppendFile) -> bool:
        """Whether the file holds what was written, and behind it at most a part of the line that failed."""
        try:
            text = file.read_back()
        except OSError:
            return False
        ours = self._reading
        found = read_bytes(text[: ours.size], Reading())
        sound = not found.damaged and (found.size, found.link) == (ours.size, ours.link)
        return sound and self._attempt.startswith(text[ours.size :])

    def _come_back(self, trouble: LedgerUnwritable) -> None:
        """After trouble: open what is under the name, and go on only if all that was written is in it."""
        self.close()
        try:
            file = AppendFile(self.path, create=False)
        except OSError:
            raise trouble from None
        if not self._is_as_written(file):
            file.close()
            raise (trouble if isinstance(trouble, LedgerLost) else lost(self.path, "changed")) from None
        try:
            file.cut(self._reading.size)
            file.sync()
        except OSError as error:
            file.close()
            raise unwritable(self.path, error) from error
        file.look(self._reading.size)
        file.signed()
        self._file, self._trouble, self._attempt = file, None, b""

    def _write_through(self, file: AppendFile, line: bytes, meanwhile: Meanwhile) -> None:
        size = self._reading.size
        try:
            file.write(line, meanwhile)
        except OSError as error:
            self._pending = None
            self._trouble, self._attempt = unwritable(self.path, error), line
            self._take_back(file)
            raise self._trouble from error
        absence = file.look(size + len(line))
        if absence:
            self._pending = None
            self._trouble, self._attempt = lost(self.path, absence), line
            self._take_back(file)
            raise self._trouble
        file.signed()
        self._count_in()

    def _take_back(self, file: AppendFile) -> None:
        """Cut a line that does not count off again, so that nobody finds it where it was refused."""
        try:
            file.cut(self._reading.size)
        except OSError:
            # The disk takes nothing any more: what is left is cut off when the file is opened again.
            self.close()
