"""One event, open: its folder, its ledger, its state. Everything that happens goes through ``record``."""

import os
from collections.abc import Callable, Iterable, Sequence
from contextlib import nullcontext, suppress
from datetime import datetime
from pathlib import Path
from socket import gethostname
from typing import Literal

from msgspec.structs import replace

from data.clock import Clock, SystemClock
from data.collector import resting
from data.errors import EventMissing, LedgerUnwritable, Refused
from data.files.disk import cause
from data.files.private import keep_private
from data.language import _
from data.ledger.appending import Meanwhile
from data.ledger.lines.record import Step, cleaned, documents
from data.ledger.lock import PURGING_NAME, WriterLock
from data.ledger.rewrite import put_ledger
from data.ledger.storage import LedgerStorage
from data.ledger.table import LedgerDB
from data.model.entries.event import FORMAT, FormatRaised
from data.model.entry import AnyHappening, Entry
from data.model.event import Event
from data.model.event_parts import changed_parts
from data.model.guest import Guest
from data.program_name import program_name
from data.session.folders.event_folder import LEDGER_NAME, has_event
from data.session.writing.allowed import refuse_forbidden
from data.session.writing.entry_writer import Author, EntryWriter
from data.session.writing.long_step import MANY, prepared
from data.session.writing.recorder import Recorder
from data.state.reading.from_ledger import format_of, read_state, refusal
from data.state.reading.soundness import Unsound, fold, fold_in
from data.state.reading.steps import steps_of
from data.state.stage.agenda_progress import Instant
from data.text.cleaning.clean import clean
from data.text.cleaning.lengths import most_letters


class Session:
    """An open event.

    ``access`` "append" takes the event's lock and may ``record``; "read" may look at any time and
    sees what another process writes after ``refresh``. Use it as a context manager, or ``close`` it.
    ``is_together`` says that other laptops get what is recorded here, and hold it too.
    ``is_shared`` says that another laptop writes the same event: the disk's locks do not keep two writers
    apart. ``meanwhile`` is entered while the disk is waited for, so that others may go on, ``at_length``
    where it is known beforehand that it takes long; whoever lets them sets ``settle`` too, which is called
    before anything is recorded and brings to its end what waits.
    ``laptop`` is another id than this one's own, where several are on one. What stands in ``heard`` is called
    after every entry that was recorded here. Raises EventMissing, EventBusy, LedgerDamaged, LedgerUnwritable.
    """

    def __init__(
        self,
        folder: Path,
        access: Literal["append", "read"] = "append",
        *,
        clock: Clock | None = None,
        duty: str = "",
        laptop: str = "",
    ) -> None:
        self.folder = folder
        self.clock = clock or SystemClock()
        self.duty = clean(duty, most_letters("duty"))
        self.device = clean(gethostname(), most_letters("device"))
        self.run = os.urandom(4).hex()
        self.opened = Instant(self.clock.now(), self.clock.monotonic(), self.run)
        self.is_shared = self.is_together = self._is_preparing = False
        self.meanwhile: Meanwhile = nullcontext
        self.at_length: Meanwhile = nullcontext
        self.settle: Callable[[], None] = lambda: None
        self.heard: list[Callable[[], None]] = []
        self._recorder, self._entry_writer = Recorder(folder, self.run), EntryWriter(laptop)
        if not has_event(folder):
            raise EventMissing(
                _("There is no event in {path}. Make one with: {program} new {path} --plan PLAN").format(
                    path=folder, program=program_name()
                )
            )
        self._lock = WriterLock(folder) if access == "append" else None
        self._db: LedgerDB | None = None
        try:
            with resting():
                self._db = LedgerDB(folder / LEDGER_NAME, access=access)
                self.state = read_state(self.storage, folder)
            self._format = format_of(self.state)
            if access == "append":
                keep_private(folder)
                self._clear_away()
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> "Session":
        return self

    def __exit__(self, *_error: object) -> None:
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
        """Its file."""
        return self.db.ledger_storage

    @property
    def writes(self) -> bool:
        """Whether entries can be recorded."""
        return self._lock is not None

    @property
    def laptop(self) -> str:
        """This laptop's id, which stands in its entries."""
        return self._entry_writer.laptop

    @property
    def closed(self) -> datetime | None:
        """Since when (UTC) nothing is recorded here any more; None while entries are taken."""
        rest = self.state.rest
        return rest.closed_on(self.laptop) if rest.closed_by else None

    @property
    def next_number(self) -> int:
        """The number of the next guest who is put on the list here."""
        return self.state.next_number_of(self.laptop, self.device, is_together=self.is_together)

    @property
    def last_alive(self) -> datetime | None:
        """When the writer before this one gave its last sign of life (UTC), where that is known."""
        return self._lock.last_alive if self._lock else None

    def give_sign(self) -> None:
        """Leave word beside the ledger that the program is alive; it is no entry."""
        if self._lock is not None:
            self._lock.give_sign(self.clock.now())
            self.is_shared = self._lock.is_shared

    def look(self) -> None:
        """See whether the ledger still is where it was; ``trouble`` says so. Costs one look at the file's
        name. Raises LedgerLost at the first look that misses it."""
        self._recorder.look(self.db, self.state.steps)

    @property
    def trouble(self) -> str:
        """Why the last entry could not be written; empty when it was."""
        return self._recorder.trouble

    @property
    def is_writing(self) -> bool:
        """Whether an entry that was begun is not on disk yet."""
        return self._is_preparing or self.storage.is_writing

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
        self.settle()
        refuse_forbidden(what, self.state, self.laptop)
        if self._format < FORMAT:
            self._write(Step(self._entry(FormatRaised(format=FORMAT))))
            self._format = FORMAT
        try:
            parts = changed_parts(self.state.event, event) if event is not None else ()
            step = Step(self.state.marked(self._entry(what)), tuple(guests), event, parts)
            if len(step.guests) > MANY:
                self._write_long(step)
            else:
                self._write(cleaned(step))
        except ValueError as error:
            problem = str(error)[:1].upper() + str(error)[1:]
            raise Refused(_("{problem}. Write less.").format(problem=problem)) from error
        return step.entry

    def _write(self, step: Step) -> None:
        self._recorder.write(self.db, step, self.state.steps, self.meanwhile)
        self.state.add(step)
        self._tell()

    def _write_long(self, step: Step) -> None:
        """As ``_write``, cleaning it too; nobody waits for what takes seconds, and all see the state before
        it or the state behind it."""
        self._is_preparing = True
        try:
            encoded, after = prepared(step, self.state, self.db, self.at_length)
        finally:
            self._is_preparing = False
        self._recorder.put(self.db, encoded, self.state.steps, self.at_length)
        self.state.become(after)
        self._tell()

    def _tell(self) -> None:
        for hear in tuple(self.heard):
            hear()

    def _clear_away(self) -> None:
        """Bring what a killed run left in the folder to its end, before anything else."""
        with suppress(OSError):
            (self.folder / f".{LEDGER_NAME}.tmp").unlink(missing_ok=True)
        if (self.folder / PURGING_NAME).exists():
            from data.session.purging.finish import finish_purge

            finish_purge(self)

    def rewrite(self, before: Iterable[Step], what: AnyHappening) -> Entry:
        """Put a new ledger in the old one's place: the steps ``before``, and the entry of why.

        That entry names nobody, since it is written when names are taken out. The new ledger is whole on
        disk before it takes the name; readers notice. Raises LedgerUnwritable when the disk refuses; then
        the old one stands.
        """
        self.settle()
        step = Step(replace(self._entry(what), duty=""))
        path = self.storage.path
        self.db.close()
        try:
            with self.meanwhile():
                put_ledger(path, map(documents, [*before, step]))
        except OSError as error:
            raise LedgerUnwritable(
                _("The ledger {path} could not be written anew ({reason}); it is as it was.").format(
                    path=path, reason=cause(error)
                )
            ) from error
        finally:
            self._db = LedgerDB(path)
            self.state = read_state(self.storage, self.folder)
        return step.entry

    def take_in(self, steps: Sequence[Step]) -> None:
        """Write steps of other laptops, each as a line of its own, and fold them in where they stand.

        They are of this event and not here yet, as ``data.convergence`` sees to. Raises Unsound where one of
        them makes no sense after what is known, LedgerUnwritable as ``record``; then nothing happened.
        """
        self.settle()
        before = tuple(self.state.steps)
        try:
            fold_in(self.state, steps)
            self._recorder.write_all(self.db, steps, before, self.meanwhile)
        except (Unsound, LedgerUnwritable):
            self.state = fold(before)
            raise

    def _entry(self, what: AnyHappening) -> Entry:
        return self._entry_writer.entry(what, self.now(), Author(self.device, self.duty), self.state.latest)

    def refresh(self) -> bool:
        """For a reader: fold in what another process wrote; whether there was anything."""
        said = self.storage.refresh()
        if said and self.storage.lines == len(said):
            # All of it was read: another file is in the ledger's place. Begin again from what it says.
            self.state = read_state(self.storage, self.folder, said)
            return True
        try:
            fresh = [step for line in said for step in steps_of([line])]
        except Unsound as error:
            raise refusal(self.storage.path, error) from error
        self.state.take_in(fresh)
        return bool(fresh)
