"""Taking back the last step, by an entry that says so."""

from data.errors import Refused
from data.language import _
from data.model.entries.event import Undone
from data.model.entry import Entry
from data.session.session import Session


def last_step(session: Session) -> Entry | None:
    """The entry that ``undo`` would take back: the last that was written here, changed anything and counts.

    What another laptop wrote is taken back there. Entries from before laptops had ids are everybody's.
    """
    state, own = session.state, ("", session.laptop)
    for step in reversed(state.steps):
        entry = step.entry
        if entry.what.is_step and entry.laptop in own and entry.id not in state.undone:
            return entry
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
