"""The end of a ledger that is open to be written: it is looked at before and after every line, and after
trouble believed only once it was read back whole."""

from pathlib import Path

from data.errors import LedgerLost, LedgerUnwritable
from data.ledger.appending import AppendFile, Meanwhile
from data.ledger.lines.reading import Reading, read_bytes
from data.ledger.refusals import lost, unwritable


class SureFile:
    """The file at ``path``, made when it is missing. What is handed in as ``reading`` is what was read of it
    and written to it so far.

    Raises LedgerUnwritable where the disk refuses.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._trouble: LedgerUnwritable | None = None
        self._attempt = b""
        try:
            self._file: AppendFile | None = AppendFile(path, create=True)
        except OSError as error:
            raise unwritable(path, error) from error

    @property
    def is_in_use(self) -> bool:
        """Whether it is open, or was until there was trouble."""
        return self._file is not None or self._trouble is not None

    def close(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def mend(self, reading: Reading) -> None:
        """Cut off a torn last line, and end the last sound one. Raises LedgerUnwritable, LedgerLost."""
        file = self._file
        assert file is not None
        try:
            if reading.torn:
                file.cut(reading.size)
                file.sync()
            if reading.unended:
                file.write(b"\n")
                reading.size += 1
                reading.unended = False
        except OSError as error:
            raise unwritable(self.path, error) from error
        if absence := file.look(reading.size):
            raise lost(self.path, absence)
        file.signed()

    def look(self, reading: Reading) -> AppendFile:
        """The open file, after a look that it is the one under the name and holds what was written.

        Raises LedgerUnwritable, LedgerLost; after either, nothing is believed until all was read back.
        """
        if self._trouble is not None:
            self._come_back(self._trouble, reading)
        file = self._file
        assert file is not None
        absence = file.look(reading.size)
        if not absence and file.is_touched:
            # Somebody else wrote, or only touched it: the length says nothing then.
            absence = "" if self._is_as_written(file, reading) else "changed"
            file.signed()
        if absence:
            self._trouble = lost(self.path, absence)
            raise self._trouble
        return file

    def write(self, text: bytes, reading: Reading, meanwhile: Meanwhile) -> None:
        """Append ``text``, whole lines, behind what was looked at and have it on disk.

        Raises as ``look``; then it is cut off again, as far as the disk lets it.
        """
        file = self._file
        assert file is not None
        try:
            file.write(text, meanwhile)
        except OSError as error:
            raise self._failed(unwritable(self.path, error), file, text, reading) from error
        if absence := file.look(reading.size + len(text)):
            raise self._failed(lost(self.path, absence), file, text, reading)
        file.signed()

    def _failed(
        self, trouble: LedgerUnwritable, file: AppendFile, text: bytes, reading: Reading
    ) -> LedgerUnwritable:
        """The ``trouble``, after what does not count was cut off: nobody shall find what was refused."""
        self._trouble, self._attempt = trouble, text
        try:
            file.cut(reading.size)
        except OSError:
            # The disk takes nothing any more: what is left is cut off when the file is opened again.
            self.close()
        return trouble

    def _is_as_written(self, file: AppendFile, reading: Reading) -> bool:
        """Whether the file holds what was written, and behind it at most a part of the line that failed."""
        try:
            text = file.read_back()
        except OSError:
            return False
        found = read_bytes(text[: reading.size], Reading())
        sound = not found.damaged and (found.size, found.link) == (reading.size, reading.link)
        return sound and self._attempt.startswith(text[reading.size :])

    def _come_back(self, trouble: LedgerUnwritable, reading: Reading) -> None:
        """After trouble: open what is under the name, and go on only if all that was written is in it."""
        self.close()
        try:
            file = AppendFile(self.path, create=False)
        except OSError:
            raise trouble from None
        if not self._is_as_written(file, reading):
            file.close()
            raise (trouble if isinstance(trouble, LedgerLost) else lost(self.path, "changed")) from None
        try:
            file.cut(reading.size)
            file.sync()
        except OSError as error:
            file.close()
            raise unwritable(self.path, error) from error
        file.look(reading.size)
        file.signed()
        self._file, self._trouble, self._attempt = file, None, b""
