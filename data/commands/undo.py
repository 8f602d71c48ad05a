"""Taking back the last step, by an entry that says so."""

from data.ceremony import Ceremony
from data.errors import Refused
from data.language import _
from data.model.entry import Entry
from data.model.happenings.door import CameAgain, ScanRefused
from data.model.happenings.event import (
    EventClosed,
    EventCreated,
    EventReopened,
    PersonalDataPurged,
    Undone,
)
from data.model.happenings.gifts import GiftRefused
from data.model.happenings.stage import TimeInDoubt

_NOT_STEPS = (
    EventCreated,
    CameAgain,
    ScanRefused,
    GiftRefused,
    Undone,
    TimeInDoubt,
    EventClosed,
    EventReopened,
    PersonalDataPurged,
)


def last_step(ceremony: Ceremony) -> Entry | None:
    """The entry that ``undo`` would take back: the last that changed anything and still counts."""
    state = ceremony.state
    for step in reversed(state.steps):
        if not isinstance(step.entry.what, _NOT_STEPS) and step.entry.id not in state.undone:
            return step.entry
    return None


def undo(ceremony: Ceremony, expected: str = "") -> Entry:
    """Take back the last step; returns the entry that was undone.

    ``expected`` is the id of the entry that the person was shown; Refused when another step came in
    between, or when there is nothing to undo.
    """
    last = last_step(ceremony)
    if last is None:
        raise Refused(_("There is nothing to undo."))
    if expected and last.id != expected:
        raise Refused(_("Something else was done in the meantime. Look again at what would be undone."))
    ceremony.record(Undone(entry=last.id))
    return last
