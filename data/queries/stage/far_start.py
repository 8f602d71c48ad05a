"""Beginning the agenda hours away from its planned start: a key that was pressed while trying out."""

from datetime import datetime, timedelta

from data.clock import local
from data.state.stage.agenda_progress import at_local
from data.state.state import State

_NEAR = timedelta(hours=1)


def far_start(state: State, now: datetime) -> datetime | None:
    """The planned start (UTC), where the agenda has not begun and ``now`` (UTC) is over an hour away from it.

    None on any other day than the event's, about which the laptop's date is asked, and for a sample.
    """
    event = state.event
    if event.sample or state.agenda_progress.runs or local(now).date() != event.date:
        return None
    planned = at_local(event.date, event.start)
    return planned if abs(now - planned) > _NEAR else None
