"""One of a few options in a single line, where a list of them all would need too much room."""

from tui.untrusted import joined, plain
from tui.widgets.choice import Choice


class OneOf(Choice):
    """A Choice that shows only what is chosen, between the arrows that change it."""

    def _draw(self) -> None:
        arrow = "bold $accent" if self.has_focus else "$foreground 60%"
        text = plain(self.label, "bold $accent" if self.has_focus else "bold")
        self.update(joined(plain("◂ ", arrow), text, plain(" ▸", arrow)))
