"""The colours: one accent for what runs now, four meanings, the rest quiet."""

from textual.theme import Theme

HALL = Theme(
    name="hall",
    primary="#c8a45a",
    secondary="#8fa3ad",
    accent="#e8b64c",
    success="#4cc38a",
    warning="#f0b429",
    error="#ff6b5e",
    foreground="#e8e6e1",
    background="#14181c",
    surface="#1b2126",
    panel="#242c33",
    dark=True,
)
