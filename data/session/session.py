"""One event, open: its folder, its ledger, its state. Everything that happens goes through ``record``."""

import socket
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from secrets import token_hex
from types import TracebackType
from typing import Literal

import msgspec
from msgspec.structs import replace

from data.clock import Clock, SystemClock
from data.errors import (
    CeremonyError,
    EventAtRest,
    EventBusy,
    EventMissing,
    LedgerDamaged,
    LedgerUnwritable,
    Refused,
)
from data.language import _
from data.ledger.ids import uuid7
from data.ledger.lock import WriterLock
from data.ledger.record import Step, cleaned, documents, steps
from data.ledger.rewrite import put_ledger
from data.ledger.storage import LedgerStorage
from data.ledger.table import LedgerDB
from data.model.entries.event import EventReopened
from data.model.entry import AnyHappening, Entry
from data.model.event import Event
from data.model.guest import Guest
from data.private import keep_private
from data.program_name import program_name
from data.state.stage.agenda_progress import Instant
from data.state.state import State
from data.text.clean import clean
from data.text.lengths import most_letters

LEDGER_NAME = "ledger.jsonl"


class Session:
    """An open event.

    ``access`` "append" takes the event's lock and may ``record``; "read" may look at any time and
    sees what another process writes after ``refresh``. Use it as a context manager, or ``close`` it.
    ``trouble`` is why the last entry could not be written; empty when it was.
    Raises EventMissing, EventBusy, LedgerDamaged or LedgerUnwritable.
    """

    def __init__(
        self,
        folder: Path,
        access: Literal["append", "read"] = "append",
        *,
        clock: Clock | None = None,
        duty: str = "",
    ) -> None:
        self.folder = folder
        self.clock = clock or SystemClock()
        self.duty = clean(duty, most_letters("duty"))
        self.device = clean(socket.gethostname(), most_letters("device"))
        self.run = token_hex(4)
        self.opened = Instant(self.clock.now(), self.clock.monotonic(), self.run)
        self.trouble = ""
        if not has_event(folder):
            raise EventMissing(
                _("There is no event in {path}. Make one with: {program} new {path} --plan PLAN").format(
                    path=folder, program=program_name()
                )
            )
        self._lock = WriterLock(folder) if access == "append" else None
        self._db: LedgerDB | None = None
        try:
            self._db = LedgerDB(folder / LEDGER_NAME, access=access)
            if access == "append":
                keep_private(folder)
            self.state = State(_read_steps(self._db, folder))
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> "Session":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the ledger and of the lock."""
        if self._db is not None:
            self._db.close()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    @property
    def db(self) -> LedgerDB:
        """The event as a TinyDB, for queries."""
        assert self._db is not None
        return self._db

    @property
    def storage(self) -> LedgerStorage:
        """The ledger file."""
        return self.db.ledger_storage

    @property
    def writes(self) -> bool:
        """Whether entries can be recorded."""
        return self._lock is not None

    @property
    def last_alive(self) -> datetime | None:
        """When the writer before this one gave its last sign of life (UTC), where that is known."""
        return self._lock.last_alive if self._lock else None

    def give_sign(self) -> None:
        """Leave word beside the ledger that the program is alive; it is no entry."""
        if self._lock is not None:
            self._lock.give_sign(self.clock.now())

    def now(self) -> Instant:
        """This moment on both clocks.

        Who only reads lives by the wall clock: what it compares with was written by another program.
        """
        at, ticks = self.clock.now(), self.clock.monotonic()
        if not self.writes:
            return Instant(at, ticks, self.run)
        drift = (at - self.opened.at).total_seconds() - (ticks - self.opened.ticks)
        return Instant(at, ticks, self.run, round(drift, 1))

    def record(
        self, what: AnyHappening, *, guests: Iterable[Guest] = (), event: Event | None = None
    ) -> Entry:
        """Write that ``what`` happened now, with new versions of ``guests`` and of the ``event``.

        Returns the entry once it is on disk and folded into ``state``. Raises LedgerUnwritable when
        the disk refuses, EventAtRest when the event is closed, and Refused for a text that is too long
        for its field; then nothing happened. Whatever text it holds is cleaned first.
        """
        if self.state.rest.closed is not None and not isinstance(what, EventReopened):
            raise EventAtRest(_("The event is closed. F6, F8: open it again."))
        try:
            step = cleaned(Step(self._entry(what), tuple(guests), event))
        except ValueError as error:
            raise Refused(_("{problem}. Write less.").format(problem=_capital(str(error)))) from error
        try:
            self.db.append(documents(step))
        except LedgerUnwritable as error:
            self.trouble = error.sentence
            raise
        self.trouble = ""
        self.state.add(step)
        return step.entry

    def rewrite(self, before: Iterable[Step], what: AnyHappening) -> Entry:
        """Put a new ledger in the old one's place: the steps ``before``, and the entry of why.

        That entry names nobody, since it is written when names are taken out. The new ledger is whole on
        disk before it takes the name; readers notice. Raises LedgerUnwritable when the disk refuses; then
        the old one stands.
        """
        step = Step(replace(self._entry(what), duty=""))
        path = self.storage.path
        self.db.close()
        try:
            put_ledger(path, map(documents, [*before, step]))
        except OSError as error:
            raise LedgerUnwritable(
                _("The ledger {path} could not be written anew ({reason}); it is as it was.").format(
                    path=path, reason=error.strerror or error
                )
            ) from error
        finally:
            self._db = LedgerDB(path)
            self.state = State(_read_steps(self._db, self.folder))
        return step.entry

    def _entry(self, what: AnyHappening) -> Entry:
        now = self.now()
        return Entry(
            id=uuid7(int(now.at.timestamp() * 1000)),
            at=now.at,
            ticks=now.ticks,
            run=now.run,
            drift=now.drift,
            device=self.device,
            # Cut, not refused: nobody is kept waiting at the door for a long name at the desk.
            duty=clean(self.duty, most_letters("duty")),
            what=what,
        )

    def refresh(self) -> bool:
        """For a reader: fold in what another process wrote; whether there was anything."""
        changes = self.storage.refresh()
        fresh = [step for change in changes for step in steps(change)]
        if changes and self.storage.lines == len(changes):
            # All of it was read: another file is in the ledger's place. Begin again from what it says.
            self.state = State(steps(self.storage.read() or {}))
            return True
        for step in fresh:
            self.state.add(step)
        return bool(fresh)


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def has_event(folder: Path) -> bool:
    """Whether ``folder`` holds an event."""
    try:
        return (folder / LEDGER_NAME).stat().st_size > 0
    except OSError:
        return False


def _read_steps(db: LedgerDB, folder: Path) -> list[Step]:
    try:
        found = steps(db.ledger_storage.read() or {})
    except msgspec.ValidationError as error:
        raise LedgerDamaged(
            _(
                "The ledger in {path} holds an entry that this version does not know. "
                "Open it with the newest version of the program."
            ).format(path=folder)
        ) from error
    if not found or found[0].event is None:
        raise EventMissing(
            _("The event in {path} was never finished making. Delete that folder and make it anew.").format(
                path=folder
            )
        )
    return found


def open_for_reading(folder: Path) -> Session:
    """The event in ``folder`` for looking only; OSErrors become sentences."""
    try:
        return Session(folder, "read")
    except OSError as error:
        raise CeremonyError(
            _("The folder {path} cannot be read ({reason}).").format(
                path=folder, reason=error.strerror or error
            )
        ) from error


def open_to_write_if_free(folder: Path) -> Session:
    """The event in ``folder`` for writing, or for looking only where it is open elsewhere or kept safe."""
    try:
        return Session(folder)
    except (EventBusy, LedgerUnwritable):
        return open_for_reading(folder)
