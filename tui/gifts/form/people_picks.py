"""Who may give, receive or witness a gift: those who are here first, then those still to come."""

from data.language import _
from data.model.guest import Guest
from data.queries.handover_defaults import people_here, people_to_come
from data.queries.people.guest_search import GuestSearch
from data.state.state import State
from data.text.fold import fold
from data.text.people.honorific import part_name
from tui.gifts.guest_picker import GuestPicker
from tui.widgets.answers import belongs_to

_MOST = 100
"""Guests to offer for what was typed."""


class PeoplePicks(GuestPicker):
    """Guests to pick a person from; who has not come is marked so."""

    def meant(self, typed: str) -> Guest | None:
        """Whom Enter takes: the marked guest, else the first one whose name has every word of ``typed``.

        A name that is only like it may be somebody else's: then what was typed stays.
        """
        words = fold(part_name(typed)[1]).split()
        named = (guest for guest in self.guests if words and _has(fold(guest.name).split(), words))
        return self.picked or next(named, None)

    def offer(self, text: str, state: State, finder: GuestSearch) -> None:
        """Offer who fits ``text``, or everybody while it is empty."""
        if text:
            found = finder.find(part_name(text)[1] or text, state, _MOST)
            guests = sorted(found, key=lambda guest: guest.number not in state.present)
        else:
            guests = [*people_here(state), *people_to_come(state)]
        self.show(
            guests,
            where=lambda guest: belongs_to(guest, state.event),
            note=lambda guest: "" if guest.number in state.present else _("not come"),
            empty=_("Nobody on the list has this name; Enter keeps what was typed."),
        )


def _has(name: list[str], words: list[str]) -> bool:
    return all(any(part.startswith(word) for part in name) for word in words)
