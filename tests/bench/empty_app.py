"""The least that Textual can show: one word."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class EmptyApp(App[None]):
    """Shows one word."""

    def compose(self) -> ComposeResult:
        yield Static("EMPTY", markup=False)


if __name__ == "__main__":
    EmptyApp().run()
