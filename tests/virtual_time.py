"""Time that jumps: an event loop whose clock stands still while anything is left to do, and then goes on at
once to the next moment for which somebody waits.

The program under it is the real one, with its timers and its threads, and meets every key at the very time
that it was pressed; an hour of silence costs nothing. What it cannot show is how long the program computes:
computing takes no time here.
"""

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from selectors import DefaultSelector
from typing import Any, TypeVar, TypeVarTuple, Unpack

from textual import _time, timer

Result = TypeVar("Result")
Given = TypeVarTuple("Given")

_START = 1000.0
_MORNING = datetime(2022, 6, 15, 0, 15, tzinfo=UTC)
_LONGEST_JOB = 10.0
"""Real seconds after which a thread that is still at work no longer holds the clock."""


class VirtualLoop(asyncio.SelectorEventLoop):
    """An event loop with a clock of its own, in seconds. It waits for its threads before it jumps."""

    def __init__(self) -> None:
        self.now = _START
        self.at_work = 0
        super().__init__(_JumpingSelector(self))

    def time(self) -> float:
        """The clock that everything on this loop reads."""
        return self.now

    def run_in_executor(
        self, executor: Executor | None, func: Callable[[Unpack[Given]], Result], *args: *Given
    ) -> asyncio.Future[Result]:
        """As any loop does; until it is done, the clock stands still."""
        future = super().run_in_executor(executor, func, *args)
        self.at_work += 1
        future.add_done_callback(self._is_done)
        return future

    async def shutdown_default_executor(self, timeout: float | None = None) -> None:
        """Wait for the threads themselves: a limit would pass by in no time."""
        await super().shutdown_default_executor()

    def run_forever(self) -> None:
        """As any loop does; keys and timers of Textual are told the time by it meanwhile."""
        with stamped_by(self):
            super().run_forever()

    def _is_done(self, _future: asyncio.Future[Any]) -> None:
        self.at_work -= 1


class _JumpingSelector(DefaultSelector):
    """Where a loop would sleep until its next timer, this one moves its clock there."""

    def __init__(self, loop: VirtualLoop) -> None:
        super().__init__()
        self._loop = loop

    def select(self, timeout: float | None = None) -> list[Any]:
        ready = super().select(0)
        if ready or (timeout is not None and timeout <= 0):
            return ready
        if timeout is None or self._loop.at_work:
            ready = super().select(_LONGEST_JOB)
        if not ready and timeout is not None:
            self._loop.now += timeout
        return ready


class LoopClock:
    """A laptop's two clocks, going with a loop from 07:15 in the village on."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop, self._began = loop, loop.time()

    def now(self) -> datetime:
        """The wall clock, aware, in UTC."""
        return _MORNING + timedelta(seconds=self.monotonic() - self._began)

    def monotonic(self) -> float:
        """The loop's own seconds."""
        return self._loop.time()


@contextmanager
def stamped_by(loop: asyncio.AbstractEventLoop) -> Iterator[None]:
    """Have keys and timers of Textual told the time by ``loop``, and wait by it on Windows too."""
    before, wait = _time.get_time, timer.__dict__["sleep"]
    _time.get_time = loop.time
    timer.__dict__["sleep"] = asyncio.sleep
    try:
        yield
    finally:
        _time.get_time = before
        timer.__dict__["sleep"] = wait


def run(main: Coroutine[Any, Any, Result]) -> Result:
    """What ``asyncio.run`` does, in time that jumps."""
    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        return runner.run(main)
