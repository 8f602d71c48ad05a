"""When the open event's ledger is copied, and where to."""

from collections.abc import Callable
from pathlib import Path

from data.repair.copies import Snapshot, copies_in, make_copy
from data.session.copies.copy_places import COPIES, places_of
from data.session.session import Session

EVERY_SECONDS = 15 * 60.0
FIRST_SECONDS = 60.0
"""After opening, so that a program that stops at once costs no copy."""


class Copier:
    """Looks after the copies of an open ceremony. ``job`` belongs on every tick, about once a second."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._copied = _newest_size(session.folder / COPIES)
        self._next = session.clock.monotonic() + FIRST_SECONDS

    def job(self) -> Callable[[], object] | None:
        """The work that is due, to be run in any thread; None while nothing is."""
        now = self._session.clock.monotonic()
        if now < self._next:
            return None
        self._next = now + EVERY_SECONDS
        return self._job_if_new()

    def last_job(self) -> Callable[[], object] | None:
        """The same when the event is closed: whatever came since the last copy."""
        return self._job_if_new()

    def _job_if_new(self) -> Callable[[], object] | None:
        storage = self._session.storage
        if not self._session.writes or storage.size == self._copied or self._session.trouble:
            return None
        self._copied = storage.size
        snapshot = Snapshot(storage.path, storage.size, storage.link, self._session.clock.now())
        places = places_of(self._session.folder, self._session.state.event.id)
        return lambda: make_copy(snapshot, places)


def _newest_size(place: Path) -> int:
    for copy in copies_in(place):
        try:
            return copy.stat().st_size
        except OSError:
            continue
    return 0
