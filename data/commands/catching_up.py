"""Making up for lost time: a proposal, and one entry when it is accepted."""

from data.ceremony import Ceremony
from data.errors import Refused
from data.language import _
from data.model.entry import Entry
from data.model.happenings.stage import Shortened
from data.state.pace import Proposal, catching_up, pace
from data.state.rundown import table


def propose(ceremony: Ceremony) -> Proposal:
    """Which items could give up how many minutes, so that the ceremony ends as planned.

    Refused when it is closed or not late, and when nothing that is still to come may be shortened.
    """
    state, now = ceremony.state, ceremony.now()
    rows = table(state.event, state.rundown, now)
    if state.rundown.closed is not None or not rows:
        raise Refused(_("The ceremony is closed."))
    late = pace(state.event, state.rundown, rows, now).late
    if late <= 0:
        raise Refused(_("The ceremony is not late; nothing has to be shortened."))
    proposal = catching_up(rows, late)
    if not proposal.cuts:
        raise Refused(_("Nothing that is still to come may be shortened: the plan does not allow it."))
    return proposal


def accept(ceremony: Ceremony, shown: Proposal) -> Entry:
    """Shorten as ``shown`` says. Refused when it is not what the plan allows by now."""
    allowed = {cut.item: cut.minutes for cut in propose(ceremony).cuts}
    if any(cut.minutes > allowed.get(cut.item, 0) for cut in shown.cuts):
        raise Refused(_("The times have changed in the meantime. Ask for a new proposal."))
    return ceremony.record(Shortened(cuts=shown.cuts))
