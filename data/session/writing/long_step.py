"""A step that brings thousands of guests: all that takes long is done while others have their turn."""

from data.collector import resting
from data.ledger.appending import Meanwhile
from data.ledger.lines.line import Encoded
from data.ledger.lines.record import Step, cleaned, documents
from data.ledger.table import LedgerDB
from data.state.state import State

MANY = 500
"""A step with more guests than these takes longer than a scan can wait."""


def prepared(step: Step, state: State, db: LedgerDB, at_length: Meanwhile) -> tuple[Encoded, State]:
    """The line for ``step``, cleaned, as ``db.put`` takes it, and ``state`` as it will be behind it.

    ``at_length`` lasts while it is worked out. Nothing is written, and ``state`` stays as it is. Raises
    ValueError as ``cleaned``.
    """
    after = state.twin()
    with at_length(), resting():
        step = cleaned(step)
        encoded = db.encoded((documents(step),))
        after.add(step)
    return encoded, after
