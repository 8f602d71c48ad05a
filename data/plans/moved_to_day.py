"""What of a plan holds for an event on another day: its times together, and nothing of a year long past."""

from datetime import date, timedelta

from msgspec.structs import replace

from data.model.background import Background
from data.model.event import Event

_LAST_MINUTE = 24 * 60 - 1
_AS_OLD_AS_A_PLAN_IS = timedelta(days=366)


def with_start(event: Event, start: str) -> Event:
    """The event with another start (``HH:MM``); reception and the time to be over by move along.

    They stay on the day: no reception before 00:00, nothing after 23:59.
    """
    doors, deadline = moved_along(event.start, start, (event.doors, event.deadline))
    return replace(event, start=start, doors=doors, deadline=deadline)


def moved_along(before: str, start: str, others: tuple[str, ...]) -> tuple[str, ...]:
    """The ``others`` (``HH:MM``) moved as the start is moved from ``before``, within the day."""
    by = minutes(start) - minutes(before)
    return tuple(_moved(other, by) for other in others)


def of_its_year(background: Background, day: date) -> Background:
    """``background`` without what names the year of a plan that is more than a year older than ``day``.

    Such a plan is a pattern, not what this event carries out: its date is to be asked for, and grounds
    that name its year are left out.
    """
    if not background.issued:
        return background
    issued = date.fromisoformat(background.issued)
    if day - issued <= _AS_OLD_AS_A_PLAN_IS:
        return background
    year = f"năm {issued.year}"
    return replace(
        background,
        issued="",
        title=" ".join(background.title.replace(year, " ").split()),
        basis=tuple(line for line in background.basis if year not in line),
    )


def minutes(hour_minute: str) -> int:
    """``HH:MM`` as minutes of the day."""
    hours, _colon, rest = hour_minute.partition(":")
    return int(hours) * 60 + int(rest)


def _moved(hour_minute: str, by: int) -> str:
    at = max(0, min(minutes(hour_minute) + by, _LAST_MINUTE))
    return f"{at // 60:02}:{at % 60:02}"
