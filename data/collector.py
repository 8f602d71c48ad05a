"""The collector kept from a start, and memory that long work has let go of given back to the laptop."""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

_kept = False
_FEW = 20_000
"""Things that the collector goes through in a millisecond or two."""


def begin() -> None:
    """Let the collector rest while the program starts: what is made then is there to stay.

    It would go through all that was loaded again and again, for a twentieth of the time to the first screen.
    """
    gc.disable()


def begun() -> None:
    """Let it collect again, passing by what the start has made; nothing where it never rested."""
    if not gc.isenabled():
        keep()
        gc.enable()


def keep() -> None:
    """Have the collector pass by all that is there now, for good: it is there to stay."""
    global _kept
    _kept = True
    gc.freeze()


@contextmanager
def resting() -> Iterator[None]:
    """Let the collector rest during what makes very many things that stay.

    Afterwards they count as old, or are kept aside with what is already: it would go through all of them at
    once otherwise, which takes a third of the time that making them took, with a key waiting. Where it were
    few, nothing is kept: what was dropped in circles by then would never be cleared.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        if gc.get_count()[0] > _FEW:
            gc.freeze()
            # Whether anything was kept aside is known here: the collector would count it all to say so.
            if not _kept:
                gc.unfreeze()
        gc.enable()


@contextmanager
def resting_a_moment() -> Iterator[None]:
    """As ``resting``, for one slice of many between which the screen is painted.

    What was dropped in circles since the last slice is cleared before the rest is kept aside.
    """
    if not (_kept and gc.isenabled()):
        with resting():
            yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.collect(1)
        gc.freeze()
        gc.enable()


def give_back() -> None:
    """Return what is free inside the program to the system, as far as its C library can.

    After a hundred sheets were drawn, malloc keeps their room for the next hundred, though the laptop has
    2 GB and the next ones come tomorrow. What was dropped in circles is
    cleared first; where the rest of the program is large, it is kept aside beforehand (``keep``).
    """
    gc.collect()
    import ctypes

    with suppress(OSError, AttributeError):
        if sys.platform.startswith("linux"):
            ctypes.CDLL("libc.so.6").malloc_trim(0)
        elif sys.platform == "win32":
            ctypes.CDLL("ucrtbase")._heapmin()
        elif sys.platform == "darwin":
            ctypes.CDLL("libSystem.dylib").malloc_zone_pressure_relief(None, 0)
