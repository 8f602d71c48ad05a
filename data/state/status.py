"""The present state in the form that scripts read."""

from typing import Any

from data.clock import hour_minute, iso
from data.state.counts import counts
from data.state.rundown import Instant, table
from data.state.state import State


def status(state: State, now: Instant) -> dict[str, Any]:
    """What ``status --json`` prints: builtins only.

    Planned starts are ``HH:MM`` in Asia/Ho_Chi_Minh (the date may not be known yet); real times are
    ISO 8601 with that offset, or null. ``people`` counts everyone who came from a household.
    """
    n = counts(state)
    event = state.event
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
        },
        "people": n.people,
        "delegates": {"listed": n.delegates_listed, "present": n.delegates_present},
        "agenda": _agenda(state, now),
        "gifts": [
            {
                "gift": gift.id,
                "name": gift.name,
                "planned": gift.quantity,
                "given": state.handovers.given(gift.id),
                "households": len(state.handovers.shares(gift.id)),
            }
            for gift in event.gifts
        ],
        "entries": len(state.steps),
    }


def _agenda(state: State, now: Instant) -> list[dict[str, Any]]:

    rows = []
    for row in table(state.event, state.rundown, now):
        rows.append(
            {
                "item": row.item.id,
                "title": row.item.title,
                "state": row.state,
                "planned_start": hour_minute(row.planned),
                "minutes": row.minutes,
                "started": iso(row.started) if row.started else None,
                "ended": iso(row.ended) if row.ended else None,
            }
        )

    return rows
