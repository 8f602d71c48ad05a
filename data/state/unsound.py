"""Where in the ledger's file an unsound step stands, and what is said about it."""

from pathlib import Path

from data.errors import LedgerDamaged, LedgerNewer
from data.language import _
from data.ledger.line import ENTRIES, Changes
from data.ledger.reading import read_file
from data.state.sound import Unsound


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
            "The ledger {path} holds something at line {line} that cannot be (its checksum is right). Open "
            "it with the newest version of the program, or mend it with: main.py repair {folder}"
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
