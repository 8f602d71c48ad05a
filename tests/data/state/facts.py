"""Everything a state says, as one value that can be compared and that later steps cannot change."""

from copy import deepcopy
from datetime import timedelta
from typing import Any

from data.queries.people.counts import by_delegation, by_hamlet, counts
from data.session.session import Session
from data.state.stage.agenda_progress import Instant, finish, table
from data.state.state import State
from tests.conftest import MORNING

HOURS = 10


def later(state: State) -> Instant:
    """One and the same moment after all that a test does, on the clock that stood at 0 at ``MORNING``."""
    return Instant(MORNING + timedelta(hours=HOURS), HOURS * 3600.0, state.entries[-1].run)


def facts(state: State) -> dict[str, Any]:
    """What screens, papers and exports are made of."""
    now = later(state)
    rows = table(state.event, state.agenda_progress, now)
    return deepcopy(
        {
            "event": state.event,
            "guests": list(state.guests.items()),
            "codes": state.by_code,
            "replaced": state.replaced,
            "present": list(state.present.items()),
            "rundown": state.agenda_progress,
            "rows": rows,
            "finish": finish(rows, now),
            "handovers": list(state.handovers.by_id.items()),
            "words": state.words,
            "given": [state.handovers.given(gift.id) for gift in state.event.gifts],
            "counts": counts(state),
            "hamlets": by_hamlet(state),
            "delegations": by_delegation(state),
        }
    )


def same_on_disk(session: Session) -> bool:
    """Whether somebody who reads the ledger from its beginning comes to the same state."""
    with Session(session.folder, "read") as reader:
        return facts(reader.state) == facts(session.state) and reader.state.steps == session.state.steps
