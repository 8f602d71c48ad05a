"""Telling a rehearsal's copy from an event: what happens there is thrown away."""

from pathlib import Path

PRACTICE_PREFIX = "le-ra-mat-dien-tap-"
"""How the temporary folder's name begins in which a copy lies."""


def is_practice(folder: Path) -> bool:
    """Whether the event in ``folder`` is a copy to practise on."""
    return folder.parent.name.startswith(PRACTICE_PREFIX)
