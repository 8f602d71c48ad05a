"""Who is introduced to the hall: those who are present, in protocol order, and those who came after it."""

from data.facts import fields
from data.language import _
from data.model.event import Event
from data.model.guest import Guest
from data.state.counts import expected_guests
from data.state.state import State

PRESENT = "present"
"""The fact that stands in the line of the item in which the delegates are introduced."""
_HONORIFIC = "ông/bà"
_LAST_RANK = 99


def introduction_item(event: Event) -> str:
    """The id of the agenda item that introduces the delegates: the one whose line names them, else
    the first; empty for an agenda without items."""
    program = event.program
    named = (item.id for item in program if PRESENT in fields(item.line))
    return next(named, program[0].id if program else "")


def introduced(state: State) -> list[Guest]:
    """The delegates who are here now, by the rank of their delegation and then as they are listed."""
    ranks = {delegation.id: delegation.rank for delegation in state.event.delegations}
    here = [g for g in expected_guests(state) if not g.is_household and _is_here(state, g)]
    return sorted(here, key=lambda guest: ranks.get(guest.delegation, _LAST_RANK))


def latecomers(state: State) -> list[Guest]:
    """The delegates who came after the introduction had ended, in the order in which they came."""
    run = state.rundown.runs.get(introduction_item(state.event))
    ended = run.ended if run else None
    if ended is None:
        return []
    late = [guest for guest in introduced(state) if state.present[guest.number].at > ended]
    return sorted(late, key=lambda guest: state.present[guest.number].at)


def introduction_line(guest: Guest, state: State) -> str:
    """How the MC names a delegate: ``ông Name, title organisation``, with who came in their place."""
    name = f"{guest.honorific or _HONORIFIC} {guest.name}"
    attendance = state.present.get(guest.number)
    if attendance is not None and attendance.substitute:
        name = _("{who}, in place of {guest}").format(
            who=f"{_HONORIFIC} {attendance.substitute}", guest=guest.name
        )
    return ", ".join(filter(None, (name, _office(guest, state.event))))


def introduction_lines(state: State) -> list[str]:
    """The delegates who are present as the MC reads them out."""
    return [introduction_line(guest, state) for guest in introduced(state)]


def _is_here(state: State, guest: Guest) -> bool:
    attendance = state.present.get(guest.number)
    return attendance is not None and attendance.is_here


def _office(guest: Guest, event: Event) -> str:
    office = _once(guest.title, guest.organisation)
    if office:
        return office
    delegation = event.delegation(guest.delegation)
    return delegation.name if delegation else ""


def _once(title: str, organisation: str) -> str:
    """Title and organisation without the words that lists write in both.

    "Phó Trưởng Công an huyện", "Công an huyện Hưng Hà" is "Phó Trưởng Công an huyện Hưng Hà".
    """
    if organisation.casefold() in title.casefold():
        return title
    words, rest = title.split(), organisation.split()
    for shared in range(min(len(words), len(rest)), 0, -1):
        if [w.casefold() for w in words[-shared:]] == [w.casefold() for w in rest[:shared]]:
            return " ".join(words + rest[shared:])
    return f"{title} {organisation}".strip()
