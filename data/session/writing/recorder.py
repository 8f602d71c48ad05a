"""Puts steps on disk, and knows whether what was put there still is: the writing half of an open event."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path

from data.errors import LedgerLost, LedgerUnwritable
from data.language import _
from data.ledger.appending import Meanwhile
from data.ledger.lines.line import Encoded
from data.ledger.lines.record import Step, documents
from data.ledger.table import LedgerDB


class Recorder:
    """Over one ledger. ``trouble`` is why the last step could not be written; empty when it was.

    ``run`` names the program's run.
    """

    def __init__(self, folder: Path, run: str) -> None:
        self._folder = folder
        self._run = run
        self._is_kept = self._is_lost = False
        self.trouble = ""

    def write(
        self, db: LedgerDB, step: Step, before: Sequence[Step], meanwhile: Meanwhile = nullcontext
    ) -> None:
        """Have ``step`` on disk behind the steps ``before`` it; ``meanwhile`` lasts while it is waited for.

        Raises LedgerUnwritable when the disk refuses; LedgerLost when the ledger's file is not under its
        name any more, after all steps were kept where the next start finds them.
        """
        with self._watched(before):
            db.append(documents(step), meanwhile)

    def write_all(
        self, db: LedgerDB, steps: Iterable[Step], before: Sequence[Step], meanwhile: Meanwhile = nullcontext
    ) -> None:
        """Have ``steps``, each a line of its own, on disk behind the steps ``before`` them, as ``write``
        does."""
        with self._watched(before):
            db.append_all(map(documents, steps), meanwhile)

    def put(
        self, db: LedgerDB, encoded: Encoded, before: Sequence[Step], meanwhile: Meanwhile = nullcontext
    ) -> None:
        """The same for a step that the ``db`` has encoded."""
        with self._watched(before):
            db.put(encoded, meanwhile)

    @contextmanager
    def _watched(self, before: Sequence[Step]) -> Iterator[None]:
        """Around an attempt to write: remember why it failed, and keep what was acknowledged before."""
        try:
            yield
        except LedgerLost as error:
            self.trouble = self._rescued(error, before)
            raise LedgerLost(self.trouble) from error
        except LedgerUnwritable as error:
            self.trouble = error.sentence
            raise
        self._came_back()

    def look(self, db: LedgerDB, steps: Sequence[Step]) -> None:
        """See whether the ledger still is where it was; after it had been away, ``trouble`` ends.

        Costs one look at the file's name. Raises LedgerLost at the first look that misses it.
        """
        if db.ledger_storage.is_writing or (self.trouble and not self._is_lost):
            # Whether a disk that refused takes something again is only known when it is tried.
            return
        try:
            db.ledger_storage.look()
        except LedgerLost as error:
            if not self._is_lost:
                self.trouble = self._rescued(error, steps)
                raise LedgerLost(self.trouble) from error
        except LedgerUnwritable:
            return
        else:
            self._came_back()

    def _rescued(self, error: LedgerLost, steps: Sequence[Step]) -> str:
        """Keep what was recorded so far where the ledger's file cannot be, and say so."""
        from data.session.copies.rescue import keep_rescue

        self._is_lost = True
        self._is_kept = keep_rescue(steps, self._folder, self._run) is not None
        if self._is_kept:
            kept = _("What was recorded before is kept safe and offered at the next start.")
        else:
            kept = _("Write down on paper who comes.")
        return f"{error.sentence} {kept}"

    def _came_back(self) -> None:
        self.trouble, self._is_lost = "", False
        if self._is_kept:
            from data.session.copies.rescue import forget_rescue

            forget_rescue(self._run)
            self._is_kept = False
