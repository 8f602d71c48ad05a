"""Making up for lost time: a proposal, and one entry when it is accepted."""

from data.errors import Refused
from data.language import _
from data.model.entries.stage import Shortened
from data.model.entry import Entry
from data.queries.stage.pace import Proposal, catching_up, pace
from data.session.session import Session
from data.state.stage.agenda_progress import table


def propose(session: Session) -> Proposal:
    """Which items could give up how many minutes, so that the ceremony ends as planned.

    Refused when it is closed or not late, and when nothing that is still to come may be shortened.
    """
    state, now = session.state, session.now()
    rows = table(state.event, state.agenda_progress, now)
    if state.agenda_progress.closed is not None or not rows:
        raise Refused(_("The ceremony is closed."))
    found = pace(state.event, state.agenda_progress, rows, now)
    late = found.late
    if found.is_at_another_hour:
        raise Refused(_("It is held at another hour than planned (F10: the start); nothing is late."))
    if late <= 0:
        raise Refused(_("The ceremony is not late; nothing has to be shortened."))
    proposal = catching_up(rows, late)
    if not proposal.cuts:
        raise Refused(_("Nothing that is still to come may be shortened: the plan does not allow it."))
    return proposal


def accept(session: Session, shown: Proposal) -> Entry:
    """Shorten as ``shown`` says. Refused when it is not what the plan allows by now."""
    allowed = {cut.item: cut.minutes for cut in propose(session).cuts}
    if any(cut.minutes > allowed.get(cut.item, 0) for cut in shown.cuts):
        raise Refused(_("The times have changed in the meantime. Ask for a new proposal."))
    return session.record(Shortened(cuts=shown.cuts))
