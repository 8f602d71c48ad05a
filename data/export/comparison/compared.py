"""One event among those that are compared."""

from collections.abc import Sequence
from typing import NamedTuple

from data.language import _
from data.state.stage.agenda_progress import Instant
from data.state.state import State


class Compared(NamedTuple):
    """An event, the name it goes by in this workbook, and the moment that running items are measured to."""

    state: State
    name: str
    now: Instant


def named(states: Sequence[tuple[State, str, Instant]]) -> list[Compared]:
    """The events, earliest first (those without a date last), each with a name of its own.

    Each of ``states`` comes with its folder's name, which tells two of the same village and day apart.
    """
    ordered = sorted(states, key=lambda one: (one[0].event.date is None, str(one[0].event.date)))
    names = [_name(state) for state, _folder, _now in ordered]
    return [
        Compared(state, name if names.count(name) == 1 else f"{name} · {folder}", now)
        for (state, folder, now), name in zip(ordered, names, strict=True)
    ]


def _name(state: State) -> str:
    event = state.event
    day = f"{event.date:%d/%m/%Y}" if event.date else _("no date yet")
    return f"{event.site.village} · {day}"
