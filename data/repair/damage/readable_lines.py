"""Which lines of a ledger this program can fold: those whose content makes sense."""

from collections.abc import Iterable, Sequence

from data.errors import LedgerNewer
from data.language import _
from data.ledger.lines.line import Changes
from data.ledger.lines.reading import Tables, apply
from data.state.reading.from_ledger import holds
from data.state.reading.soundness import Unsound, fold, sound_steps


def understood(lines: Sequence[Changes]) -> tuple[list[Changes], list[tuple[int, Changes]]]:
    """``lines`` without those that make no sense, and these with their numbers from 1.

    Nothing is left where the event's own beginning is not among them. Raises LedgerNewer for a ledger that
    only a newer version of the program knows: there is nothing to mend then.
    """
    kept = list(enumerate(lines, start=1))
    unclear: list[tuple[int, Changes]] = []
    while kept:
        try:
            steps = sound_steps(_tables(changes for _number, changes in kept))
            if not steps or steps[0].event is None:
                return [], unclear
            fold(steps)
            break
        except Unsound as fault:
            if fault.is_newer:
                raise LedgerNewer(
                    _("The ledger was written by a newer version of the program. Open it with that version.")
                ) from fault
            bad = [one for one in kept if holds(one[1], fault)][-1:]
            if not bad:
                return [], unclear
            kept.remove(bad[0])
            unclear += bad
    return [changes for _number, changes in kept], sorted(unclear, key=lambda one: one[0])


def _tables(lines: Iterable[Changes]) -> Tables:
    tables: Tables = {}
    for changes in lines:
        apply(tables, changes)
    return tables
