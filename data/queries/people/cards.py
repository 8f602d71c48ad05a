"""How the guests' cards stand: drawn as files, printed by people, and whether they still say what is so.

Drawn and printed are two facts. A card is printed when a person said so, of what it says now: one whose name
was changed since is to be printed again, however often its file was drawn.
"""

from collections.abc import Iterator

from data.ledger.lines.record import Step
from data.model.entries.event import Undone
from data.model.entries.guests import CardsPrinted
from data.model.event import Event
from data.model.guest import Guest
from data.queries.people.counts import expected_guests
from data.state.state import State

Said = tuple[object, ...]
"""What stands on a card."""


def said_by_card(event: Event, guest: Guest) -> Said:
    """All that a guest's card says beside its code."""
    delegation = event.delegation(guest.delegation)
    group = "" if guest.is_household or delegation is None else delegation.name
    when_and_where = event.title, event.model, event.site, event.date, event.start, event.notice
    who = guest.name, guest.honorific, guest.hamlet, guest.title, guest.organisation, group
    return *when_and_where, *who


def outdated_cards(state: State) -> list[Guest]:
    """The guests to come whose present card was drawn with something else on it."""
    drawn, _printed = _said(state)
    return [
        guest for guest in _to_come(state) if guest.code in drawn and not _holds(drawn, state.event, guest)
    ]


def printed_guests(state: State) -> list[Guest]:
    """The guests on the list whose present card was printed, saying what it has to say now."""
    _drawn, printed = _said(state)
    return [guest for guest in expected_guests(state) if _holds(printed, state.event, guest)]


def unprinted(state: State) -> list[Guest]:
    """The guests to come whose card has to be printed, for the first time or again."""
    _drawn, printed = _said(state)
    return [guest for guest in _to_come(state) if not _holds(printed, state.event, guest)]


def misprinted(state: State) -> list[Guest]:
    """Those of ``unprinted`` whose card was printed with something else on it."""
    return [guest for guest in unprinted(state) if guest.code in state.printed]


def undrawn(state: State) -> list[Guest]:
    """The guests to come whose present card was never drawn."""
    return [guest for guest in _to_come(state) if guest.code not in state.drawn]


def printable(state: State) -> list[Guest]:
    """Those of ``unprinted`` whose card is drawn as it has to be now: no other can have been printed."""
    drawn, _printed = _said(state)
    return [guest for guest in unprinted(state) if _holds(drawn, state.event, guest)]


def _to_come(state: State) -> Iterator[Guest]:
    # Once personal data are deleted there is nobody whose name could be printed.
    guests = expected_guests(state) if state.rest.purged is None else []
    return (guest for guest in guests if guest.number not in state.present)


def _holds(said: dict[str, Said], event: Event, guest: Guest) -> bool:
    return guest.code in said and said[guest.code] == said_by_card(event, guest)


def _said(state: State) -> tuple[dict[str, Said], dict[str, Said]]:
    """What each card said when it was drawn last, and when it was printed last, by its code."""
    drawn: dict[str, Said] = {}
    printed: dict[str, Said] = {}
    if not state.drawn:
        return drawn, printed
    event: Event | None = None
    guests: dict[int, Guest] = {}
    for step in counting_steps(state.steps):
        event = step.event or event
        guests.update({guest.number: guest for guest in step.guests})
        what = step.entry.what
        if isinstance(what, CardsPrinted) and event is not None:
            of_code = {guest.code: guest for guest in guests.values()}
            now = {code: said_by_card(event, of_code[code]) for code in what.codes if code in of_code}
            drawn.update(now)
            if not what.only_drawn:
                printed.update(now)
    return drawn, printed


def counting_steps(steps: list[Step]) -> list[Step]:
    """Those of ``steps`` that count: without what was taken back, and without the taking back."""
    undone = {step.entry.what.entry for step in steps if isinstance(step.entry.what, Undone)}
    return [step for step in steps if step.entry.id not in undone and not isinstance(step.entry.what, Undone)]
