"""Who holds the stage: one laptop steps through the agenda, and another takes it over knowingly."""

from data.errors import Refused
from data.language import _
from data.model.entries.stage import StageTaken
from data.model.entry import Entry
from data.queries.laptops.writers import name_of
from data.session.session import Session


def held_by(session: Session) -> str:
    """The name of the other laptop that holds the stage; empty where this one does, or none."""
    holder = session.state.agenda_progress.holder
    return "" if holder in ("", session.laptop) else name_of(session.state, holder)


def take_stage(session: Session) -> Entry:
    """Let this laptop hold the stage from now on, in the place of the one that does.

    What that one does on the stage without knowing of it does not count. Refused where this laptop holds
    it, or none does.
    """
    if not held_by(session):
        raise Refused(_("No other laptop holds the stage."))
    return session.record(StageTaken(before=session.state.agenda_progress.holder))
