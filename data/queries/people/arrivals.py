"""Arrivals over time: when the queue was, for the report and for the next ceremony's door."""

from datetime import datetime, timedelta

from msgspec import Struct

from data.clock import local
from data.state.state import State

MINUTES = 5
"""How long one stretch of the count is."""

MOST_STRETCHES = 12 * 12
"""A check-in hours away from the others (a rehearsal on the day before) must not stretch the plot."""


class Stretch(Struct, frozen=True):
    """How many guests came in the ``MINUTES`` from ``begin``, which is in Asia/Ho_Chi_Minh."""

    begin: datetime
    came: int


def arrivals(state: State) -> list[Stretch]:
    """How many guests came in every 5 minutes from the first arrival to the last, empty ones too.

    Of more than twelve hours only the last twelve are told. Empty when nobody came.
    """
    begins = sorted(_begin(attendance.at) for attendance in state.present.values())
    if not begins:
        return []
    step = timedelta(minutes=MINUTES)
    count = min(MOST_STRETCHES, 1 + (begins[-1] - begins[0]) // step)
    first = begins[-1] - (count - 1) * step
    came = [0] * count
    for begin in begins:
        if begin >= first:
            came[(begin - first) // step] += 1
    return [Stretch(first + place * step, number) for place, number in enumerate(came)]


def _begin(moment: datetime) -> datetime:
    here = local(moment)
    return here.replace(minute=here.minute - here.minute % MINUTES, second=0, microsecond=0)
