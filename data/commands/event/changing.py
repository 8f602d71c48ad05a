"""Writing a new version of the event: what all commands that change the event share."""

from collections.abc import Collection, Iterable

from data.errors import Refused
from data.language import _
from data.model.entries.event import EventChanged
from data.model.entry import Entry
from data.model.event import Event
from data.model.guest import Guest
from data.plans.placeholders import KNOWN_FACTS
from data.session.session import Session
from data.text.slug import slug


def change(session: Session, event: Event, what: str, guests: Collection[Guest] = ()) -> Entry:
    """Write the new version of the event, and of ``guests``, in one entry; ``what`` says in words what
    changed. Refused for no change."""
    if event == session.state.event and not guests:
        raise Refused(_("Nothing was changed."))
    return session.record(EventChanged(what=what), event=event, guests=guests)


def free_id(title: str, taken: Iterable[str], nameless: str) -> str:
    """An id made from ``title`` that is not ``taken``; ``nameless`` where the title gives none."""
    stem = slug(title) if any(character.isalnum() for character in title) else nameless
    used = set(taken)
    if stem not in used:
        return stem
    count = 2
    while f"{stem}-{count}" in used:
        count += 1
    return f"{stem}-{count}"


def known_fields(event: Event) -> frozenset[str]:
    """The names that braces of this event's texts may hold: every event's facts and its own blanks."""
    return KNOWN_FACTS | {blank.id for blank in event.blanks}
