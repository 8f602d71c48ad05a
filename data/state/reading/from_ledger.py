"""The state that a ledger's file adds up to, or where in it an unsound step stands."""

from collections.abc import Sequence
from pathlib import Path

from data.errors import EventMissing, LedgerDamaged, LedgerNewer
from data.language import _
from data.ledger.lines.line import ENTRIES, Changes
from data.ledger.lines.reading import read_file
from data.ledger.lines.todays import Said
from data.ledger.storage import LedgerStorage
from data.state.reading.soundness import Unsound, fold
from data.state.reading.steps import formats_told, steps_of
from data.state.state import State


def read_state(storage: LedgerStorage, folder: Path, said: Sequence[Said] | None = None) -> State:
    """What the ledger of the event in ``folder`` adds up to.

    ``said`` is what all its lines say, where somebody has read them already. Raises LedgerDamaged, with the
    line's number, where a step makes no sense, and EventMissing where there is none.
    """
    try:
        found = steps_of(storage.said() if said is None else said)
        if found:
            return fold(found)
    except Unsound as error:
        raise refusal(storage.path, error) from error
    raise EventMissing(
        _("The event in {path} was never finished making. Delete that folder and make it anew.").format(
            path=folder
        )
    )


def format_of(state: State) -> int:
    """The number of the format that the ledger says it has."""
    return max(formats_told([step.entry for step in state.steps]), default=1)


def refusal(path: Path, fault: Unsound) -> LedgerDamaged:
    """The refusal for an unsound step in the ledger at ``path``: one sentence that names the line."""
    if fault.is_newer:
        return LedgerNewer(
            _(
                "The ledger {path} was written by a newer version of the program. Open it with that version, "
                "or install the newest one."
            ).format(path=path)
        )
    return LedgerDamaged(
        _(
            "The ledger {path} holds something at line {line} that cannot be (its checksum is right). Mend "
            "it with main.py repair {folder}, or open it with the newest version of the program."
        ).format(path=path, line=line_of(path, fault) or "?", folder=path.parent)
    )


def line_of(path: Path, fault: Unsound) -> int:
    """The number, from 1, of the line that holds the unsound document; 0 where it is not found."""
    try:
        lines = read_file(path).changes
    except OSError:
        return 0
    return next((number for number, changes in enumerate(lines, start=1) if holds(changes, fault)), 0)


def holds(changes: Changes, fault: Unsound) -> bool:
    """Whether a line holds the unsound document."""
    if fault.entry:
        return any(row and row.get("id") == fault.entry for row in (changes.get(ENTRIES) or {}).values())
    return fault.id in (changes.get(fault.table) or {})
