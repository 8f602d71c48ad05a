"""Everything about one guest: whole name, where from, card, and what the ledger says of them."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from data.clock import hour_minute, local
from data.language import _
from data.messages.log import describe
from data.model.guest import Guest
from data.model.guest_facts import FACTS
from data.queries.history import history
from data.session.events.cross_event import Presence
from data.state.state import State
from data.text.people.phone import mask
from tui.safe_text import joined, lines, plain
from tui.widgets.answers import belongs_to, who_came


def grouped(code: str) -> str:
    """A card's 14 digits in groups, to be read aloud and typed: event, guest number, the rest."""
    return " ".join(filter(None, (code[:2], code[2:6], code[6:10], code[10:])))


class GuestDetail(VerticalScroll):
    """One guest, nothing of them cut off; it scrolls when there is much to say."""

    can_focus = False

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._text = Static()

    def compose(self) -> ComposeResult:
        yield self._text

    def show(self, guest: Guest | None, state: State, elsewhere: Sequence[Presence] = ()) -> None:
        """Show ``guest``, or nothing; ``elsewhere`` the other events that they were invited to."""
        told = lines(_rows(guest, state, elsewhere) if guest is not None else [])
        width = self._text.size.width
        is_as_high = width > 0 and told.get_height({}, width) == self._text.size.height
        self._text.update(told, layout=not is_as_high)


def _rows(guest: Guest, state: State, elsewhere: Sequence[Presence]) -> list[Content]:
    honorific = f"{guest.honorific} " if guest.honorific else ""
    nickname = f"  ({guest.nickname})" if guest.nickname else ""
    rows = [joined(plain(f"{honorific}{guest.name}", "bold"), plain(nickname))]
    where = belongs_to(guest, state.event)
    kind = _("household") if guest.is_household else _("delegate")
    rows.append(plain(" · ".join(filter(None, (f"{kind} {guest.number:03}", where)))))
    card = _("card {digits}").format(digits=grouped(guest.code))
    rows.append(plain(" · ".join((*_facts(guest), card)), "$foreground 70%"))
    if guest.note:
        rows.append(plain(f"★ {guest.note}", "bold $warning"))
    rows.append(_presence(guest, state))
    return [*rows, *map(_elsewhere, elsewhere), *_history(guest, state)]


def _facts(guest: Guest) -> list[str]:
    """The facts that have no place of their own in the view, as far as they are known."""
    told = []
    for name, fact in FACTS.items():
        value = str(getattr(guest, name) or "")
        if fact.shown and value:
            told.append(_(fact.shown).format(value=mask(value) if fact.masked else value))
    return told


def _presence(guest: Guest, state: State) -> Content:
    attendance = state.present.get(guest.number)
    if attendance is None:
        return plain("○ " + _("has not come"), "$foreground 70%")
    gone = _("went home at {time}").format(time=hour_minute(attendance.left)) if attendance.left else ""
    parts = (_("came at {time}").format(time=hour_minute(attendance.at)), who_came(attendance), gone)
    return plain("✔ " + " · ".join(filter(None, parts)), "$warning" if gone else "$success")


def _elsewhere(presence: Presence) -> Content:
    event = presence.event
    day = f"{event.date:%d/%m/%Y}" if event.date else _("no date yet")
    if presence.attendance is None:
        return plain(f"○ {day} {event.title}", "$foreground 60%")
    return joined(plain("✔ ", "$success"), plain(f"{day} {event.title}", "$foreground 70%"))


def _history(guest: Guest, state: State) -> list[Content]:
    rows = []
    for mention in reversed(history(state, guest.number)):
        at = local(mention.entry.at)
        text = f"{at:%d/%m %H:%M}  {describe(mention.entry, state)}"
        if mention.undone:
            rows.append(plain("↶ " + _("undone: {what}").format(what=text), "$foreground 45%"))
        else:
            rows.append(plain(f"· {text}", "$foreground 60%"))
    return rows
