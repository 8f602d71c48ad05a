"""The same guests across several events: a launch and the meetings that followed it.

An event made with ``guests_from`` keeps its guests' card codes, so a guest is the same wherever a code
is: the present one, or one that was replaced. Names alone never make two guests one.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec import Struct

from data.errors import CeremonyError
from data.model.event import Event
from data.model.guest import Guest
from data.queries.people.counts import expected_guests
from data.session.folders.home import event_folders
from data.session.opening import open_for_reading
from data.state.people.attendance import Attendance
from data.state.state import State


class Presence(Struct, frozen=True, kw_only=True):
    """A guest on the list of one event, and how they came to it (None: they did not)."""

    event: Event
    guest: Guest
    attendance: Attendance | None


def same_guests(states: Sequence[State]) -> list[list[Presence | None]]:
    """Every guest of any of the events, each with one place for each event; None: not on its list.

    In the order of the first event's list, then those whom only later events have. Withdrawn guests
    are left out. Two guests of one event stay two, whatever their cards say.
    """
    rows: list[list[Presence | None]] = []
    row_of: dict[str, int] = {}
    for place, state in enumerate(states):
        codes = _codes(state)
        for guest in expected_guests(state):
            known = next((row_of[code] for code in codes[guest.number] if code in row_of), None)
            if known is None or rows[known][place] is not None:
                known = len(rows)
                rows.append([None] * len(states))
            presence = Presence(event=state.event, guest=guest, attendance=state.present.get(guest.number))
            rows[known][place] = presence
            row_of |= dict.fromkeys(codes[guest.number], known)
    return rows


def other_events(folder: Path) -> dict[int, list[Presence]]:
    """By number of the guests in ``folder``: the events beside it that they were invited to as well.

    The earliest first, those without a date last; guests of no other event are left out, and so are
    events that cannot be read. Reads every event beside: work for a thread.
    """
    beside = _readable(other for other in event_folders(folder.parent) if other != folder)
    others = sorted(beside, key=lambda state: (state.event.date is None, str(state.event.date)))
    own = next(iter(_readable([folder])), None) if others else None
    if own is None:
        return {}
    number_of = {code: number for number, codes in _codes(own).items() for code in codes}
    found: dict[int, list[Presence]] = {}
    for state in others:
        codes = _codes(state)
        for guest in expected_guests(state):
            number = next((number_of[code] for code in codes[guest.number] if code in number_of), None)
            if number is not None:
                presence = Presence(
                    event=state.event, guest=guest, attendance=state.present.get(guest.number)
                )
                found.setdefault(number, []).append(presence)
    return found


def _codes(state: State) -> dict[int, list[str]]:
    """By guest number, the code of the card and those of the cards it replaced."""
    codes = {number: [guest.code] for number, guest in state.guests.items()}
    for code, number in state.replaced.items():
        if number in codes:
            codes[number].append(code)
    return codes


def _readable(folders: Iterable[Path]) -> Iterable[State]:
    for folder in folders:
        try:
            with open_for_reading(folder) as session:
                yield session.state
        except CeremonyError:
            continue
