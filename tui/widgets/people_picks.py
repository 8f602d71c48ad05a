"""Who may give, receive or witness a gift: those who are here first, then those still to come."""

from data.finder import Finder
from data.language import _
from data.state.offered import people_here, people_to_come
from data.state.state import State
from tui.answers import belongs_to
from tui.widgets.picks import Picks

_MOST = 100
"""Guests to offer for what was typed."""


class PeoplePicks(Picks):
    """Guests to pick a person from; who has not come is marked so."""

    def offer(self, text: str, state: State, finder: Finder) -> None:
        """Offer who fits ``text``, or everybody while it is empty."""
        if text:
            found = finder.find(text, state, _MOST)
            guests = sorted(found, key=lambda guest: guest.number not in state.present)
        else:
            guests = [*people_here(state), *people_to_come(state)]
        self.show(
            guests,
            where=lambda guest: belongs_to(guest, state.event),
            note=lambda guest: "" if guest.number in state.present else _("not come"),
            empty=_("Nobody on the list has this name; Enter keeps what was typed."),
        )
