"""The meetings that follow a launch: when the next ones are due, and making one from the last."""

from calendar import monthrange
from collections.abc import Collection, Iterable
from datetime import date
from pathlib import Path

from msgspec import Struct

from data.clock import Clock
from data.errors import Refused
from data.language import _
from data.model.event import Event
from data.plans.load import load_plan
from data.session.create_event import create_event
from data.session.events.overview import Overview

AHEAD = 4
"""How many meetings are named in advance: a year of them, by the plan's part V.2."""


class Reminder(Struct, frozen=True, kw_only=True):
    """The meetings due after ``event``, the last one of its village that is in ``folder``.

    ``dates`` are the next ones, the first of which may have passed.
    """

    folder: Path
    event: Event
    dates: tuple[date, ...]

    def is_overdue(self, today: date) -> bool:
        """Whether the first of the meetings should have been held before ``today``."""
        return self.dates[0] < today


def meetings_due(found: Iterable[Overview], today: date) -> list[Reminder]:
    """What is due in each village, the earliest first.

    A village whose next event has a date that is still to come needs no reminder; neither does one
    whose plan names no meetings, nor an event without a date. Samples are a village of their own.
    """
    last: dict[tuple[str, bool], tuple[Path, Event, date]] = {}
    for one in found:
        if one.event is None or one.phase == "damaged" or one.event.date is None:
            continue
        key = one.event.site.id, one.event.sample
        if key not in last or last[key][2] < one.event.date:
            last[key] = one.folder, one.event, one.event.date
    due = [
        Reminder(folder=folder, event=event, dates=next_dates(event, on))
        for folder, event, on in last.values()
        if event.meetings is not None and on <= today
    ]
    return sorted(due, key=lambda reminder: reminder.dates[0])


def next_dates(event: Event, after: date) -> tuple[date, ...]:
    """The days of the meetings after ``after``, on the same day of the month; empty without meetings."""
    if event.meetings is None:
        return ()
    return tuple(months_later(after, event.meetings.every_months * count) for count in range(1, AHEAD + 1))


def months_later(day: date, months: int) -> date:
    """The same day of the month ``months`` later, or the last of that month."""
    place = day.month - 1 + months
    year, month = day.year + place // 12, place % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def usually_invited(event: Event) -> frozenset[str]:
    """The delegations whose delegates come to the meetings after ``event``: those that its plan says, all
    where it says none."""
    meetings = event.meetings
    if meetings is None or not meetings.invites:
        return frozenset(one.id for one in event.delegations)
    return frozenset(meetings.invites)


def found_meeting(
    folder: Path,
    before: Path,
    event: Event,
    on: date | None,
    start: str,
    clock: Clock,
    delegations: Collection[str] | None = None,
) -> None:
    """Make the meeting that follows ``event`` (of the folder ``before``) in ``folder``, for its guests: the
    households, and the delegates of ``delegations`` (ids; all when it is None).

    Raises Refused when its plan names no meetings, and as ``create_event`` does.
    """
    if event.meetings is None:
        raise Refused(_("The plan of this event names no meetings that follow it."))
    plan = load_plan(event.meetings.plan)
    create_event(folder, plan, on=on, start=start, guests_from=before, delegations=delegations, clock=clock)
