"""What has to be settled before the day: facts, blanks, guests, cards and books that are still open."""

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from data.commands.event import fact_label, set_blank, set_fact, set_gift
from data.errors import Refused
from data.language import _
from data.model.entry import Entry
from data.model.guest import Guest
from data.plans.placeholders import GAP
from data.queries.people.counts import expected_guests
from data.session.session import Session
from data.state.state import State

PointKind = Literal["fact", "blank", "guests", "cards", "contents"]


class OpenPoint(Struct, frozen=True, kw_only=True):
    """Something that is not known or not done yet.

    ``id`` is the fact's name, the blank's or the gift's id, or the kind itself; ``why`` says what
    suffers; ``value`` is what is there so far; ``names_person`` that it is a person.
    """

    kind: PointKind
    id: str
    label: str
    why: str
    value: str = ""
    names_person: bool = False

    @property
    def is_typed(self) -> bool:
        """Whether a typed value settles it (``settle``); else it is work on another screen."""
        return self.kind in ("fact", "blank", "contents")


def open_points(state: State) -> list[OpenPoint]:
    """What is still open: the event's facts, its blanks in the plan's order, guests, cards, books."""
    return [*_facts(state), *_blanks(state), *_guests(state), *_contents(state)]


def unprinted(state: State) -> list[Guest]:
    """The guests on the list whose present card was not printed and who have not come yet."""
    return [
        guest
        for guest in expected_guests(state)
        if guest.code not in state.printed and guest.number not in state.present
    ]


def settle(session: Session, point: OpenPoint, value: str) -> Entry:
    """Write what was typed for an open point, by the command it belongs to.

    Refused for what that command refuses, and for a point that typing does not settle.
    """
    match point.kind:
        case "fact":
            return set_fact(session, point.id, value)
        case "blank":
            return set_blank(session, point.id, value)
        case "contents":
            return set_gift(session, point.id, contents=value)
        case "guests":
            raise Refused(_("Import the list of guests, or add them one by one."))
        case "cards":
            raise Refused(_("Print the cards."))


def _facts(state: State) -> Iterator[OpenPoint]:
    event = state.event
    if event.date is None:
        why = _("Backdrop, cards and papers have no date.")
        yield OpenPoint(kind="fact", id="date", label=fact_label("date"), why=why)
    if not event.plan_number or GAP in event.plan_number:
        why = _("The MC and the papers name the plan without its number.")
        yield OpenPoint(
            kind="fact",
            id="plan_number",
            label=fact_label("plan_number"),
            why=why,
            value=event.plan_number,
        )


def _blanks(state: State) -> Iterator[OpenPoint]:
    for blank in state.event.blanks:
        if not blank.value:
            yield OpenPoint(
                kind="blank", id=blank.id, label=blank.label, why=blank.why, names_person=blank.names_person
            )


def _guests(state: State) -> Iterator[OpenPoint]:
    if not expected_guests(state):
        why = _("Nobody can be found at the door, and no card can be printed.")
        yield OpenPoint(kind="guests", id="guests", label=_("List of guests"), why=why, value="0")
    left = unprinted(state)
    if left:
        why = _("Cards not printed yet: {count}.").format(count=len(left))
        value = _printed(state)
        yield OpenPoint(kind="cards", id="cards", label=_("Cards to print"), why=why, value=value)


def _printed(state: State) -> str:
    guests = expected_guests(state)
    return f"{sum(guest.code in state.printed for guest in guests)}/{len(guests)}"


def _contents(state: State) -> Iterator[OpenPoint]:
    # A plan names a witness for what is handed over with minutes, and those list every piece.
    for gift in state.event.gifts:
        if gift.witness and not gift.contents:
            why = _("The handover minutes list no books.")
            label = _("Books in: {gift}").format(gift=gift.name)
            yield OpenPoint(kind="contents", id=gift.id, label=label, why=why)
