"""One number, large, with what it counts below it."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Digits, Static

from tui.safe_text import plain


class Figure(Vertical):
    """A large number and a caption of two short lines."""

    DEFAULT_CSS = """
    Figure { width: 1fr; height: 5; align-horizontal: center; }
    Figure Digits { width: 100%; text-align: center; height: 3; text-style: bold; }
    Figure .caption { width: 100%; text-align: center; height: 2; color: $foreground 70%; }
    Figure.late Digits { color: $warning; }
    Figure.good Digits { color: $success; }
    """

    def compose(self) -> ComposeResult:
        yield Digits("")
        yield Static(classes="caption")

    def show(self, number: str, caption: str, tone: str = "") -> None:
        """Show a number; ``tone`` is late, good or empty, and the caption says the same in words."""
        self.set_classes(tone)
        self.query_one(Digits).update(number)
        self.query_one(".caption", Static).update(plain(caption))
