"""The stage: stepping through the agenda. Times set right afterwards are in ``stage_times``."""

from datetime import timedelta

from data.commands.event.agenda import move_item
from data.errors import Refused
from data.language import _
from data.model.entries.stage import Adjusted, Paused, Reinstated, Resumed, Skipped, Went, WentBack
from data.model.entry import Entry
from data.model.plan import AgendaItem
from data.plans import typed
from data.queries.stage import next_item as queries
from data.session.session import Session
from data.text import counted

LEAST_MINUTES = 1
MOST_MINUTES_AGO = 240
"""A forgotten GO is not older than half a day."""


def next_item(session: Session) -> AgendaItem | None:
    """The item that GO would begin; None when GO would close the ceremony, or it is closed."""
    return queries.next_item(session.state)


def previous_item(session: Session) -> AgendaItem | None:
    """The item that going back would run again: the last that ran before the running one."""
    agenda_progress = session.state.agenda_progress
    ran = (
        session.state.event.item(id) for id in reversed(agenda_progress.runs) if id != agenda_progress.current
    )
    return next((item for item in ran if item is not None), None)


def waiting_items(session: Session) -> list[AgendaItem]:
    """The items that are still to come, those that are to be left out too, in the program's order."""
    agenda_progress = session.state.agenda_progress
    program = session.state.event.program[_position(session) + 1 :]
    return [item for item in program if agenda_progress.state(item.id) in ("waiting", "skipped")]


def go(session: Session, expected: str | None = None, *, minutes_ago: int | str = 0) -> Entry:
    """End the running item and begin the next one; after the last, close the ceremony.

    ``expected`` is the id of the item that the person was told would begin (empty: the closing);
    Refused when it is not what would happen now, or when the ceremony is closed. ``minutes_ago`` says
    how long ago that really was (digits where it was typed); Refused when the running item began after it.
    """
    if session.state.agenda_progress.closed is not None:
        raise Refused(_("The ceremony is closed. Go back if it is not over."))
    item = next_item(session)
    id = item.id if item else ""
    if expected is not None and expected != id:
        raise Refused(_("The agenda has moved in the meantime. Look again before you press."))
    ago = typed.whole_number(minutes_ago, 0, MOST_MINUTES_AGO, _("Minutes ago"))
    _check_ago(session, ago)
    return session.record(Went(item=id, ago=60.0 * ago))


def back(session: Session, expected: str | None = None) -> Entry:
    """Let the item before run on, with the time it had.

    ``expected`` is the id of the item that the person was told would run on; Refused when another
    would, and at the beginning.
    """
    item = previous_item(session)
    if item is None:
        raise Refused(_("There is no earlier item to go back to."))
    if expected is not None and expected != item.id:
        raise Refused(_("The agenda has moved in the meantime. Look again before you press."))
    return session.record(WentBack(item=item.id))


def pause_or_resume(session: Session) -> Entry:
    """Stop the running item's time, or let it go on. Refused when nothing runs."""
    item = _running(session)
    if session.state.agenda_progress.state(item.id) == "paused":
        return session.record(Resumed(item=item.id))
    return session.record(Paused(item=item.id))


def adjust(session: Session, minutes: int, id: str = "") -> Entry:
    """Give the running item, or the waiting one with this ``id``, ``minutes`` more, or fewer.

    Refused below one minute in all, and for an item that is over or left out.
    """
    item = _item(session, id) if id else _running(session)
    if session.state.agenda_progress.state(item.id) in ("done", "skipped"):
        raise Refused(_("“{item}” is not to come any more; its minutes stay.").format(item=item.title))
    if session.state.agenda_progress.minutes(item) + minutes < LEAST_MINUTES:
        raise Refused(_("An item keeps at least one minute."))
    return session.record(Adjusted(item=item.id, minutes=minutes))


def skip_or_reinstate(session: Session, id: str) -> Entry:
    """Leave a waiting item out today, or take it in again.

    Refused for an item that has begun and for one that the plan fixes.
    """
    item = _item(session, id)
    state = session.state.agenda_progress.state(id)
    if state == "skipped":
        return session.record(Reinstated(item=id))
    if state != "waiting":
        raise Refused(_("“{item}” has begun and cannot be skipped.").format(item=item.title))
    if item.fixed:
        raise Refused(_("The ceremony cannot do without “{item}”.").format(item=item.title))
    return session.record(Skipped(item=id))


def move_to_come(session: Session, id: str, by: int) -> Entry:
    """Move a waiting item one place earlier or later (``by`` -1 or 1) among those still to come.

    Refused for an item that has begun, and past the first or last of those to come.
    """
    coming = [item.id for item in waiting_items(session)]
    item = _item(session, id)
    if id not in coming:
        raise Refused(_("“{item}” has begun and stays where it is.").format(item=item.title))
    target = coming.index(id) + by
    if not 0 <= target < len(coming):
        raise Refused(_("“{item}” cannot move any further.").format(item=item.title))
    # Items that are off stand between the others in the agenda; here nobody sees them.
    agenda = [other.id for other in session.state.event.agenda]
    return move_item(session, id, agenda.index(coming[target]) - agenda.index(id))


def _check_ago(session: Session, minutes: int) -> None:
    agenda_progress = session.state.agenda_progress
    last = next(reversed(agenda_progress.runs.values()), None)
    if last is None or not minutes:
        return
    mark = last.end or last.start
    so_far = agenda_progress.timeline.place(session.now()) - mark.place
    if timedelta(minutes=minutes) > so_far:
        raise Refused(
            _("That was before the item that runs had begun: at most {minutes} ago.").format(
                minutes=counted.minutes(int(so_far.total_seconds() // 60))
            )
        )


def _item(session: Session, id: str) -> AgendaItem:
    item = session.state.event.item(id)
    if item is None:
        raise Refused(_("The agenda has no item “{item}”.").format(item=id))
    return item


def _running(session: Session) -> AgendaItem:
    item = session.state.event.item(session.state.agenda_progress.current)
    if item is None:
        raise Refused(_("No agenda item is running."))
    return item


def _position(session: Session) -> int:
    """Where the running item stands in the agenda, from 0; -1 before the first."""
    current = session.state.agenda_progress.current
    ids = [item.id for item in session.state.event.program]
    return ids.index(current) if current in ids else -1
