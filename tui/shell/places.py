"""The places of an event, by name, and the palette; each is loaded when it is first shown."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.command import Provider

    from tui.frame.event_screen import CeremonyScreen

PLACES = {
    "door": "DoorScreen",
    "stage": "StageScreen",
    "gifts": "GiftsScreen",
    "guests": "GuestsScreen",
    "report": "ReportScreen",
    "event": "EventScreen",
    "registrations": "RegistrationsScreen",
    "missing": "MissingScreen",
    "log": "LogScreen",
    "papers": "PapersScreen",
}
"""The screens' classes; that of a place ``x`` is in ``tui/x/screen.py``."""


def load_place(name: str) -> "CeremonyScreen":
    """A new screen of the place ``name``. Raises KeyError when there is no such place."""
    screen = event_screen(_made("tui." + name + ".screen", PLACES[name]))
    assert screen is not None
    return screen


def event_screen(screen: Screen[Any]) -> "CeremonyScreen | None":
    """``screen`` where it is one of an open event's places; None for a dialog, and for the first screen."""
    from tui.frame.event_screen import CeremonyScreen

    return screen if isinstance(screen, CeremonyScreen) else None


def event_screens(screens: "Iterable[Screen[Any]]") -> "Iterator[CeremonyScreen]":
    """Those of ``screens`` that are an open event's places."""
    return (place for screen in screens if (place := event_screen(screen)) is not None)


def load_welcome() -> Screen[None]:
    """A new first screen."""
    return _made("tui.welcome.screen", "WelcomeScreen")


def load_provider() -> "type[Provider]":
    """What finds commands for the palette."""
    from tui.shell.keys.palette import RegistryProvider

    return RegistryProvider


def _made(module: str, kind: str) -> Screen[None]:
    made = getattr(import_module(module), kind)()
    assert isinstance(made, Screen)
    return made
