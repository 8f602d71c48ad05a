"""F1: what every key does, from the registry, for this screen first."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from data.language import N_, _
from tui.commands.command import Command
from tui.registry import COMMANDS
from tui.screens.dialog import Dialog
from tui.untrusted import joined, lines, plain

_ABOUT = N_(
    "A card can be scanned at any time, on every screen. At the door type a name (accents are not needed), "
    "a card number or a hamlet, choose with ↑ ↓ and press Enter."
)


class HelpScreen(Dialog[None]):
    """The keys of one screen and of the whole program."""

    def __init__(self, screen: str) -> None:
        super().__init__(_("Help"))
        self._screen = screen

    def content(self) -> ComposeResult:
        here = [c for c in COMMANDS if self._screen in c.screens]
        everywhere = [c for c in COMMANDS if not c.screens]
        rows = [plain(_(_ABOUT)), plain("")]
        if here:
            rows += [plain(_("On this screen"), "bold"), *map(_row, here), plain("")]
        rows += [plain(_("Everywhere"), "bold"), *map(_row, everywhere), plain("")]
        rows += [*self._hall(), plain(_("Esc closes this help."), "dim")]
        with VerticalScroll(classes="help"):
            yield Static(lines(rows))

    def _hall(self) -> list[Content]:
        """How to open the audience's screen; while no event is open there is nothing to show there."""
        ceremony = self.program.ceremony
        if ceremony is None:
            return []
        how = _("The audience's screen: open a second terminal on the projector and type there")
        command = f'python main.py hall "{ceremony.folder}"'
        return [plain(how, "bold"), plain(f"  {command}", "$accent"), plain("")]


def _row(command: Command) -> Content:
    return joined(
        plain(f"{command.shown_key:>6}  ", "bold $accent"), f"{_(command.label):<14} ", _(command.help)
    )
