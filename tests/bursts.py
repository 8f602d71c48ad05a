"""Scans as a terminal gives them: raw key events with no time between them."""

from textual import events
from textual.pilot import Pilot


async def burst(pilot: Pilot[None], text: str) -> None:
    """Have ``text`` typed as a scanner types it; a carriage return is its line end."""
    for character in text:
        key = {"\r": "enter", " ": "space"}.get(character, character)
        pilot.app.post_message(events.Key(key, None if key == "enter" else character))
    await pilot.pause()
    await pilot.pause()
