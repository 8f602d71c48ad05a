"""The locked keyboard: scans go on being answered, and everything else waits for the PIN."""

from textual.app import ComposeResult
from textual.widgets import Static

from data.errors import CeremonyError
from data.language import _
from data.session.laptop.pin import PinTries
from tui.frame.dialogs.dialog import Dialog
from tui.safe_text import plain
from tui.widgets.lines.line_input import LineInput

OPEN_KEYS = frozenset("0123456789") | {"enter", "ctrl+j", "ctrl+m", "backspace", "ctrl+h", "ctrl+u", "delete"}
"""The keys that a locked keyboard takes; what a scanner types is taken before."""


class LockScreen(Dialog[bool]):
    """Covers the whole screen, so that no list is to be read. Dismisses with True on the right PIN."""

    AUTO_FOCUS = "LineInput"
    DEFAULT_CSS = """
    LockScreen .why { height: auto; margin: 0 0 1 0; }
    """

    def __init__(self, kept: str) -> None:
        super().__init__(_("Keyboard locked"))
        self._tries = PinTries(kept)

    def content(self) -> ComposeResult:
        yield Static(plain(_("Scan cards as always. For anything else type the PIN.")), classes="why")
        line = LineInput(placeholder=_("PIN"), id="pin", clears=True)
        line.password = True
        yield line
        yield Static(plain(""))
        yield Static(
            plain(
                _("PIN forgotten: whoever owns this laptop closes the window and runs: main.py pin --forget"),
                "dim",
            )
        )

    def on_line_input_entered(self, event: LineInput.Entered) -> None:
        if not event.value:
            return
        try:
            right = self._tries.try_pin(event.value, self.program.clock.monotonic())
        except CeremonyError as error:
            self.program.refuse(error)
            return
        if right:
            self.dismiss(True)
        else:
            self.program.bells.ring()
            self.strip.say(_("That is not the PIN."), "refused")

    def action_cancel(self) -> None:
        """Esc does not unlock."""
