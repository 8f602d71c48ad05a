"""Where the program lets go of what it said of people: an event is left, or its personal data are deleted."""

from typing import Any

from textual.app import App

from tui.shell.places import PLACES


def forget(app: App[Any]) -> None:
    """Empty what the program itself keeps: its notifications, and what was copied out of a field."""
    app.clear_notifications()
    if app.clipboard:
        app.copy_to_clipboard("")


def drop_places(app: App[Any]) -> None:
    """Drop every place of an event with all that it shows; none of them may be in front."""
    for name in PLACES:
        if app.is_screen_installed(name):
            screen = app.get_screen(name)
            app.uninstall_screen(name)
            if screen.is_running:
                screen.remove()
