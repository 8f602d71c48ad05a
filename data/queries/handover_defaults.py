"""What the form of a handover is filled with: from the plan, from the agenda, from who is here."""

import re
from collections.abc import Iterable, Mapping

from data.language import _
from data.model.entries.gifts import Person, Piece
from data.model.guest import Guest
from data.model.plan import Gift
from data.plans.placeholders import fill
from data.queries.addressing.office_held import office_held
from data.queries.people.counts import expected_guests
from data.queries.stage.spoken.introduction import introduced
from data.state.state import State
from data.text.people.office import read_named, title_alone
from data.text.typed.book_list import Books, NoSuchCount, read_books

_FLOWERS = re.compile(r"\b(hoa|lẵng|bó)\b", re.IGNORECASE)


def planned_person(template: str, facts: Mapping[str, str]) -> Person:
    """Whom a gift's ``giver``, ``receiver`` or ``witness`` means; what is not known stays empty.

    The template's parts are ``name, title, organisation`` or ``name, organisation``. A blank that
    was filled with more than the name (``bà Hà, Chủ tịch``) brings the title too, and the
    body that it is held in, which then stands for the template's own.
    """
    head, *rest = (_known(part, facts) for part in template.split(","))
    named = read_named(head)
    organisation = rest.pop() if rest else ""
    title = ", ".join(filter(None, (named.title, *rest)))
    name = f"{named.honorific} {named.name}".strip()
    title, organisation = title_alone(title, named.unit or organisation)
    return Person(name=name, title=title, organisation=organisation)


def planned_pieces(gift: Gift) -> tuple[Piece, ...]:
    """What one of ``gift`` consists of by the plan."""
    return tuple(
        Piece(
            name=book.title,
            unit=book.unit or gift.contents_unit,
            quantity=book.quantity,
            condition=gift.contents_condition,
        )
        for title in gift.contents
        for book in _kept(title)
    )


def _kept(title: str) -> tuple[Books, ...]:
    """A line of a gift's contents; as it stands where nobody checked it (a plan file)."""
    try:
        return read_books(title)
    except NoSuchCount:
        return (Books(title),)


def has_record(gift: Gift) -> bool:
    """Whether handing it over takes minutes of its own: durable things do, flowers stand in the minutes of
    the ceremony alone. Where nobody has said, whatever is no flower."""
    return gift.durable if gift.durable is not None else not _FLOWERS.search(f"{gift.name} {gift.unit}")


def person_here(guest: Guest, state: State) -> Person:
    """A guest, as the papers name them: who came in their place, if somebody did."""
    title, body = office_held(guest, state.event)
    organisation = body or guest.hamlet
    attendance = state.present.get(guest.number)
    if attendance is not None and attendance.substitute:
        instead = _("for {name}").format(name=guest.name)
        return Person(attendance.substitute, instead, organisation, guest.number)
    name = f"{guest.honorific} {guest.name}".strip()
    return Person(name, title, organisation, guest.number)


def people_here(state: State, found: Iterable[int] | None = None) -> list[Guest]:
    """Who is present and can be picked: delegates in protocol order, then households as they came.

    ``found`` are the numbers that a search gave, best first: then only those, in that order.
    """
    if found is not None:
        guests = (state.guests.get(number) for number in found if number in state.present)
        return [guest for guest in guests if guest is not None and not guest.withdrawn]
    households = {guest.number: guest for guest in expected_guests(state) if guest.is_household}
    return [*introduced(state), *(households[n] for n in state.present if n in households)]


def people_to_come(state: State) -> list[Guest]:
    """Who is on the list and has not come, by number: they may come up to the table unscanned."""
    return [guest for guest in expected_guests(state) if guest.number not in state.present]


def due_gifts(state: State) -> list[Gift]:
    """The gifts of the running agenda item that are not all handed over yet."""
    current = state.agenda_progress.current
    gifts = (gift for gift in state.event.gifts if current and gift.item == current)
    return [gift for gift in gifts if state.handovers.left(gift)]


def _known(template: str, facts: Mapping[str, str]) -> str:
    return "".join(piece.text for piece in fill(template, facts) if not piece.is_gap).strip()
