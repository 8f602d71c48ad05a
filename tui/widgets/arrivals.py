"""The last arrivals and refusals at the door, newest first."""

from textual.content import Content
from textual.widgets import Static

from data.clock import hour_minute
from data.language import _
from data.model.entry import Entry
from data.model.happenings.door import CameAgain, CheckedIn, ScanRefused
from data.state.state import State
from tui.answers import belongs_to
from tui.untrusted import fit, lines, plain

_REFUSED = {"replaced": "✖", "other-event": "✖", "unknown": "✖", "misread": "?"}


class Arrivals(Static):
    """As many of the last door entries as there is room for."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._state: State | None = None

    def on_resize(self) -> None:
        if self._state is not None:
            self.show(self._state)

    def show(self, state: State) -> None:
        """Redraw from the ledger's end."""
        self._state = state
        room = max(1, self.size.height - 1)
        rows = [plain(_("JUST CAME"), "bold dim")]
        for step in reversed(state.steps):
            if len(rows) > room:
                break
            if step.entry.id in state.undone:
                continue
            row = self._row(step.entry, state)
            if row is not None:
                rows.append(row)
        if len(rows) == 1:
            rows.append(plain(_("Nobody yet."), "dim"))
        self.update(lines(rows), layout=False)

    def _row(self, entry: Entry, state: State) -> Content | None:
        width = max(20, self.size.width - 9)
        match entry.what:
            case CheckedIn(guest=number) if number in state.guests:
                return _line(entry, "✔", self._named(number, state, width))
            case CameAgain(guest=number) if number in state.guests:
                return _line(entry, "↺", self._named(number, state, width))
            case ScanRefused(status=status):
                words = {
                    "replaced": _("old card"),
                    "other-event": _("card of another event"),
                    "unknown": _("unknown card"),
                    "misread": _("not read whole"),
                }
                return _line(entry, _REFUSED[status], fit(words[status], width))
        return None

    def _named(self, number: int, state: State, width: int) -> str:
        guest = state.guests[number]
        place = belongs_to(guest, state.event)
        room = min(14, width // 3)
        return fit(guest.name, width - room - 1) + " " + fit(place, room)


def _line(entry: Entry, sign: str, text: str) -> Content:
    return plain(f"{hour_minute(entry.at)} {sign} {text}")
