"""The footer: the few keys that matter on this screen now, from the registry."""

from collections.abc import Callable

from textual.content import Content
from textual.widgets import Static

from data.language import _
from tui.frame.keys.command import Command
from tui.frame.program import program_of
from tui.safe_text import joined, plain


class KeyLine(Static):
    """One line of keys for the screen named ``screen``; it fits 80 columns.

    ``offers`` says of a command's action whether its key would do something now; a key that would do nothing
    is not shown.
    """

    def __init__(self, screen: str, offers: Callable[[str], bool]) -> None:
        super().__init__(classes="keys")
        self._screen = screen
        self._offers = offers
        self._shown: list[Command] | None = None

    def show(self) -> None:
        """Show the keys that do something now. Nothing is redrawn when they are the same as before."""
        commands = [one for one in program_of(self).footer(self._screen) if self._offers(one.action)]
        if commands == self._shown:
            return
        self._shown = commands
        parts: list[Content | str] = []
        for command in commands:
            parts += [plain(command.shown_key, "bold $accent"), " " + _(command.label) + "  "]
        self.update(joined(" ", *parts), layout=False)
