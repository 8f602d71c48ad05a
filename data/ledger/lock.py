"""One writer for an event at a time; readers need no lock."""

import os
import platform
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from data.errors import EventBusy, LedgerUnwritable
from data.language import _

LOCK_NAME = ".lock"
OWNER_NAME = ".writer"
ALIVE_NAME = ".alive"
"""An empty file whose time says when a writer was last alive."""

PURGING_NAME = ".purging"
"""An empty file that stands while personal data are being deleted: what a power cut stopped goes on."""

PASSING_NAMES = (LOCK_NAME, OWNER_NAME, ALIVE_NAME, PURGING_NAME)
"""What lies in the folder only for the writer's sake, and is no part of the event."""


class WriterLock:
    """The right to write one event, held until ``release`` or until the process ends, however it ends.

    ``last_alive`` is when the writer before this one gave its last sign of life (UTC), or None.
    Raises EventBusy when another program holds it, naming it when it left its name.
    """

    def __init__(self, folder: Path) -> None:
        self._lock = FileLock(folder / LOCK_NAME)
        self._owner = folder / OWNER_NAME
        self._alive = folder / ALIVE_NAME
        try:
            self._lock.acquire(timeout=0)
        except Timeout as error:
            raise EventBusy(
                _(
                    "This event is open in another program ({owner}). Close it there, or go on working "
                    "there; two programs must not write one ledger."
                ).format(owner=self._named_owner())
            ) from error
        except OSError as error:
            raise LedgerUnwritable(
                _("The folder {path} cannot be written ({reason}). Copy the event to another disk.").format(
                    path=folder, reason=error.strerror or error
                )
            ) from error
        self._sign()
        self.last_alive = self._read_alive()

    def give_sign(self, at: datetime) -> None:
        """Leave word that this writer is alive at ``at`` (UTC): what a power cut cannot take back."""
        try:
            self._alive.touch()
            os.utime(self._alive, (at.timestamp(), at.timestamp()))
        except (OSError, OverflowError, ValueError):
            # Only the question after a crash gets less exact; a full disk may go without it.
            return

    def release(self) -> None:
        """Let another program write."""
        self._owner.unlink(missing_ok=True)
        self._lock.release()

    def _sign(self) -> None:
        try:
            self._owner.write_text(f"{platform.node()} · PID {os.getpid()}", encoding="utf-8")
        except OSError:
            # The name only makes the refusal of a second program kinder; a full disk may go without it.
            return

    def _read_alive(self) -> datetime | None:
        try:
            return datetime.fromtimestamp(self._alive.stat().st_mtime, UTC)
        except (OSError, OverflowError, ValueError):
            return None

    def _named_owner(self) -> str:
        try:
            return self._owner.read_text(encoding="utf-8") or "?"
        except (OSError, UnicodeDecodeError):
            return "?"
