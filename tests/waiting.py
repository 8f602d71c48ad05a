"""Waiting in a test for what is sure to come, however busy the machine is."""

from collections.abc import Callable

from textual.pilot import Pilot

_LOOK_SECONDS = 0.02
_LOOKS = 3000


async def until(pilot: Pilot[None], holds: Callable[[], bool]) -> bool:
    """Whether ``holds`` comes true; it is given a minute, and taken at once."""
    for _look in range(_LOOKS):
        if holds():
            return True
        await pilot.pause(_LOOK_SECONDS)
    return holds()
