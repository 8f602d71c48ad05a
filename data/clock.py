"""Time as the ceremony needs it: a wall clock to write down, a monotonic one to measure with."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from time import localtime, monotonic
from typing import Protocol
from zoneinfo import ZoneInfo

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")


class Clock(Protocol):
    """Where the program reads the time; a test gives its own."""

    def now(self) -> datetime:
        """The wall clock, aware, in UTC."""
        ...

    def monotonic(self) -> float:
        """Seconds from an unknown start that never go back."""
        ...


class SystemClock:
    """The laptop's own clocks."""

    def now(self) -> datetime:
        """The wall clock, aware, in UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Seconds since some moment before the program began."""
        return monotonic()


def offset_of_laptop(clock: Clock) -> timedelta:
    """How far ahead of UTC the laptop's own time zone is; a clock that is no laptop's is the village's."""
    now = clock.now()
    return (
        timedelta(seconds=localtime(now.timestamp()).tm_gmtoff)
        if isinstance(clock, SystemClock)
        else _offset(now)
    )


def _offset(moment: datetime) -> timedelta:
    return local(moment).utcoffset() or timedelta()


def offset_text(clock: Clock) -> str:
    """The laptop's time zone as ``UTC+7`` or ``UTC-3:30``; empty where it is the village's."""
    offset = offset_of_laptop(clock)
    if offset == _offset(clock.now()):
        return ""
    hours, rest = divmod(abs(offset) // timedelta(minutes=1), 60)
    return f"UTC{'-' if offset < timedelta() else '+'}{hours}" + (f":{rest:02}" if rest else "")


@dataclass
class SetClock:
    """A clock that stands still until it is moved: for tests and rehearsals.

    ``wall`` is aware and in UTC. ``pass_time`` moves both clocks together, as real time does;
    ``wall`` may be set alone to play a clock that was changed by hand.
    """

    wall: datetime
    ticks: float = 0.0
    watchers: list[Callable[[], None]] = field(default_factory=list)

    def now(self) -> datetime:
        """The wall clock as it was set."""
        return self.wall

    def monotonic(self) -> float:
        """The seconds passed so far."""
        return self.ticks

    def pass_time(self, seconds: float) -> None:
        """Let ``seconds`` go by on both clocks."""
        self.wall += timedelta(seconds=seconds)
        self.ticks += seconds
        for watcher in self.watchers:
            watcher()


def local(moment: datetime) -> datetime:
    """``moment`` (aware) as the people in the hall would say it, in Asia/Ho_Chi_Minh."""
    return moment.astimezone(VIETNAM)


def hour_minute(moment: datetime) -> str:
    """``HH:MM`` in Asia/Ho_Chi_Minh."""
    return f"{local(moment):%H:%M}"


def iso(moment: datetime) -> str:
    """ISO 8601 with the offset of Vietnam and whole seconds, as the command line prints times."""
    return local(moment).isoformat(timespec="seconds")
