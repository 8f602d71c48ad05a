"""Where the copies of an event's ledger lie."""

from pathlib import Path

from data.session.laptop.settings import load_settings

COPIES = "copies"
"""The folder for them in the event's own."""


def places_of(folder: Path, event: str) -> list[Path]:
    """Where an event's copies lie: in its folder, and in the second place if one is set."""
    second = load_settings().copies
    return [folder / COPIES, *([second_place(Path(second), folder, event)] if second else [])]


def second_place(second: Path, folder: Path, event: str) -> Path:
    """The folder for one event's copies in the second place: its name, and what tells it from a namesake."""
    return second.expanduser() / f"{folder.resolve().name}-{event[-8:]}"
