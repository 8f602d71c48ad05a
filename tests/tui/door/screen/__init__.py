"""The door through Textual's Pilot and raw key events."""
