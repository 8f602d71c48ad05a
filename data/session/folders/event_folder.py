"""Whether a folder holds an event, and the name of its ledger there."""

from pathlib import Path

LEDGER_NAME = "ledger.jsonl"


def has_event(folder: Path) -> bool:
    """Whether ``folder`` holds an event."""
    try:
        return (folder / LEDGER_NAME).stat().st_size > 0
    except OSError:
        return False
