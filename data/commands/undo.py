"""Taking back the last step, by an entry that says so."""

from data.errors import Refused
from data.language import _
from data.model.entries.door import CameAgain, ScanRefused
from data.model.entries.event import (
    EventClosed,
    EventCreated,
    EventReopened,
    FormatRaised,
    LedgerRepaired,
    PersonalDataPurged,
    Undone,
)
from data.model.entries.gifts import GiftRefused
from data.model.entries.stage import TimeInDoubt
from data.model.entry import Entry
from data.session.session import Session

_NOT_STEPS = (
    EventCreated,
    CameAgain,
    ScanRefused,
    GiftRefused,
    Undone,
    TimeInDoubt,
    EventClosed,
    EventReopened,
    FormatRaised,
    LedgerRepaired,
    PersonalDataPurged,
)


def last_step(session: Session) -> Entry | None:
    """The entry that ``undo`` would take back: the last that changed anything and still counts."""
    state = session.state
    for step in reversed(state.steps):
        if not isinstance(step.entry.what, _NOT_STEPS) and step.entry.id not in state.undone:
            return step.entry
    return None


def undo(session: Session, expected: str = "") -> Entry:
    """Take back the last step; returns the entry that was undone.

    ``expected`` is the id of the entry that the person was shown; Refused when another step came in
    between, or when there is nothing to undo.
    """
    last = last_step(session)
    if last is None:
        raise Refused(_("There is nothing to undo."))
    if expected and last.id != expected:
        raise Refused(_("Something else was done in the meantime. Look again at what would be undone."))
    session.record(Undone(entry=last.id))
    return last
