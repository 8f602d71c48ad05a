"""Entering the paper list afterwards: who came while the laptop could not be used, and when."""

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from msgspec import Struct

from data.clock import hour_minute, local
from data.commands.door.answer import Answer
from data.commands.door.door import admit
from data.errors import Refused
from data.language import _
from data.model.entries.door import CheckedIn
from data.session.session import Session
from data.state.stage.agenda_progress import at_local
from data.state.state import State
from data.text.cleaning.clean import clean
from data.text.typed.hours import read_hour
from data.text.typed.numbers.number_ranges import NotUnderstood, read_ranges

BEFORE_DOORS = timedelta(hours=3)
"""Nobody comes earlier than this before the doors open."""

_TIME = re.compile(
    r"(@\s*(?:[0-9]{1,2}\s*gi(?:ờ|o)(?:\s*[0-9]{1,2}(?:\s*ph(?:út|ut))?)?|[^\s,;@]*))", re.IGNORECASE
)


class BackEntry(Struct, frozen=True):
    """One line of the paper list: a guest's number and when they came (UTC)."""

    number: int
    came: datetime


def read_back_entry(text: str, state: State, day: date) -> list[BackEntry]:
    """What ``17 34-36 @7:42 40 @7h50`` says: card numbers, and after them the time they came at.

    Ranges as for the cards; a range takes whom it finds. ``day`` is the day of the times, which are
    those of Vietnam, written as ``data.text.typed.hours`` reads them. Empty text is an empty list. Refused,
    naming the word, for one that is not understood, a number that no guest has, a time before the
    doors, numbers without a time and a time without numbers.
    """
    entries: list[BackEntry] = []
    waiting: list[int] = []
    for word in _words(text):
        if not word.startswith("@"):
            waiting += _numbers(word, state)
            continue
        came = _time(word, state, day)
        if not waiting:
            raise Refused(_("“{word}”: write the card numbers before the time.").format(word=word))
        entries += [BackEntry(number, came) for number in waiting]
        waiting = []
    if waiting:
        numbers = " ".join(map(str, waiting))
        raise Refused(_("{numbers}: write when they came, as in “{numbers} @7:42”.").format(numbers=numbers))
    return entries


def enter_back(session: Session, entries: Sequence[BackEntry]) -> list[Answer]:
    """Check in everybody on the list at the time they really came; the answers in the same order.

    Who is in already stays as they are (``already``). Refused, before anything is written, for a
    number that no guest has and for a time in the future or long before the doors.
    """
    now, state = session.clock.now(), session.state
    for entry in entries:
        _of_span(range(entry.number, entry.number + 1), state)
        _check_doors(entry.came, state, local(entry.came).date())
        if entry.came > now:
            raise Refused(
                _("{time} has not come yet; it is {now}.").format(
                    time=f"{local(entry.came):%H:%M %d/%m/%Y}", now=f"{local(now):%H:%M %d/%m/%Y}"
                )
            )
    return [_enter(session, entry) for entry in entries]


def _enter(session: Session, entry: BackEntry) -> Answer:
    if entry.number in session.state.present:
        return admit(session, entry.number, "paper")
    session.record(CheckedIn(guest=entry.number, channel="paper", came=entry.came))
    guest, attendance = session.state.guests[entry.number], session.state.present[entry.number]
    return Answer(status="admitted", at=attendance.at, guest=guest, attendance=attendance)


def _words(text: str) -> list[str]:
    """Times with their ``@``, and what stands between them."""
    return [part.strip(" ,;") for part in _TIME.split(clean(text)) if part.strip(" ,;")]


def _numbers(word: str, state: State) -> list[int]:
    try:
        spans = read_ranges(word)
    except NotUnderstood as error:
        raise Refused(
            _("“{word}” is not understood. Write card numbers and a time, as in “17 34 @7:42”.").format(
                word=error.word
            )
        ) from error
    return [number for span in spans for number in _of_span(span, state)]


def _of_span(span: range, state: State) -> list[int]:
    found = [n for n in span if n in state.guests and not state.guests[n].withdrawn]
    if not found:
        told = str(span[0]) if len(span) == 1 else f"{span[0]}-{span[-1]}"
        raise Refused(_("There is no guest with number {number}.").format(number=told))
    return found


def _time(word: str, state: State, day: date) -> datetime:
    told = read_hour(word[1:])
    if told is None:
        raise Refused(_("“{word}” is not a time; write it as @7:42 or @7h42.").format(word=word))
    came = at_local(day, told)
    _check_doors(came, state, day)
    return came


def _check_doors(came: datetime, state: State, day: date) -> None:
    earliest = at_local(day, state.event.doors) - BEFORE_DOORS
    if came < earliest:
        raise Refused(
            _("{time} is too early: the doors opened at {doors}.").format(
                time=hour_minute(came), doors=state.event.doors
            )
        )
