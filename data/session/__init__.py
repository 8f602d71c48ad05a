"""An event that is open, and what leads to one: its folder, its making, its followers, the settings."""
