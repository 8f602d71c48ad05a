"""The folder of an event that holds what several laptops need: it belongs to this laptop, not to the event.

Whether something is switched on can be seen here without loading any of it.
"""

from pathlib import Path

SEVERAL = ".several"
"""The server's files and stream, its secret, and what was switched on; no part of the event's copies."""

_SWITCH = "on.json"


def several_folder(folder: Path) -> Path:
    """Where it lies, there or not, for the event in ``folder``."""
    return folder / SEVERAL


def switch_file(folder: Path) -> Path:
    """The file that says what was switched on; missing while nothing is."""
    return folder / SEVERAL / _SWITCH


def is_switched_on(folder: Path) -> bool:
    """Whether the event in ``folder`` was last shared, or joined, and is to be again when it is opened."""
    return switch_file(folder).exists()
