"""The stage: stepping through the agenda."""

from data.ceremony import Ceremony
from data.errors import Refused
from data.language import _
from data.model.entry import Entry
from data.model.happenings.stage import Adjusted, Paused, Resumed, Went, WentBack
from data.model.plan import AgendaItem

LEAST_MINUTES = 1


def next_item(ceremony: Ceremony) -> AgendaItem | None:
    """The item that GO would begin; None when GO would close the ceremony, or it is closed."""
    rundown = ceremony.state.rundown
    program = ceremony.state.event.program
    if rundown.closed is not None:
        return None
    position = _position(ceremony)
    return next((item for item in program[position + 1 :] if rundown.state(item.id) == "waiting"), None)


def previous_item(ceremony: Ceremony) -> AgendaItem | None:
    """The item that going back would run again."""
    rundown = ceremony.state.rundown
    program = ceremony.state.event.program
    before = program if rundown.closed is not None else program[: max(_position(ceremony), 0)]
    return next((item for item in reversed(before) if item.id in rundown.runs), None)


def go(ceremony: Ceremony, expected: str | None = None) -> Entry:
    """End the running item and begin the next one; after the last, close the ceremony.

    ``expected`` is the id of the item that the person was told would begin (empty: the closing);
    Refused when it is not what would happen now, or when the ceremony is closed.
    """
    if ceremony.state.rundown.closed is not None:
        raise Refused(_("The ceremony is closed. Go back if it is not over."))
    item = next_item(ceremony)
    id = item.id if item else ""
    if expected is not None and expected != id:
        raise Refused(_("The agenda has moved in the meantime. Look again before you press."))
    return ceremony.record(Went(item=id))


def back(ceremony: Ceremony) -> Entry:
    """Let the item before run on, with the time it had. Refused at the beginning."""
    item = previous_item(ceremony)
    if item is None:
        raise Refused(_("There is no earlier item to go back to."))
    return ceremony.record(WentBack(item=item.id))


def pause_or_resume(ceremony: Ceremony) -> Entry:
    """Stop the running item's time, or let it go on. Refused when nothing runs."""
    item = _running(ceremony)
    if ceremony.state.rundown.state(item.id) == "paused":
        return ceremony.record(Resumed(item=item.id))
    return ceremony.record(Paused(item=item.id))


def adjust(ceremony: Ceremony, minutes: int) -> Entry:
    """Give the running item ``minutes`` more, or fewer. Refused below one minute in all."""
    item = _running(ceremony)
    allotted = item.minutes + ceremony.state.rundown.runs[item.id].extra + minutes
    if allotted < LEAST_MINUTES:
        raise Refused(_("An item keeps at least one minute."))
    return ceremony.record(Adjusted(item=item.id, minutes=minutes))


def _running(ceremony: Ceremony) -> AgendaItem:
    item = ceremony.state.event.item(ceremony.state.rundown.current)
    if item is None:
        raise Refused(_("No agenda item is running."))
    return item


def _position(ceremony: Ceremony) -> int:
    """Where the running item stands in the agenda, from 0; -1 before the first."""
    current = ceremony.state.rundown.current
    ids = [item.id for item in ceremony.state.event.program]
    return ids.index(current) if current in ids else -1
