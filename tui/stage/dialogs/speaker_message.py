"""Q on the stage: a short message before the speaker's eyes, on the clock page."""

from functools import partial

from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Static

from data.clock import hour_minute
from data.commands.stage.mc_words import MOST_LETTERS_TO_SPEAKER, tell_speaker
from data.language import _
from data.queries.stage.spoken.speaker_note import READY_MESSAGES, speaker_note
from tui.frame.carrying_out import carry_out
from tui.frame.dialogs.dialog import Dialog
from tui.safe_text import plain
from tui.widgets.lines.line_input import LineInput
from tui.widgets.lists.choice import Choice


class SpeakerMessageDialog(Dialog[None]):
    """One line; arrows put a ready-made message into it. Enter shows it, an empty one takes the last away."""

    AUTO_FOCUS = "LineInput"
    BINDINGS = [
        Binding("up", "ready(-1)", show=False, priority=True),
        Binding("down", "ready(1)", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    SpeakerMessageDialog #stands { height: auto; text-style: bold; }
    SpeakerMessageDialog LineInput { margin: 1 0; }
    """

    def __init__(self) -> None:
        super().__init__(_("Message to the speaker"))

    def content(self) -> ComposeResult:
        note = speaker_note(self.program.open_session.state)
        stands = (
            _("On the clock page since {time}: {text}") if note else _("The clock page shows no message.")
        )
        if note:
            stands = stands.format(time=hour_minute(note.at), text=note.text)
        yield Static(plain(stands), id="stands")
        line = LineInput(placeholder=_("one short line"))
        line.max_length = MOST_LETTERS_TO_SPEAKER
        yield line
        yield Choice([("", _("write it yourself")), *((one, one) for one in READY_MESSAGES)])
        keys = [
            _("Enter: show it.  ↑↓: a ready-made one.  Esc: leave."),
            _("It leaves by itself with the item; Enter in the empty line takes it away."),
        ]
        yield Static(plain("\n" + "\n".join(keys), "dim"))

    def on_mount(self) -> None:
        self.query_one(Choice).can_focus = False

    def action_ready(self, by: int) -> None:
        """Put another ready-made message into the line."""
        choice, line = self.query_one(Choice), self.query_one(LineInput)
        choice.step(by)
        line.value = choice.value
        line.cursor_position = len(line.value)

    def on_line_input_entered(self, event: LineInput.Entered) -> None:
        said = _("✉ The clock page shows it to the speaker.") if event.value.strip() else _("✉ Taken away.")

        def told(_entry: object) -> None:
            self.leave_with(None)
            self.program.call_later(self.program.say, said)

        carry_out(self, partial(tell_speaker, self.program.open_session, event.value), told)
