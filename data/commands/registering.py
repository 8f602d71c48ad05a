"""Registering households for the yearly criteria of the plan: by card, by number, by list.

Why a household does not register, or does not meet a criterion, is never recorded.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from msgspec import Struct

from data.clock import local
from data.commands.door.answer import Answer
from data.commands.door.door import look_up_number, recognise, refuse
from data.errors import Refused
from data.language import _
from data.model.entries.door import Channel
from data.model.entries.follow_up import Registered, RegistrationWithdrawn
from data.model.entry import Entry
from data.model.guest import Guest
from data.scanning.scan_debounce import STUTTER_SECONDS
from data.session.session import Session

MOST_YEARS_APART = 5
"""A registration this far from today is a slip of the key."""


class Registering(Struct, frozen=True, kw_only=True):
    """The answer to one household: ``at`` (UTC) is now, or when it registered before (``again``)."""

    guest: Guest
    at: datetime
    again: bool


def default_year(session: Session) -> int:
    """The year that households register for: the event's, or today's while it has no date."""
    on = session.state.event.date
    return on.year if on else local(session.clock.now()).year


def register_scan(
    session: Session, text: str, criterion: str, year: int, channel: Channel
) -> Registering | Answer:
    """Register the household whose card was scanned; its entry is on disk when this returns.

    An Answer says why the scan served nobody. Refused for the card of a delegate, and for an unknown
    criterion or year.
    """
    found = recognise(session.state, text)
    if found.refusal:
        return refuse(session, found, channel)
    assert found.guest is not None
    return register(session, found.guest.number, criterion, year, channel)


def register(session: Session, number: int, criterion: str, year: int, channel: Channel) -> Registering:
    """Register one household. One that is registered already stays so, and nothing is written.

    Refused for a number that no household has, and for an unknown criterion or year.
    """
    guest = _household(session, number)
    _check(session, criterion, year)
    before = session.state.registrations.of(criterion, year).get(number)
    if before is not None:
        # A card held before the scanner says the same again for a while.
        again = session.clock.now() - before.at >= timedelta(seconds=STUTTER_SECONDS)
        return Registering(guest=guest, at=before.at, again=again)
    entry = session.record(Registered(criterion=criterion, year=year, guests=(number,), channel=channel))
    return Registering(guest=guest, at=entry.at, again=False)


def register_list(session: Session, numbers: Iterable[int], criterion: str, year: int) -> Entry:
    """Register many households in one step, from a list on paper.

    Refused, before anything is written, for a number that no household has, when all of them are
    registered already, and for an unknown criterion or year.
    """
    _check(session, criterion, year)
    before = session.state.registrations.of(criterion, year)
    wanted = [_household(session, number).number for number in dict.fromkeys(numbers)]
    fresh = tuple(number for number in wanted if number not in before)
    if not fresh:
        raise Refused(_("All of these households are registered already."))
    return session.record(Registered(criterion=criterion, year=year, guests=fresh, channel="paper"))


def withdraw_registration(session: Session, number: int, criterion: str, year: int) -> Entry:
    """Take a household's registration back. Refused when it is not registered."""
    guest = _household(session, number)
    if number not in session.state.registrations.of(criterion, year):
        raise Refused(_("{name} is not registered.").format(name=guest.name))
    return session.record(RegistrationWithdrawn(criterion=criterion, year=year, guest=number))


def check_year(session: Session, text: str) -> int:
    """The year that was typed. Refused when it is none, or far from today."""
    today = local(session.clock.now()).year
    year = int(text) if text.isdecimal() and len(text) == 4 else 0
    near = {today, default_year(session)}
    if not any(abs(year - one) <= MOST_YEARS_APART for one in near):
        raise Refused(
            _("“{text}” is not a year to register for; write it as {year}.").format(
                text=text, year=default_year(session)
            )
        )
    return year


def _check(session: Session, criterion: str, year: int) -> None:
    if session.state.event.criterion(criterion) is None:
        raise Refused(_("The plan has no criterion “{criterion}”.").format(criterion=criterion))
    check_year(session, str(year))


def _household(session: Session, number: int) -> Guest:
    guest = look_up_number(session, number)
    if guest is None:
        raise Refused(_("There is no guest with number {number}.").format(number=number))
    if not guest.is_household:
        raise Refused(_("{name} is a delegate; only households register.").format(name=guest.name))
    return guest
