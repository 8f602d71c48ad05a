"""Ctrl+D: who is on duty at this laptop. Every entry that follows carries the name."""

from msgspec.structs import replace
from textual import events
from textual.app import ComposeResult
from textual.widgets import Static

from data.language import _
from data.queries.log import duty_names
from data.session.laptop.settings import load_settings, save_settings
from data.text.people.names import proper
from tui.frame.dialogs.dialog import Dialog
from tui.frame.program import Program
from tui.safe_text import plain
from tui.widgets.lines.line_input import LineInput
from tui.widgets.lists.choice import Choice

_MOST_NAMES = 6


class DutyDialog(Dialog[str]):
    """A name to type, and those who were on duty before to choose from. Dismisses with the name."""

    AUTO_FOCUS = "LineInput"

    def __init__(self, before: str, names: list[str]) -> None:
        super().__init__(_("Who is on duty?"))
        self._before = before
        self._names = names[:_MOST_NAMES]

    def content(self) -> ComposeResult:
        yield Static(
            plain(_("The name stands with every check-in from now on, and in “came already: let in by …”.")),
            classes="question",
        )
        yield LineInput(self._before, placeholder=_("name"), id="duty-name")
        yield Static(plain(""))
        yield Choice([(name, name) for name in self._names], value=self._before)
        hint = (
            _("Enter: record.  ↑ ↓: somebody who was on duty before.  Esc: leave.")
            if self._names
            else _("Enter: record.  Esc: leave.")
        )
        yield Static(plain(hint, "dim"))

    def on_mount(self) -> None:
        self.query_one(Choice).can_focus = False
        self.query_one(Choice).display = bool(self._names)

    def on_key(self, event: events.Key) -> None:
        if event.key in ("up", "down") and self._names:
            event.stop()
            choice = self.query_one(Choice)
            choice.step(-1 if event.key == "up" else 1)
            line = self.query_one("#duty-name", LineInput)
            line.value = choice.value
            line.cursor_position = len(line.value)

    def on_line_input_entered(self, event: LineInput.Entered) -> None:
        self.dismiss(proper(event.value))


def ask_duty(app: Program) -> None:
    """Ask who is on duty; the name holds for the entries that follow, and for the next start."""
    session = app.open_session

    def answered(name: str | None) -> None:
        if name is None:
            return
        session.duty = name
        kept = save_settings(replace(load_settings(), duty=name))
        said = _("On duty: {name}").format(name=name) if name else _("Nobody is on duty.")
        app.say(said if kept else f"{said} " + _("It could not be kept for the next start."))
        app.state_changed()

    app.push_screen(DutyDialog(session.duty, duty_names(session.state)), answered)
