"""Whether the door can let guests in at this moment, and if not, why: one line that is always shown."""

from msgspec import Struct

from data.language import _
from data.session.session import Session


class Readiness(Struct, frozen=True):
    """``problem`` is the sentence that says what keeps guests from being let in; empty when ready."""

    problem: str = ""

    @property
    def is_ready(self) -> bool:
        """Whether a scan would let its guest in."""
        return not self.problem


def readiness(session: Session) -> Readiness:
    """How the door stands: a closed event, one opened only to look at, a disk that refused the last entry."""
    if not session.writes:
        return Readiness(_("This event is open elsewhere; here it can only be looked at."))
    if session.closed is not None:
        return Readiness(_("The event is closed. F6, F8: open it again."))
    if session.is_shared and not session.trouble:
        return Readiness(_("Another computer writes this event too. Close it on one of them."))
    return Readiness(session.trouble)
