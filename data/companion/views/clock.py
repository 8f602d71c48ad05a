"""The speaker's clock: how long is left, from where a lectern can read it, and what the stage has to say."""

from msgspec import Struct

from data.clock import hour_minute, local
from data.language import _
from data.queries.stage.countdown import Countdown, Face, countdown
from data.queries.stage.pace import LAST, SOON, is_told_of_soon
from data.queries.stage.spoken.speaker_note import speaker_note
from data.state.stage.agenda_progress import Instant, table
from data.state.state import State


class StageTime(Struct, frozen=True, kw_only=True):
    """The stage's digits for a page that counts on by itself between two tellings.

    ``left`` are the seconds left (below 0: over), None where ``at`` (``HH:MM`` in Asia/Ho_Chi_Minh) stands
    instead; ``moves`` whether they pass. From ``soon`` and ``last`` seconds left on it warns; 0 is never.
    ``place`` is ``Item 5 of 8``, ``below`` what the digits mean. ``today`` are the seconds since midnight in
    Asia/Ho_Chi_Minh.
    """

    face: Face
    place: str
    title: str
    below: str
    left: float | None
    at: str
    moves: bool
    soon: int
    last: int
    today: float


class ClockPage(Struct, frozen=True, kw_only=True):
    """The time, and the ``message`` that stands before the speaker; ``note`` names it, empty for none."""

    time: StageTime
    message: str
    note: str


def clock_page(state: State, now: Instant) -> ClockPage:
    """What stands before the speaker at ``now``."""
    note = speaker_note(state)
    return ClockPage(
        time=stage_time(state, now), message=note.text if note else "", note=note.id if note else ""
    )


def stage_time(state: State, now: Instant) -> StageTime:
    """The stage's digits at ``now``."""
    found = countdown(state.agenda_progress, table(state.event, state.agenda_progress, now), now)
    here = local(now.at)
    is_running = found.face in ("running", "paused")
    return StageTime(
        face=found.face,
        place=_place(found, state) if is_running else "",
        title=_title(found),
        below=_below(found),
        left=found.left.total_seconds() if found.left is not None else None,
        at=hour_minute(found.at) if found.at is not None else "",
        moves=found.left is not None and found.face != "paused",
        soon=SOON.seconds if is_running and found.row and is_told_of_soon(found.row) else 0,
        last=LAST.seconds if is_running else 0,
        today=here.hour * 3600 + here.minute * 60 + here.second + here.microsecond / 1e6,
    )


def _place(found: Countdown, state: State) -> str:
    assert found.row is not None
    items = len(state.event.program)
    return _("Item {position} of {items}").format(position=found.row.position, items=items)


def _title(found: Countdown) -> str:
    if found.row is not None:
        return found.row.item.title
    return _("the end of the ceremony") if found.face == "between" else ""


def _below(found: Countdown) -> str:
    row = found.row
    match found.face:
        case "running":
            assert row is not None
            return _("left of {minutes} min").format(minutes=row.minutes)
        case "paused":
            return _("paused")
        case "before":
            assert row is not None
            start = hour_minute(row.planned)
            return (_("planned start {time}") if found.warning else _("until the start at {time}")).format(
                time=start
            )
        case "between":
            return _("comes next")
        case "closed":
            return _("the ceremony is closed")
        case "empty":
            return ""
