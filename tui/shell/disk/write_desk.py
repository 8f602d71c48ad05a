"""Commands on a slow disk: one after another, while the screen goes on answering keys.

The disk is waited for a moment, as always. When it takes longer, the command is put aside, the screen says
that it is being written, and once the entry is on disk the same command is done again and finds its entry
there. What comes meanwhile waits behind it in order. Nothing is ever answered before it is on disk.
"""

from collections import deque
from collections.abc import Callable
from typing import Any, NamedTuple

from data.errors import CeremonyError, StillWriting
from data.session.session import Session
from tui.frame.program import Program

PATIENCE_SECONDS = 0.15
_LOOK_SECONDS = 0.05


Refused = Callable[[CeremonyError], None]


class _Job(NamedTuple):
    """``command`` records at most one entry at a time and decides the same way when it is done again."""

    command: Callable[[], Any]
    then: Callable[[Any], None]
    refused: Refused


class WriteDesk:
    """For one open ceremony."""

    def __init__(self, app: Program, session: Session) -> None:
        self._app = app
        self._session = session
        self._jobs: deque[_Job] = deque()
        session.settle = self.finish

    @property
    def waiting(self) -> int:
        """How many commands are not answered yet, because the disk has not answered."""
        return len(self._jobs)

    def do(
        self,
        command: Callable[[], Any],
        then: Callable[[Any], None],
        refused: Callable[[CeremonyError], None],
    ) -> None:
        """Do ``command`` and give what it returns to ``then``, or its refusal to ``refused``: at once, or
        when the disk has taken what is before it."""
        self._jobs.append(_Job(command, then, refused))
        if len(self._jobs) == 1:
            self._work(PATIENCE_SECONDS)
        else:
            self._app.tell_writing(self.waiting)

    def finish(self) -> None:
        """Wait until everything that waits is on disk and answered."""
        while self._jobs:
            self._work(None)

    def _work(self, patience: float | None) -> None:
        """Do the commands that wait, as far as the disk goes along."""
        while self._jobs:
            job = self._jobs[0]
            self._session.patience, self._session.is_resuming = patience, True
            try:
                result = job.command()
            except StillWriting:
                self._app.tell_writing(self.waiting)
                self._app.set_timer(_LOOK_SECONDS, self._look)
                return
            except CeremonyError as error:
                self._jobs.popleft()
                self._undisturbed(job.refused, error)
            else:
                self._jobs.popleft()
                self._undisturbed(job.then, result)
            finally:
                self._session.patience, self._session.is_resuming = None, False

    def _undisturbed(self, answer: Callable[[Any], None], what: Any) -> None:
        # Whatever the answer records itself waits for the disk as everybody else does.
        self._session.patience, self._session.is_resuming = None, False
        answer(what)

    def _look(self) -> None:
        if not self._jobs:
            return
        if self._session.is_writing:
            self._app.set_timer(_LOOK_SECONDS, self._look)
        else:
            self._work(PATIENCE_SECONDS)
