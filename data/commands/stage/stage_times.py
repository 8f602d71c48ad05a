"""Setting the real times of the stage right: a GO that came late, a start or end typed afterwards."""

from datetime import datetime, timedelta

from data.clock import hour_minute, local
from data.commands.stage.stage import MOST_MINUTES_AGO
from data.errors import Refused
from data.language import _
from data.model.entries.stage import TimesCorrected
from data.model.entry import Entry
from data.plans import typed
from data.session.session import Session
from data.state.stage.agenda_progress import at_local
from data.state.stage.item_run import Run

_MINUTE = timedelta(minutes=1)


def began_ago(session: Session, minutes: int | str) -> Entry:
    """The running item really began ``minutes`` ago, and the one before it ended then.

    Refused when nothing runs, and for a moment that contradicts the item before.
    """
    agenda_progress = session.state.agenda_progress
    ago = typed.whole_number(minutes, 0, MOST_MINUTES_AGO, _("Minutes ago"))
    if agenda_progress.current not in agenda_progress.runs:
        raise Refused(_("No agenda item is running."))
    run = agenda_progress.runs[agenda_progress.current]
    place = agenda_progress.timeline.place(session.now()) - timedelta(minutes=ago)
    return _record(session, agenda_progress.current, run.start.at + (place - run.start.place), None)


def correct_times(session: Session, id: str, *, started: str = "", ended: str = "") -> Entry:
    """When an item really began and ended, typed as ``8:31`` of the day on which it ran.

    An empty text, and one that says what is known already, leaves the time as it was. Refused for an
    item that has not begun, an end of one that still runs, what is no time, a time that contradicts
    the items beside it or lies ahead, and when nothing would change.
    """
    run = session.state.agenda_progress.runs.get(id)
    if run is None:
        raise Refused(_("This item has not begun yet; it has no times to edit."))
    if ended.strip() and run.ended is None:
        raise Refused(_("The item still runs: Space ends it."))
    begin = read_time(started, run.started)
    end = read_time(ended, run.ended) if run.ended else None
    if begin is None and end is None:
        raise Refused(_("Nothing was changed."))
    return _record(session, id, begin, end)


def read_time(text: str, near: datetime) -> datetime | None:
    """The moment (UTC) nearest to ``near`` at which the village's clocks show what was typed.

    None for an empty text and for the very minute of ``near``. Refused for what is no time of day.
    """
    if not text.strip():
        return None
    told = typed.time_of_day(text)
    if told == hour_minute(near):
        return None
    today = local(near).date()
    days = (today, today - timedelta(days=1), today + timedelta(days=1))
    return min((at_local(on, told) for on in days), key=lambda moment: abs(moment - near))


def _record(session: Session, id: str, started: datetime | None, ended: datetime | None) -> Entry:
    run = session.state.agenda_progress.runs[id]
    before, after = _neighbours(session, id)
    now = session.now().at
    if started is not None:
        # A neighbour that ended in the same moment moves along, down to its own beginning.
        earliest = None if before is None else before.started if before.end == run.start else before.ended
        started = _between(started, earliest, ended or run.ended or now)
    if ended is not None and run.end is not None:
        latest = now if after is None else (after.ended or now) if after.start == run.end else after.started
        ended = _between(ended, started or run.started, latest)
    return session.record(TimesCorrected(item=id, started=started, ended=ended))


def _between(moment: datetime, earliest: datetime | None, latest: datetime) -> datetime:
    """``moment``, moved on within its minute where nobody typed the seconds; Refused beyond the bounds."""
    if earliest is not None and earliest - moment >= _MINUTE:
        raise Refused(
            _("{time} contradicts what came before it: {bound} at the earliest.").format(
                time=hour_minute(moment), bound=hour_minute(earliest)
            )
        )
    moment = max(moment, earliest) if earliest is not None else moment
    if moment > latest:
        raise Refused(
            _("{time} contradicts what came after it: {bound} at the latest.").format(
                time=hour_minute(moment), bound=hour_minute(latest)
            )
        )
    return moment


def _neighbours(session: Session, id: str) -> tuple[Run | None, Run | None]:
    """The runs directly before and after an item's, in the order in which they began."""
    runs = list(session.state.agenda_progress.runs.values())
    place = list(session.state.agenda_progress.runs).index(id)
    return runs[place - 1] if place else None, runs[place + 1] if place + 1 < len(runs) else None
