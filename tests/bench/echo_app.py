"""The least that a Textual program can do with a letter of a search: one Input, one Static that shows it."""

from textual.app import App, ComposeResult
from textual.widgets import Input, Static


class EchoApp(App[None]):
    """Shows what is being typed."""

    def compose(self) -> ComposeResult:
        yield Input()
        yield Static("READY", markup=False)

    def on_input_changed(self, event: Input.Changed) -> None:
        if event.value:
            self.query_one(Static).update(f"typing {event.value}")


if __name__ == "__main__":
    EchoApp().run()
