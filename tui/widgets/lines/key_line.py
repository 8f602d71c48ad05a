"""The footer: the few keys that matter on this screen, from the registry."""

from textual.content import Content
from textual.widgets import Static

from data.language import _
from tui.safe_text import joined, plain
from tui.shell.registry import footer_of


class KeyLine(Static):
    """One line of keys for the screen named ``screen``; it fits 80 columns."""

    def __init__(self, screen: str) -> None:
        super().__init__(classes="keys")
        self._screen = screen

    def on_mount(self) -> None:
        parts: list[Content | str] = []
        for command in footer_of(self._screen):
            parts += [plain(command.shown_key, "bold $accent"), " " + _(command.label) + "  "]
        self.update(joined(" ", *parts))
