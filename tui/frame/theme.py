"""The colours: one accent for what runs now, four meanings, the rest quiet."""

from typing import Any

from textual.app import App
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


def begin_in_theme(app: App[Any]) -> None:
    """Give ``app``, whose ``theme`` it is from the start, the colours of ``HALL`` before anything is styled.

    A theme that is set later has the whole style sheet read a second time before the first paint.
    """
    app.register_theme(HALL)
    app.stylesheet.set_variables(app.get_css_variables())
