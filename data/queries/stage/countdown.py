"""The stage's large digits: how long is left, or what time it is where nothing is counted down."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Literal

from msgspec import Struct

from data.queries.stage.pace import Warning, warning
from data.state.stage.agenda_progress import AgendaProgress, Instant, Row

Face = Literal["empty", "before", "running", "paused", "between", "closed"]

LONGEST = timedelta(minutes=100)
"""A countdown to the beginning from this long on says when it ends instead of how long it takes."""


class Countdown(Struct, frozen=True, kw_only=True):
    """What the digits show.

    ``row`` is the item that runs, before the ceremony the first, between two the next one (None: the end).
    ``left`` is how long is left of it or until it begins, below nothing when that is over; None where
    ``at`` (UTC) is shown instead: the planned start, the present time, or when it was closed.
    """

    face: Face
    row: Row | None = None
    left: timedelta | None = None
    at: datetime | None = None
    warning: Warning = ""


def countdown(agenda_progress: AgendaProgress, rows: Sequence[Row], now: Instant) -> Countdown:
    """What the digits show of the agenda in ``rows``."""
    running = next((row for row in rows if row.item.id == agenda_progress.current), None)
    if not rows:
        return Countdown(face="empty", at=now.at)
    if running is not None:
        return Countdown(
            face="paused" if running.state == "paused" else "running",
            row=running,
            left=timedelta(minutes=running.minutes) - running.elapsed,
            warning=warning(running),
        )
    if agenda_progress.closed is not None:
        return Countdown(face="closed", at=agenda_progress.closed)
    if agenda_progress.runs:
        following = next((row for row in rows if row.state == "waiting"), None)
        return Countdown(face="between", row=following, at=now.at)
    start = rows[0].planned
    left = start - now.at
    if abs(left) >= LONGEST:
        return Countdown(face="before", row=rows[0], at=start)
    late: Warning = "over" if whole_seconds(left) < 0 else ""
    return Countdown(face="before", row=rows[0], left=left, warning=late)


def whole_seconds(left: timedelta) -> int:
    """``left`` as a countdown shows it: the second that has begun still counts, until it is over."""
    return -(-left // timedelta(seconds=1))
