"""One writer for an event at a time; readers need no lock.

The operating system's lock on ``.lock`` ends with the process, however it ends, so what lies in the folder
after a crash, or in a copy of the folder, never keeps anybody out. Over a network share such locks may not
hold between two laptops. So a writer also leaves its name in ``.writer`` and gives a sign of life in
``.alive``: a second one that finds the name of another laptop beside a fresh sign waits a moment to see
whether the sign goes on. Only a live writer's does.
"""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from socket import gethostname
from time import sleep

import msgspec
from filelock import FileLock, Timeout
from msgspec import Struct

from data.clock import hour_minute
from data.errors import EventBusy, LedgerUnwritable
from data.files.disk import cause, patiently
from data.language import _

LOCK_NAME = ".lock"
OWNER_NAME = ".writer"
ALIVE_NAME = ".alive"
"""An empty file whose time says when a writer was last alive."""

PURGING_NAME = ".purging"
"""An empty file that stands while personal data are being deleted: what a power cut stopped goes on."""

PASSING_NAMES = (LOCK_NAME, OWNER_NAME, ALIVE_NAME, PURGING_NAME)
"""What lies in the folder only for the writer's sake, and is no part of the event."""

_PATIENCE = 0.5 if os.name == "nt" else 0.0
"""Seconds: on Windows a lock's file that a virus scanner looks at cannot be told from one that is locked."""
_FRESH_SECONDS = 12 * 3600.0
"""A sign from farther off than this is no living writer's, however wrong one of the two clocks is."""
_WATCHED_SECONDS = 6.5
_LOOK_SECONDS = 0.25


class Owner(Struct, frozen=True, omit_defaults=True):
    """Who writes: the laptop's name, the program's number there, since when (UTC), and what tells this
    writing from every other."""

    machine: str
    process: int
    since: datetime
    token: str = ""


class WriterLock:
    """The right to write one event, held until ``release`` or until the process ends, however it ends.

    ``last_alive`` is when the writer before this one gave its last sign of life (UTC), or None.
    Raises EventBusy when another program holds it, naming it, its laptop and since when; LedgerUnwritable
    when the folder cannot be written.
    """

    def __init__(self, folder: Path, wait: Callable[[float], None] = sleep) -> None:
        self._lock = FileLock(folder / LOCK_NAME)
        self._owner = folder / OWNER_NAME
        self._alive = folder / ALIVE_NAME
        self._me = Owner(gethostname(), os.getpid(), datetime.now(UTC), os.urandom(8).hex())
        try:
            patiently(lambda: self._lock.acquire(timeout=_PATIENCE))
        except Timeout as error:
            raise self._busy(_read_owner(self._owner)) from error
        except OSError as error:
            raise LedgerUnwritable(
                _("The folder {path} cannot be written ({reason}). Copy the event to another disk.").format(
                    path=folder, reason=cause(error)
                )
            ) from error
        other = _read_owner(self._owner)
        if other is not None and other.machine != self._me.machine and self._goes_on(wait):
            self._lock.release()
            raise self._busy(other)
        self._sign()
        self.last_alive = self._read_alive()

    @property
    def is_shared(self) -> bool:
        """Whether another writer has put its name there since: the lock does not hold on this disk."""
        other = _read_owner(self._owner)
        return other is not None and bool(other.token) and other.token != self._me.token

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
        try:
            if not self.is_shared:
                self._owner.unlink(missing_ok=True)
        except OSError:
            # The folder may be gone by now; the lock goes with the process in any case.
            pass
        self._lock.release()

    def _goes_on(self, wait: Callable[[float], None]) -> bool:
        """Whether the sign of life that lies there is fresh, and goes on while it is watched."""
        first = self._read_alive()
        if first is None or abs((datetime.now(UTC) - first).total_seconds()) > _FRESH_SECONDS:
            return False
        for _look in range(round(_WATCHED_SECONDS / _LOOK_SECONDS)):
            wait(_LOOK_SECONDS)
            if self._read_alive() != first:
                return True
        return False

    def _busy(self, owner: Owner | None) -> EventBusy:
        alive = self._read_alive()
        return EventBusy(
            _(
                "This event is open in another program ({owner}). Close it there, or go on working "
                "there; two programs must not write one ledger."
            ).format(owner=_named(owner, alive))
        )

    def _sign(self) -> None:
        try:
            self._owner.write_bytes(msgspec.json.encode(self._me))
        except OSError:
            # The name only makes the refusal of a second program kinder; a full disk may go without it.
            return

    def _read_alive(self) -> datetime | None:
        try:
            return datetime.fromtimestamp(self._alive.stat().st_mtime, UTC)
        except (OSError, OverflowError, ValueError):
            return None


def _read_owner(path: Path) -> Owner | None:
    try:
        return msgspec.json.decode(path.read_bytes(), type=Owner)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return None


def _named(owner: Owner | None, alive: datetime | None) -> str:
    """Who writes, in words; the sign of life tells people whether somebody really sits there."""
    if owner is None:
        return "?"
    here = owner.machine == gethostname()
    where = _("on this computer") if here else _("on the computer {name}").format(name=owner.machine)
    parts = [where, f"PID {owner.process}", _("since {time}").format(time=hour_minute(owner.since))]
    if alive is not None and alive > owner.since:
        parts.append(_("last sign of life {time}").format(time=hour_minute(alive)))
    return ", ".join(parts)
