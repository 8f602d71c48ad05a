"""Puts steps on disk, and knows whether what was put there still is: the writing half of an open event."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from data.errors import LedgerLost, LedgerUnwritable, StillWriting
from data.language import _
from data.ledger.record import Step, documents
from data.ledger.table import LedgerDB


class Recorder:
    """Over one ledger. ``trouble`` is why the last step could not be written; empty when it was.

    ``begun`` is the step that a slow disk has not taken yet. ``run`` names the program's run.
    """

    def __init__(self, folder: Path, run: str) -> None:
        self._folder = folder
        self._run = run
        self._is_kept = self._is_lost = False
        self.trouble = ""
        self.begun: Step | None = None

    def write(self, db: LedgerDB, step: Step, before: Sequence[Step], patience: float | None = None) -> None:
        """Have ``step`` on disk behind the steps ``before`` it; a step that was begun is ended instead.

        Raises LedgerUnwritable when the disk refuses; LedgerLost when the ledger's file is not under its
        name any more, after all steps were kept where the next start finds them; StillWriting when the
        disk takes longer than ``patience`` (seconds).
        """
        with self._watched(before):
            try:
                if self.begun is not None:
                    self.begun = None
                    db.ledger_storage.finish()
                elif patience is None:
                    db.append(documents(step))
                else:
                    db.append(documents(step), patience)
            except StillWriting:
                self.begun = step
                raise

    def write_all(self, db: LedgerDB, steps: Iterable[Step], before: Sequence[Step]) -> None:
        """Have ``steps``, each a line of its own, on disk behind the steps ``before`` them. Raises as
        ``write`` does where no patience is given."""
        with self._watched(before):
            db.append_all(map(documents, steps))

    @contextmanager
    def _watched(self, before: Sequence[Step]) -> Iterator[None]:
        """Around an attempt to write: remember why it failed, and keep what was acknowledged before."""
        try:
            yield
        except StillWriting:
            raise
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
        if self.begun is not None or (self.trouble and not self._is_lost):
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
        from data.session.folders.rescue import keep_rescue

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
            from data.session.folders.rescue import forget_rescue

            forget_rescue(self._run)
            self._is_kept = False
