"""One thing to do from the keyboard, and the names of the screens it can stand on."""

from collections.abc import Iterable
from dataclasses import dataclass

from textual.binding import Binding, BindingType

DOOR, STAGE, GIFTS, GUESTS, REPORT, WELCOME = "door", "stage", "gifts", "guests", "report", "welcome"
EVENT = "event"
REGISTRATIONS = "registrations"
MISSING, LOG, PAPERS = "missing", "log", "papers"
DAY_SCREENS = (DOOR, STAGE, GIFTS, GUESTS, REPORT, EVENT, REGISTRATIONS, MISSING, LOG, PAPERS)
ALL_SCREENS = (*DAY_SCREENS, WELCOME)


@dataclass(frozen=True)
class Command:
    """One thing to do: the Textual ``action`` of the app or of the screens it stands on.

    ``screens`` is empty for a command of the whole program. ``label`` is short enough for the
    footer; ``help`` is a sentence. ``footer`` names the screens that show it there. ``priority``
    keys work whatever has the focus.
    """

    action: str
    key: str
    label: str
    help: str
    screens: tuple[str, ...] = ()
    footer: tuple[str, ...] = ()
    priority: bool = False

    @property
    def shown_key(self) -> str:
        """The key as people read it: ``^Z``, ``F7``, ``Space``."""
        first = self.key.split(",")[0]
        named = {
            "space": "Space",
            "plus": "+",
            "minus": "-",
            "enter": "Enter",
            "escape": "Esc",
            "delete": "Del",
        }
        return named.get(first) or (f"^{first[5:].upper()}" if first.startswith("ctrl+") else first.upper())


def bindings(commands: Iterable[Command]) -> list[BindingType]:
    """The key bindings of ``commands``, for a screen's or the program's ``BINDINGS``."""
    return [_binding(command) for command in commands]


def _binding(command: Command) -> Binding:
    # With Caps Lock on, a letter is another key to the terminal and the same one to people.
    keys = [name for key in command.key.split(",") for name in dict.fromkeys((key, _capital(key)))]
    return Binding(",".join(keys), command.action, command.label, show=False, priority=command.priority)


def _capital(key: str) -> str:
    return key.upper() if len(key) == 1 else key
