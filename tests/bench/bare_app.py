"""The least that a Textual program can do with a scan: one Input, and one Static painted only at Enter."""

from textual.app import App, ComposeResult
from textual.widgets import Input, Static


class BareApp(App[None]):
    """Shows what was entered."""

    def compose(self) -> ComposeResult:
        yield Input()
        yield Static("READY", markup=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.input.value = ""
        self.query_one(Static).update(f"ENTERED {event.value}")


if __name__ == "__main__":
    BareApp().run()
