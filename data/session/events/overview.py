"""An event at a glance, read without opening it for writing: for the list of events."""

from collections.abc import Callable, Iterable, Sized
from pathlib import Path
from typing import Literal

from msgspec import Struct

from data.errors import CeremonyError
from data.model.event import Event
from data.queries.people.counts import Counts, counts, expected_guests
from data.session.folders.home import event_folders
from data.session.folders.peek import peek
from data.session.opening import open_for_reading
from data.state.state import State

CARDS = "cards"

Phase = Literal[
    "damaged", "no-guests", "no-cards", "ready", "arriving", "running", "over", "closed", "purged"
]


class Overview(Struct, frozen=True):
    """How an event stands. ``problem`` is the sentence that says why a damaged one cannot be read.

    ``missing`` is how much is missing yet before its day, as far as that was asked for.

    ``event`` of a damaged one is as it was made, or None when not even that can be read.
    """

    folder: Path
    phase: Phase
    event: Event | None = None
    counts: Counts | None = None
    problem: str = ""
    missing: int = 0


Missing = Callable[[State, Path], Sized]
"""What is missing of an event before its day; gets its state and its folder."""


def overviews(parent: Path, others: Iterable[Path] = (), missing: Missing | None = None) -> list[Overview]:
    """The events in ``parent`` and ``others``, the latest date first; those without a date before all."""
    folders = dict.fromkeys([*event_folders(parent), *others])
    found = [overview(folder, missing) for folder in folders]
    return sorted(found, key=_order, reverse=True)


def overview(folder: Path, missing: Missing | None = None) -> Overview:
    """The event in ``folder`` at a glance. Never raises for an event that cannot be read."""
    try:
        with open_for_reading(folder) as session:
            state = session.state
            phase = _phase(state, folder)
            left = len(missing(state, folder)) if missing is not None and phase == "ready" else 0
            return Overview(folder, phase, state.event, counts(state), missing=left)
    except CeremonyError as error:
        return Overview(folder, "damaged", peek(folder), problem=error.sentence)


def _phase(state: State, folder: Path) -> Phase:
    if state.rest.closed is not None:
        return "closed" if state.rest.purged is None else "purged"
    if state.agenda_progress.closed is not None:
        return "over"
    if state.agenda_progress.runs:
        return "running"
    if state.present:
        return "arriving"
    if not expected_guests(state):
        return "no-guests"
    return "ready" if _has_cards(folder) else "no-cards"


def _has_cards(folder: Path) -> bool:
    try:
        return next((folder / CARDS).rglob("*.png"), None) is not None
    except OSError:
        return False


def _order(found: Overview) -> tuple[bool, bool, str, str]:
    day = found.event.date if found.event else None
    # A damaged event stays in sight, at the end: somebody will be looking for it.
    return found.event is not None, day is None, day.isoformat() if day else "", found.folder.name
