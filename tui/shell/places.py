"""The places of an event, by name, and the palette; each is loaded when it is first shown."""

from importlib import import_module
from typing import TYPE_CHECKING

from textual.screen import Screen

from tui.frame.event_screen import CeremonyScreen

if TYPE_CHECKING:
    from textual.command import Provider

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


def load_place(name: str) -> CeremonyScreen:
    """A new screen of the place ``name``. Raises KeyError when there is no such place."""
    screen = _made("tui." + name + ".screen", PLACES[name])
    assert isinstance(screen, CeremonyScreen)
    return screen


def load_welcome() -> Screen[None]:
    """A new first screen."""
    return _made("tui.welcome.screen", "WelcomeScreen")


def load_provider() -> "type[Provider]":
    """What finds commands for the palette."""
    from tui.shell.palette import RegistryProvider

    return RegistryProvider


def _made(module: str, kind: str) -> Screen[None]:
    made = getattr(import_module(module), kind)()
    assert isinstance(made, Screen)
    return made
