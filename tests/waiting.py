"""Waiting in a test for what is sure to come, however busy the machine is."""

from collections.abc import Callable
from time import monotonic, sleep

from textual.pilot import Pilot

_LOOK_SECONDS = 0.02
_LONGEST = 60.0
_THREADS_TURN = 0.003
"""Real seconds. In time that jumps, looking again and again would keep a thread from what is waited for."""


async def until(pilot: Pilot[None], holds: Callable[[], bool], otherwise: Callable[[], object] = str) -> None:
    """Wait until ``holds``, and go on at once.

    Raises AssertionError with what ``otherwise`` says when a minute by the machine's clock has brought
    nothing.
    """
    end = monotonic() + _LONGEST
    while not holds():
        assert monotonic() < end, f"this did not come within a minute {otherwise()}"
        await pilot.pause(_LOOK_SECONDS)
        if not holds():
            sleep(_THREADS_TURN)
