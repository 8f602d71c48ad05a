"""Stretches of the ceremony's own time in which an item did not run, as sets on one line.

A stretch is a pair of marks; two that overlap are one.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from msgspec import Struct


class Mark(Struct, frozen=True):
    """A moment of the ceremony: ``at`` is what people read from the wall clock (UTC), ``place`` where it
    lies on the ceremony's own time."""

    at: datetime
    place: timedelta

    def moved_to(self, at: datetime) -> "Mark":
        """The moment at which the wall said ``at`` instead."""
        return Mark(at, self.place + (at - self.at))


Stop = tuple[Mark, Mark | None]
"""A stretch; None for an end that is still to come."""


def within(stops: Iterable[Stop], first: Mark, last: Mark | None) -> list[Stop]:
    """``stops`` cut to what lies between ``first`` and ``last``, in order, overlapping ones joined.

    What has no length on the ceremony's time is left out. The wall clock may have been set meanwhile:
    no time that people read lies before ``first`` or after ``last`` either.
    """
    joined: list[Stop] = []
    for began, ended in sorted(_cut(stops, first, last), key=lambda stop: stop[0].place):
        if joined and _reaches(joined[-1][1], began):
            joined[-1] = (joined[-1][0], _later(joined[-1][1], ended))
        else:
            joined.append((began, ended))
    return joined


def without(stops: Iterable[Stop], others: Iterable[Stop]) -> list[Stop]:
    """What of ``stops`` lies in none of ``others``; each of ``others`` has ended or is the last."""
    left = list(stops)
    for began, ended in others:
        left = [piece for stop in left for piece in _pieces(stop, began, ended)]
    return left


def length(stops: Iterable[Stop], until: timedelta) -> timedelta:
    """How long ``stops``, which do not overlap, are together; an open one lasts ``until`` that place."""
    return sum(
        (max((ended.place if ended else until) - began.place, timedelta()) for began, ended in stops),
        timedelta(),
    )


def _cut(stops: Iterable[Stop], first: Mark, last: Mark | None) -> Iterable[Stop]:
    for began, ended in stops:
        start = _kept(began, first, last)
        end = last if ended is None else _kept(ended, first, last)
        if end is None or start.place < end.place:
            yield start, end if end is None else Mark(max(end.at, start.at), end.place)


def _kept(mark: Mark, first: Mark, last: Mark | None) -> Mark:
    if mark.place <= first.place:
        return first
    if last is not None and mark.place >= last.place:
        return last
    at = max(mark.at, first.at)
    return Mark(at if last is None else min(at, last.at), mark.place)


def _reaches(ended: Mark | None, began: Mark) -> bool:
    return ended is None or ended.place >= began.place


def _later(one: Mark | None, other: Mark | None) -> Mark | None:
    if one is None or other is None:
        return None
    return max(one, other, key=lambda mark: mark.place)


def _pieces(stop: Stop, began: Mark, ended: Mark | None) -> Iterable[Stop]:
    first, last = stop
    if first.place < began.place:
        yield first, began if last is None or last.place > began.place else last
    if ended is not None and (last is None or last.place > ended.place):
        yield max(first, ended, key=lambda mark: mark.place), last
