"""The last arrivals and refusals at the door, newest first."""

from textual.content import Content
from textual.widgets import Static

from data.clock import hour_minute
from data.language import _
from data.model.entries.door import (
    CameAgain,
    CheckedIn,
    CheckInMoved,
    CheckInRemoved,
    GroupCheckedIn,
    LeftEarly,
    ScanRefused,
)
from data.model.entry import Entry
from data.state.state import State
from tui.safe_text import fit, lines, plain
from tui.widgets.answers import belongs_to, belongs_within

_LEAST_SAID, _LEAST_WHERE = 10, 13
"""Cells that names leave to what is said of people, and at most to where they belong."""

_REFUSED = {"replaced": "✖", "other-event": "✖", "unknown": "✖", "misread": "?"}


class Arrivals(Static):
    """As many of the last door entries as there is room for."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._state: State | None = None
        self._names = 0

    def on_resize(self) -> None:
        if self._state is not None:
            self.show(self._state)

    def show(self, state: State) -> None:
        """Redraw from the ledger's end."""
        self._state = state
        room = max(1, self.size.height - 1)
        self._names = _width_of_names(state, room, self._width - 1)
        rows = [plain(_("JUST CAME"), "bold dim")]
        for step in reversed(state.steps):
            if len(rows) > room:
                break
            if step.entry.id in state.undone:
                continue
            row = self._row(state.as_read(step.entry), state)
            if row is not None:
                rows.append(row)
        if len(rows) == 1:
            rows.append(plain(_("Nobody yet."), "dim"))
        self.update(lines(rows), layout=False)

    @property
    def _width(self) -> int:
        """Cells behind time and sign."""
        return max(20, self.size.width - 8)

    def _row(self, entry: Entry, state: State) -> Content | None:
        width = self._width
        match entry.what:
            case CheckedIn(guest=number) if _holds(entry, number, state):
                named = self._named(number, state, width, _stood_in(number, state))
                return _line(entry, "✔", named, number, state)
            case CameAgain(guest=number) if number in state.present:
                return _line(entry, "↺", self._named(number, state, width, _first_came(number, state)))
            case GroupCheckedIn(guests=numbers, group=group):
                delegation = state.event.delegation(group)
                together = _("{group}: {count} together").format(
                    group=delegation.short if delegation else group, count=len(numbers)
                )
                return _line(entry, "✔", fit(together, width))
            case CheckInMoved(to=number) if number in state.guests:
                return _line(entry, "⇄", self._named(number, state, width, _("edited")), number, state)
            case CheckInRemoved(guest=number) if number in state.guests:
                return _line(entry, "✖", self._named(number, state, width, _("taken away")))
            case LeftEarly(guest=number) if number in state.present:
                return _line(entry, "←", self._named(number, state, width, _("goes home")))
            case ScanRefused(status=status, foreign=kind):
                words = {
                    "replaced": _("old card"),
                    "other-event": _("card of another event"),
                    "unknown": _("unknown card"),
                    "misread": _("not read whole"),
                }
                return _line(entry, _REFUSED[status], fit(_foreign(kind) or words[status], width))
        return None

    def _named(self, number: int, state: State, width: int, said: str) -> str:
        """A guest's name, and what is ``said`` of them, or else where they belong."""
        guest = state.guests[number]
        room = width - self._names - 1
        return (
            fit(guest.name, self._names) + " " + fit(said or belongs_within(guest, state.event, room), room)
        )


def _width_of_names(state: State, rows: int, width: int) -> int:
    """How many of ``width`` cells names of the last ``rows`` guests have: what they do not need says where
    people belong, which in turn leaves to names what it does not need."""
    numbers: set[int] = set()
    for step in reversed(state.steps):
        what = state.as_read(step.entry).what
        if isinstance(what, CheckInMoved):
            numbers.add(what.to)
        elif isinstance(what, CheckedIn | CameAgain | CheckInRemoved | LeftEarly):
            numbers.add(what.guest)
        if len(numbers) >= rows:
            break
    guests = [state.guests[number] for number in numbers if number in state.guests]
    names = max((plain(guest.name).cell_length for guest in guests), default=0)
    places = max((plain(belongs_to(guest, state.event)).cell_length for guest in guests), default=0)
    return min(names, width - min(_LEAST_WHERE, max(_LEAST_SAID, places)))


def _stood_in(number: int, state: State) -> str:
    attendance = state.present.get(number)
    return _("(stand-in)") if attendance is not None and attendance.is_substitute else ""


def _first_came(number: int, state: State) -> str:
    attendance = state.present.get(number)
    return _("came {time}").format(time=hour_minute(attendance.at)) if attendance is not None else ""


def _holds(entry: Entry, number: int, state: State) -> bool:
    """Whether a check-in is still this guest's: what was moved or taken away has a line of its own."""
    attendance = state.present.get(number)
    return attendance is not None and attendance.entry == entry.id


def _foreign(kind: str) -> str:
    """What was scanned, where it was somebody else's code; what tells them is loaded by the first one."""
    if not kind:
        return ""
    from data.messages.warnings.foreign import foreign_name
    from data.scanning.foreign_codes import foreign_kind

    known = foreign_kind(kind)
    return foreign_name(known) if known else ""


def _line(entry: Entry, sign: str, text: str, came: int | None = None, state: State | None = None) -> Content:
    """A line of the list: with the time at which the guest ``came``, where that is what it tells."""
    attendance = state.present.get(came) if state is not None and came is not None else None
    return plain(f"{hour_minute(attendance.at if attendance else entry.at)} {sign} {text}")
