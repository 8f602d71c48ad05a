"""Who is introduced to the hall: those who are here now, in protocol order, and those who were missed."""

from msgspec import Struct

from data.model.event import Event
from data.model.guest import Guest
from data.plans.placeholders import fields
from data.queries.addressing.office_held import office_told
from data.queries.addressing.protocol import by_protocol
from data.state.state import State
from data.text.people.honorific import addressed

PRESENT = "present"
"""The fact that stands in the line of the item in which the delegates are introduced."""
# Spoken on the stage and printed on papers: Vietnamese in every language of the screen.
_INSTEAD = "{who}, dự thay {guest}"


class Turn(Struct, frozen=True, kw_only=True):
    """A delegate's place in the introduction.

    ``line`` is what the MC reads; ``is_read`` that it was read out; ``is_missed`` that the MC has gone
    past this place without it: the delegate came later, and has to be put before the MC.
    """

    guest: Guest
    line: str
    is_read: bool
    is_missed: bool


def introduction_item(event: Event) -> str:
    """The id of the agenda item that introduces the delegates: the one whose line names them, else
    the first; empty for an agenda without items."""
    program = event.program
    named = (item.id for item in program if PRESENT in fields(item.line))
    return next(named, program[0].id if program else "")


def introduction_order(state: State) -> list[Guest]:
    """All delegates who were ever listed, as they are to be read out, absent ones in their places too.

    In the order of protocol (``by_protocol``) and then as they are listed, changed by hand move by move.
    A new arrival so slots in where protocol puts it among those whom nobody moved.
    """
    delegates = (guest for guest in state.guests.values() if not guest.is_household)
    order = by_protocol(delegates, state.event)
    for number, before in state.words.moves:
        _move(order, number, before)
    return order


def introduced(state: State) -> list[Guest]:
    """The delegates who are here now, in the order in which they are read out."""
    return [guest for guest in introduction_order(state) if not guest.withdrawn and _is_here(state, guest)]


def turns(state: State) -> list[Turn]:
    """The introduction as the MC reads it: everyone who is here now, with who was read out already."""
    here = introduced(state)
    missed = {guest.number for guest in _missed(here, state)}
    return [
        Turn(
            guest=guest,
            line=introduction_line(guest, state, guess=True),
            is_read=guest.number in state.words.introduced,
            is_missed=guest.number in missed,
        )
        for guest in here
    ]


def latecomers(state: State) -> list[Guest]:
    """The delegates whom the introduction missed and who have not been read out since, as they came."""
    missed = {guest.number for guest in _missed(introduced(state), state)}
    as_they_came = (state.guests[number] for number in state.present if number in missed)
    return sorted(as_they_came, key=lambda guest: state.present[guest.number].at)


def next_to_introduce(state: State) -> Guest | None:
    """Whom one key marks as read out: who was missed, else the next of the introduction that runs."""
    late = latecomers(state)
    if late:
        return late[0]
    run = state.agenda_progress.runs.get(introduction_item(state.event))
    if run is not None and run.ended is not None:
        return None
    return next((turn.guest for turn in turns(state) if not turn.is_read), None)


def introduction_line(guest: Guest, state: State, *, guess: bool = False) -> str:
    """How the MC names a delegate: ``ông Name, title organisation``, with who came in their place.

    Where it is not known how they are addressed, ``guess`` gives what is likely, marked as a guess.
    """
    name = addressed(guest.name, guest.honorific, guess=guess)
    attendance = state.present.get(guest.number)
    if attendance is not None and attendance.substitute:
        name = _INSTEAD.format(who=addressed(attendance.substitute, guess=guess), guest=guest.name)
    return ", ".join(filter(None, (name, office_told(guest, state.event))))


def introduction_lines(state: State) -> list[str]:
    """The delegates who are present as the MC reads them out."""
    return [introduction_line(guest, state) for guest in introduced(state)]


def _missed(here: list[Guest], state: State) -> list[Guest]:
    """Those ``here`` whom the MC has passed: before the last one read, or not read when it ended.

    An MC who marks nobody has read out everyone who was here when the introduction ended.
    """
    read = state.words.introduced
    unread = [guest for guest in here if guest.number not in read]
    run = state.agenda_progress.runs.get(introduction_item(state.event))
    if run is None:
        return []
    if run.ended is None:
        last = max((place for place, guest in enumerate(here) if guest.number in read), default=-1)
        return [guest for guest in here[: last + 1] if guest.number not in read]
    ended = run.ended
    if any(at <= ended for at in read.values()):
        return unread
    return [guest for guest in unread if state.present[guest.number].at > ended]


def _move(order: list[Guest], number: int, before: int) -> None:
    """Put one guest just before another (0: last); nothing where one of them is not on the list."""
    places = {guest.number: place for place, guest in enumerate(order)}
    if number not in places or number == before or (before and before not in places):
        return
    guest = order.pop(places[number])
    target = next((place for place, other in enumerate(order) if other.number == before), len(order))
    order.insert(target, guest)


def _is_here(state: State, guest: Guest) -> bool:
    attendance = state.present.get(guest.number)
    return attendance is not None and attendance.is_here
