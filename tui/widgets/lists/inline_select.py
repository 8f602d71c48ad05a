"""One of a few options in a single line, where a list of them all would need too much room."""

from tui.safe_text import joined, plain
from tui.widgets.lists.choice import Choice


class InlineSelect(Choice):
    """A Choice that shows only what is chosen, between the arrows that change it."""

    def _draw(self) -> None:
        arrow = "bold $accent" if self.has_focus else "$foreground 60%"
        text = plain(self.label, "bold $accent" if self.has_focus else "bold")
        self.update(joined(plain("◂ ", arrow), text, plain(" ▸", arrow)))
