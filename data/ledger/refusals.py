"""What is said when the ledger cannot be read or written: one sentence each, and what to do."""

from collections.abc import Sequence
from pathlib import Path

from data.errors import LedgerLost, LedgerUnwritable
from data.files.disk import cause
from data.language import _
from data.ledger.appending import Absence

_NAMED = 5


def unwritable(path: Path, error: OSError) -> LedgerUnwritable:
    """The disk refused to take an entry; the refusal carries the system's error number."""
    refusal = LedgerUnwritable(
        _(
            "NOT recorded: the disk refuses to write {path} ({reason}). Free some space, or copy the event "
            "folder to another disk and open it there."
        ).format(path=path, reason=cause(error))
    )
    refusal.errno, refusal.strerror = error.errno, refusal.sentence
    return refusal


def lost(path: Path, absence: Absence) -> LedgerLost:
    """What was written is not under the ledger's name any more."""
    told = {
        "gone": _(
            "NOT recorded: the ledger {path} is not there any more. The folder was moved or deleted, or the "
            "disk was pulled out. Put it back, and go on."
        ),
        "replaced": _(
            "NOT recorded: another file was put in the place of the ledger {path} (by a sync program, "
            "perhaps). Leave with Ctrl+Q and start again."
        ),
        "changed": _(
            "NOT recorded: another program wrote into the ledger {path} (a sync program, perhaps). Leave "
            "with Ctrl+Q and start again."
        ),
    }
    return LedgerLost(told[absence or "changed"].format(path=path))


def damaged(path: Path, lines: Sequence[int]) -> str:
    """Lines before the last are not as they were written."""
    numbers = ", ".join(map(str, lines[:_NAMED])) + ("…" if lines[_NAMED:] else "")
    return _(
        "The ledger {path} is damaged at line {lines}. Mend it with main.py repair {folder}, or open the "
        "event on the first screen."
    ).format(path=path, lines=numbers, folder=path.parent)
