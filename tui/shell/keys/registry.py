"""The one list of what can be done from the keyboard.

Key bindings, the footer, the command palette and the help screen are all made from it.
"""

from textual.binding import BindingType

from data.language import _
from tui.door import keys as door
from tui.event import keys as event
from tui.frame.keys.command import Command, bindings
from tui.gifts import keys as gifts
from tui.guests import keys as guests
from tui.log import keys as log
from tui.missing import keys as missing
from tui.papers import keys as papers
from tui.registrations import keys as registrations
from tui.report import keys as report
from tui.shell.keys import program_keys as program
from tui.stage import keys as stage
from tui.stage import spoken_keys as words
from tui.welcome import keys as welcome

COMMANDS: tuple[Command, ...] = (
    *program.SCREENS,
    *door.COMMANDS,
    *stage.COMMANDS,
    *words.COMMANDS,
    *gifts.COMMANDS,
    *guests.COMMANDS,
    *report.COMMANDS,
    *event.COMMANDS,
    *registrations.COMMANDS,
    *missing.COMMANDS,
    *log.COMMANDS,
    *papers.COMMANDS,
    *welcome.COMMANDS,
    *program.ALWAYS,
)
"""In the order in which the footer and the help screen show them."""

PRIORITY_KEYS = frozenset(key for command in COMMANDS if command.priority for key in command.key.split(","))
"""The keys that Textual gives to their command before any widget sees them."""


def commands_on(screen: str) -> list[Command]:
    """What can be done on a screen: its own commands and the program's."""
    return [command for command in COMMANDS if not command.screens or screen in command.screens]


def program_bindings() -> list[BindingType]:
    """The key bindings of the whole program."""
    return bindings(command for command in COMMANDS if not command.screens)


def place_name(screen: str) -> str:
    """``F2 Door``: the key that goes to one of the event's screens, and what it is called."""
    command = next(one for one in program.SCREENS if one.action == f"app.show('{screen}')")
    return f"{command.shown_key} {_(command.label)}"


def footer_of(screen: str) -> list[Command]:
    """What the footer of a screen shows, in order."""
    return [command for command in COMMANDS if screen in command.footer]
