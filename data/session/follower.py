"""Following an event that another program writes: the hall's screen, which must outlive that program."""

from pathlib import Path

import msgspec

from data.errors import CeremonyError
from data.session.folders.event_folder import LEDGER_NAME
from data.session.opening import open_for_reading
from data.session.session import Session
from data.state.state import State

_TROUBLES = (CeremonyError, OSError, msgspec.MsgspecError)
_LOOKS_BETWEEN_TRIES = 8
"""A ledger that cannot be read and does not change is tried again only so often."""
_Look = tuple[int, int, int]


class Follower:
    """Reads an event again and again and never writes a byte into its folder.

    ``state`` is what was last known; ``is_lost`` says that the ledger cannot be read at the moment
    (gone, damaged, of a newer version), and that it is looked for still; ``is_older`` that another ledger
    came in its place which lacks what was known, until that is in it again or somebody goes on writing.
    Raises CeremonyError when there is nothing to follow to begin with.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._seen: _Look | None = None
        self._looks_left = 0
        self._session: Session | None = None
        self._session = open_for_reading(folder)
        self.state: State = self._session.state
        self.is_lost = False
        self.is_older = False
        self._older_length = 0
        self._known = self.state.steps[-1].entry.id

    def look(self) -> bool:
        """Take in what was written since the last look; whether ``state`` or ``is_lost`` changed.

        Costs one look at the file's size and time while nothing is written.
        """
        if not self._is_due():
            return False
        lost, older = self.is_lost, self.is_older
        try:
            changed = self._take_in()
            self.is_lost = False
        except _TROUBLES:
            # Whatever the reader holds may be half of the truth: begin anew at the next change.
            self.close()
            self._session = None
            self.is_lost, changed = True, False
            self._looks_left = _LOOKS_BETWEEN_TRIES
        return changed or lost != self.is_lost or older != self.is_older

    def close(self) -> None:
        """Let go of the event."""
        if self._session is not None:
            self._session.close()

    def _is_due(self) -> bool:
        """Whether the file is another than at the last look, or it is time to try again."""
        seen, before = _stamp(self._folder / LEDGER_NAME), self._seen
        self._seen = seen
        self._looks_left -= 1
        return seen != before or (self.is_lost and self._looks_left <= 0)

    def _take_in(self) -> bool:
        if self._session is None:
            self._session = open_for_reading(self._folder)
            changed = True
        else:
            changed = self._session.refresh()
        return changed and self._believe(self._session.state)

    def _believe(self, found: State) -> bool:
        """Take what was read for what counts, and notice when it lacks the last thing that was known."""
        length = len(found.steps)
        if self.is_older and length > self._older_length:
            # Somebody goes on writing in it: it is the event's ledger, whatever was in another.
            self.is_older = False
        elif found is not self.state:
            self.is_older = all(step.entry.id != self._known for step in found.steps)
            self._older_length = length
        if not self.is_older:
            self._known = found.steps[-1].entry.id
        self.state = found
        return True


def _stamp(ledger: Path) -> _Look | None:
    """What tells one state of the file from another without reading it; None when it cannot be seen."""
    try:
        found = ledger.stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns, found.st_ino
