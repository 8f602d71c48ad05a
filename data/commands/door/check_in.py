"""What became of a check-in that was shown: it may be somebody else's by now, or nobody's."""

from data.commands.door.answer import Answer
from data.model.entries.door import CheckedIn, CheckInMoved, CheckInRemoved, GroupCheckedIn
from data.state.state import State


def holder_now(answer: Answer, state: State) -> int | None:
    """The number of the guest who has the check-in that ``answer`` told of; None when nobody has.

    Of several who were let in together, it is the one to whom this guest's check-in was moved.
    """
    if answer.attendance is None or answer.guest is None:
        return None
    entry = answer.attendance.entry
    holders = [number for number, attendance in state.present.items() if attendance.entry == entry]
    if answer.attendance.channel != "group":
        return holders[0] if holders else None
    for step in reversed(state.steps):
        what = state.as_read(step.entry).what
        if step.entry.id == entry:
            break
        if isinstance(what, CheckInMoved) and what.guest == answer.guest.number and what.to in holders:
            return what.to
    return None


def was_taken_away(number: int, state: State) -> bool:
    """Whether the last that was said of this guest's coming is that the check-in was a mistake."""
    for step in reversed(state.steps):
        what = state.as_read(step.entry).what
        if step.entry.id in state.undone:
            continue
        if isinstance(what, CheckInRemoved) and what.guest == number:
            return True
        if isinstance(what, CheckedIn) and what.guest == number:
            return False
        if isinstance(what, GroupCheckedIn) and number in what.guests:
            return False
    return False
