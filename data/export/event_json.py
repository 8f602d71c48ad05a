"""A whole event as one JSON file, for other programs and to be brought back on another laptop.

``assets/schema/event.schema.json`` documents it. What the event is stands in ``steps``, which are the
ledger's own entries; figures and attendance are what they add up to, for readers who only want that.
"""

from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from data.ledger.lines.record import Step
from data.model.guest import Guest
from data.model.guest_facts import FACTS
from data.queries.people.counts import expected_guests
from data.queries.status import status
from data.state.stage.agenda_progress import Instant
from data.state.state import State

_MASKED = tuple(name for name, fact in FACTS.items() if fact.masked)


class Presence(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A guest on the list and whether they came: ``came`` (UTC), or nothing for who did not; ``left``
    (UTC) when they went home early.

    ``people`` came on the card; ``relation`` and ``substitute`` say who came in the head's place.
    """

    guest: int
    kind: Literal["household", "delegate"]
    name: str
    delegation: str
    hamlet: str = ""
    came: datetime | None = None
    left: datetime | None = None
    people: int = 0
    relation: str = ""
    substitute: str = ""


class EventFile(Struct, frozen=True, kw_only=True):
    """A whole event, as ``export`` writes it and ``restore`` takes it back.

    ``written`` (UTC) is when; ``phones`` whether telephone numbers are in it; ``figures`` what
    ``status --json`` prints; ``sha256`` the digest of ``steps`` as compact UTF-8 JSON, so that a file
    that was changed by hand is noticed.
    """

    format: Literal["le-ra-mat-event"] = "le-ra-mat-event"
    version: Literal[1] = 1
    written: datetime
    phones: bool
    figures: dict[str, Any]
    attendance: tuple[Presence, ...]
    sha256: str
    steps: tuple[Step, ...]


def event_file(state: State, now: Instant, phones: bool = False) -> EventFile:
    """The event as it stands, undone and earlier steps too; telephone numbers only with ``phones``."""
    steps = tuple(state.steps if phones else map(_without_phones, state.steps))
    guests = sorted(expected_guests(state), key=lambda guest: guest.number)
    return EventFile(
        written=now.at,
        phones=phones,
        figures=status(state, now),
        attendance=tuple(_presence(guest, state) for guest in guests),
        sha256=digest(steps),
        steps=steps,
    )


def write_json(state: State, now: Instant, path: Path, phones: bool = False) -> None:
    """Write the whole event to ``path``. Raises OSError."""
    path.write_bytes(msgspec.json.format(msgspec.json.encode(event_file(state, now, phones)), indent=1))


def digest(steps: tuple[Step, ...]) -> str:
    """The SHA-256 of the steps as compact JSON, in hexadecimal."""
    return sha256(msgspec.json.encode(steps)).hexdigest()


def _without_phones(step: Step) -> Step:
    step = step if step.rows is None else replace(step, rows=None)
    if not any(getattr(guest, fact) for guest in step.guests for fact in _MASKED):
        return step
    return replace(step, guests=tuple(replace(guest, **dict.fromkeys(_MASKED, "")) for guest in step.guests))


def _presence(guest: Guest, state: State) -> Presence:
    came = state.present.get(guest.number)
    return Presence(
        guest=guest.number,
        kind=guest.kind,
        name=guest.name,
        delegation=guest.delegation,
        hamlet=guest.hamlet,
        came=came.at if came else None,
        left=came.left if came else None,
        people=came.people if came else 0,
        relation=came.relation if came else "",
        substitute=came.substitute if came else "",
    )
