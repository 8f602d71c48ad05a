"""Ctrl+N on every screen: a note that stands on the MC's screen until it was read."""

from functools import partial

from textual.app import ComposeResult
from textual.widgets import Static

from data.commands.stage.mc_words import MOST_LETTERS, leave_note
from data.language import _
from tui.frame.carrying_out import carry_out
from tui.frame.dialogs.dialog import Dialog
from tui.safe_text import plain
from tui.widgets.lines.line_input import LineInput


class NoteDialog(Dialog[None]):
    """One line; Enter puts it before the MC."""

    DEFAULT_CSS = "NoteDialog LineInput { margin: 1 0; }"

    def __init__(self) -> None:
        super().__init__(_("Note to the MC"))

    def content(self) -> ComposeResult:
        hint = _("For example: the police are ten minutes late; child lost, is at the door")
        yield Static(plain(_("It stands on the stage's screen (F3) until the MC has read it."), "dim"))
        line = LineInput(placeholder=hint)
        line.max_length = MOST_LETTERS
        yield line
        yield Static(plain(_("Enter: put it before the MC.  Esc: leave."), "dim"))

    def on_line_input_entered(self, event: LineInput.Entered) -> None:
        carry_out(self, partial(leave_note, self.program.open_session, event.value), self._left)

    def _left(self, _entry: object) -> None:
        self.leave_with(None)
        self.program.call_later(self.program.say, "✉ " + _("The note stands on the stage's screen (F3)."))
