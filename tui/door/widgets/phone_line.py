"""One line at the door: which paired phone was answered last, and what."""

from data.clock import hour_minute
from data.language import _, ngettext
from data.model.entries.door import CameAgain, CheckedIn, ScanRefused
from data.model.entry import Entry
from data.state.phones import phone_of
from data.state.state import State
from tui.safe_text import fit, plain
from tui.widgets.static_cached import StaticCached

_LONGEST_PHONE = 20


class PhoneLine(StaticCached):
    """``▯ Cửa sau · Mai  07:52 ✔ Nguyễn Thị Hương``; nothing while no phone is paired."""

    DEFAULT_CSS = "PhoneLine { height: 1; padding: 0 1; display: none; }"

    def tell(self, state: State) -> None:
        """Say what the ledger tells."""
        paired = state.phones.paired
        self.display = bool(paired)
        if not paired:
            return
        newest = max(
            (entry for phone, entry in state.requests.last.items() if phone in paired),
            key=lambda entry: entry.id,
            default=None,
        )
        told = ngettext("{count} phone paired", "{count} phones paired", len(paired)).format(
            count=len(paired)
        )
        self.show(plain(f"▯ {told if newest is None else _told(newest, state)}", "$foreground 80%"))


def _told(entry: Entry, state: State) -> str:
    what = entry.what
    request = what.request if isinstance(what, CheckedIn | CameAgain | ScanRefused) else ""
    phone = state.phones.paired[phone_of(request)]
    if isinstance(what, CheckedIn | CameAgain):
        guest = state.guests.get(what.guest)
        sign = "✔" if isinstance(what, CheckedIn) else "↺"
        said = f"{sign} {guest.name}" if guest else sign
    else:
        said = "✖ " + _("not let in")
    if entry.id in state.undone:
        said += " · " + _("taken back")
    return f"{fit(phone.name, _LONGEST_PHONE).rstrip()}  {hour_minute(entry.at)} {said}"
