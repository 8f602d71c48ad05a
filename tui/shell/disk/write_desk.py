"""Commands on a slow disk: one after another, while the screen goes on answering keys.

A command is carried out in a thread of its own, and it or the program has the turn, never both: the program
stands still while the command works, and goes on as soon as the command has waited for the disk a moment too
long, or says itself that it takes long. The screen then says that it is being written, and the command waits
for its turn when the disk has answered. What comes meanwhile waits behind it in order. Nothing is ever
answered before it is on disk.
"""

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from contextvars import copy_context
from threading import Lock, get_ident
from typing import Any, NamedTuple

from data.errors import CeremonyError
from data.session.session import Session
from tui.frame.program import Program

PATIENCE_SECONDS = 0.15
_LOOK_SECONDS = 0.05


class _Job(NamedTuple):
    command: Callable[[], Any]
    then: Callable[[Any], None]
    refused: Callable[[CeremonyError], None]
    is_quiet: bool


class WriteDesk:
    """For one open ceremony."""

    def __init__(self, app: Program, session: Session) -> None:
        self._app = app
        self._jobs: deque[_Job] = deque()
        self._begun: Future[Any] | None = None
        self._is_at_disk = self._is_watched = False
        self._hand = ThreadPoolExecutor(max_workers=1, thread_name_prefix="command")
        self._hands_thread = 0
        self._turn = Lock()
        self._turn.acquire()
        self._at_length: Future[None] = Future()
        session.settle, session.meanwhile = self._settle, self._meanwhile
        session.at_length = self._without_patience

    @property
    def waiting(self) -> int:
        """How many commands of people are not answered yet, because the disk has not answered."""
        return sum(not job.is_quiet for job in self._jobs)

    @property
    def is_at_work(self) -> bool:
        """Whether any command is not over."""
        return bool(self._jobs)

    def do(
        self,
        command: Callable[[], Any],
        then: Callable[[Any], None],
        refused: Callable[[CeremonyError], None],
        *,
        quietly: bool = False,
    ) -> None:
        """Do ``command`` and give what it returns to ``then``, or its refusal to ``refused``: at once, or
        when the disk has taken what is before it. ``command`` touches no widget. ``quietly`` is what nobody
        here waits for: it is not said that it is being written."""
        self._jobs.append(_Job(command, then, refused, quietly))
        if len(self._jobs) == 1:
            self._work(PATIENCE_SECONDS)
        else:
            self._tell()

    def finish(self) -> None:
        """Wait until everything that waits is on disk and answered."""
        self._work(None)

    def close(self) -> None:
        """As ``finish``, for ever."""
        self.finish()
        self._hand.shutdown()

    def _work(self, patience: float | None) -> None:
        """Do the commands that wait, as far as the disk goes along."""
        while self._jobs:
            if self._begun is None:
                # What a command asks of the program, such as which event is open, it finds as here.
                self._begun = self._hand.submit(copy_context().run, self._in_turn, self._jobs[0].command)
            if not self._is_over(self._begun, patience):
                self._tell()
                self._watch()
                return
            begun, self._begun, job = self._begun, None, self._jobs.popleft()
            try:
                result = begun.result()
            except CeremonyError as error:
                job.refused(error)
            else:
                job.then(result)

    def _is_over(self, begun: Future[Any], patience: float | None) -> bool:
        """Give ``begun`` the turn; False when it waits for the disk longer than ``patience``.

        On a busy machine its thread may begin late, or tell late that it is over: that is waited for here,
        for nothing else would look after it.
        """
        while True:
            self._at_length = Future()
            self._turn.release()
            wait([begun] if patience is None else [begun, self._at_length], patience, FIRST_COMPLETED)
            # A command that is not waiting for the disk now is waited for here.
            self._turn.acquire()
            if begun.done():
                return True
            if self._is_at_disk:
                return False

    def _tell(self) -> None:
        if self.waiting:
            self._app.tell_writing(self.waiting)

    def _watch(self) -> None:
        if not self._is_watched:
            self._is_watched = True
            self._app.set_timer(_LOOK_SECONDS, self._look)

    def _look(self) -> None:
        """Give the command its turn when the disk has answered it."""
        self._is_watched = False
        if not self._is_at_disk:
            self._work(PATIENCE_SECONDS)
        elif self._begun is not None:
            self._watch()

    def _in_turn(self, command: Callable[[], Any]) -> Any:
        self._hands_thread = get_ident()
        with self._turn:
            return command()

    @contextmanager
    def _meanwhile(self) -> Iterator[None]:
        """While a command waits for the disk the program has the turn."""
        if get_ident() != self._hands_thread:
            yield
            return
        self._is_at_disk = True
        self._turn.release()
        try:
            yield
        finally:
            self._is_at_disk = False
            self._turn.acquire()

    @contextmanager
    def _without_patience(self) -> Iterator[None]:
        """As ``_meanwhile``, where it is known that it takes long: the program goes on at once."""
        with self._meanwhile():
            if get_ident() == self._hands_thread and not self._at_length.done():
                self._at_length.set_result(None)
            yield

    def _settle(self) -> None:
        """What is recorded besides comes behind the command that waits for the disk."""
        if self._begun is not None and get_ident() != self._hands_thread:
            self.finish()
