"""The footer: the few keys that matter on this screen, from the registry."""

from textual.content import Content
from textual.widgets import Static

from data.language import _
from tui.frame.program import program_of
from tui.safe_text import joined, plain


class KeyLine(Static):
    """One line of keys for the screen named ``screen``; it fits 80 columns."""

    def __init__(self, screen: str) -> None:
        super().__init__(classes="keys")
        self._screen = screen

    def on_mount(self) -> None:
        parts: list[Content | str] = []
        for command in program_of(self).footer(self._screen):
            parts += [plain(command.shown_key, "bold $accent"), " " + _(command.label) + "  "]
        self.update(joined(" ", *parts))
