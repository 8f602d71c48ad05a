"""Who may give, receive or witness a gift: those who are here first, then those still to come."""

from data.language import _
from data.model.guest import Guest
from data.queries.addressing.office_held import office_told
from data.queries.handover_defaults import people_here, people_to_come
from data.queries.people.guest_search import GuestSearch
from data.queries.people.who_is_meant import Whom, whom_exactly, whom_nearly
from data.state.state import State
from data.text.fold import fold
from data.text.typed.form_of_address import part_name
from tui.widgets.answers import belongs_to
from tui.widgets.people.guest_picker import GuestPicker

_MOST = 100
"""Guests to offer for what was typed."""


class PeoplePicks(GuestPicker):
    """Guests to pick a person from; who has not come is marked so."""

    def on_enter(self, typed: str, state: State) -> Whom:
        """Whom Enter takes: the marked guest, else the only one whom ``typed`` may mean. Of several the first
        is marked, for the next Enter."""
        if self.picked is not None:
            return Whom((self.picked,))
        meant = whom_nearly(typed, self.guests, state)
        if meant.is_open:
            self.mark(meant.guests[0])
        return meant

    def on_leaving(self, typed: str, state: State) -> Whom:
        """Whom leaving the field takes: the guest who was chosen, else the only one of this very name.

        Where several have it the first is marked.
        """
        chosen = self.chosen
        meant = Whom((chosen,)) if chosen is not None else whom_exactly(typed, state)
        if meant.is_open:
            self.mark(meant.guests[0])
        return meant

    def offer(self, text: str, state: State, finder: GuestSearch) -> None:
        """Offer who fits ``text``, or everybody while it is empty."""
        if text:
            found = finder.find(part_name(text)[1] or text, state, _MOST)
            # Whoever has this very name stands first, however many are only like it.
            exact = {guest.number: guest for guest in whom_exactly(text, state).guests}
            others = [guest for guest in found if guest.number not in exact]
            words = fold(text)

            def place(guest: Guest) -> tuple[bool, bool]:
                is_office = fold(office_told(guest, state.event)).startswith(words)
                return guest.number not in state.present, not is_office

            guests = [*exact.values(), *sorted(others, key=place)]
        else:
            guests = [*people_here(state), *people_to_come(state)]
        self.show(
            guests,
            where=lambda guest: belongs_to(guest, state.event),
            note=lambda guest: "" if guest.number in state.present else _("not come"),
            empty=_("Nobody on the list has this name; Enter keeps what was typed."),
        )


def which_of(meant: Whom) -> str:
    """The sentence that asks which of several is meant."""
    return _("{count} people fit. ↑ ↓ choose, Enter takes the marked one; Tab again: as typed.").format(
        count=len(meant.guests)
    )


def nobody_of(name: str) -> str:
    """The sentence that says that a name is on no list."""
    return _("“{name}” is nobody on the list: it stays as typed.").format(name=name)
