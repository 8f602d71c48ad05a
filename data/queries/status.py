"""The present state in the form that scripts read."""

from typing import Any

from data.clock import hour_minute, iso
from data.queries.people.counts import counts
from data.queries.stage.pace import pace
from data.state.stage.agenda_progress import Instant, Row, table
from data.state.state import State


def status(state: State, now: Instant) -> dict[str, Any]:
    """What ``status --json`` prints: builtins only.

    Planned starts are ``HH:MM`` in Asia/Ho_Chi_Minh (the date may not be known yet); real times are
    ISO 8601 with that offset, or null. ``people`` counts everyone who came from a household.
    """
    n = counts(state)
    event = state.event
    rows = table(event, state.agenda_progress, now)
    return {
        "event": {
            "id": event.id,
            "title": event.title,
            "site": event.site.id,
            "village": event.site.village,
            "date": event.date.isoformat() if event.date else None,
            "number": event.number,
            "sample": event.sample,
        },
        "households": {
            "target": n.households_target,
            "listed": n.households_listed,
            "present": n.households_present,
            "walk_ins": n.households_walk_ins,
        },
        "people": n.people,
        "delegates": {
            "listed": n.delegates_listed,
            "present": n.delegates_present,
            "walk_ins": n.delegates_walk_ins,
        },
        "agenda": [_item(row) for row in rows],
        "pace": _pace(state, rows, now),
        "gifts": [
            {
                "gift": gift.id,
                "name": gift.name,
                "planned": gift.quantity,
                "given": state.handovers.given(gift.id),
                "households": len(state.handovers.shares(gift.id)),
            }
            for gift in state.handovers.listed(event)
        ],
        "entries": len(state.steps),
    }


def _item(row: Row) -> dict[str, Any]:
    return {
        "item": row.item.id,
        "title": row.item.title,
        "state": row.state,
        "planned_start": hour_minute(row.planned),
        "minutes": row.minutes,
        "started": iso(row.started) if row.started else None,
        "ended": iso(row.ended) if row.ended else None,
        "ran_seconds": int(row.elapsed.total_seconds()),
        "ran_minutes": row.took,
    }


def _pace(state: State, rows: list[Row], now: Instant) -> dict[str, Any] | None:
    """Whether the ceremony keeps to its time; None for an agenda without items.

    ``late_minutes`` is below 0 for early; ``open_questions`` counts those about time that went by unseen.
    """
    if not rows:
        return None
    found = pace(state.event, state.agenda_progress, rows, now)
    closed = state.agenda_progress.closed
    return {
        "late_minutes": found.late,
        "expected_end": iso(found.end),
        "deadline": state.event.deadline,
        "minutes_past_deadline": found.beyond,
        "closed": iso(closed) if closed else None,
        "open_questions": len(state.agenda_progress.doubts),
    }
