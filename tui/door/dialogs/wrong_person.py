"""Not this guest came but another: find the one who did, and the check-in is theirs."""

from collections.abc import Callable
from functools import partial

from textual import events
from textual.app import ComposeResult
from textual.widgets import Input, Static

from data.commands.door.presence import move_check_in
from data.language import _
from data.model.guest import Guest
from tui.frame.carrying_out import carry_out
from tui.frame.dialogs.dialog import Dialog
from tui.frame.keys.haste import too_fast
from tui.safe_text import plain
from tui.widgets.lines.line_input import LineInput
from tui.widgets.lists.results import Results

Find = Callable[[str], list[Guest]]


class WrongPersonDialog(Dialog[str]):
    """A search line and its results. Enter moves the check-in to the marked one, and says so."""

    only_searches = True

    AUTO_FOCUS = "LineInput"
    DEFAULT_CSS = """
    WrongPersonDialog Results { display: block; height: 8; margin: 1 0; padding: 0; }
    """

    def __init__(self, guest: Guest, find: Find) -> None:
        super().__init__(_("Who really came?"))
        self._guest = guest
        self._find = find

    def content(self) -> ComposeResult:
        yield Static(
            plain(
                _("{name} ({number:03}) did not come. Find who did; the time stays.").format(
                    name=self._guest.name, number=self._guest.number
                )
            ),
            classes="question",
        )
        yield LineInput(placeholder=_("name, number or hamlet"), id="who-came")
        yield Results(id="who-results")
        yield Static(plain(_("↑ ↓: choose.  Enter: that is who came.  Esc: leave."), "dim"))

    def on_input_changed(self, event: Input.Changed) -> None:
        present = self.program.open_session.state.present
        found = [guest for guest in self._find(event.value) if guest.number not in present]
        self.query_one(Results).show(found, self.program.open_session.state)

    def on_key(self, event: events.Key) -> None:
        if event.key in ("up", "down"):
            event.stop()
            self.query_one(Results).move(-1 if event.key == "up" else 1)

    def on_line_input_entered(self, event: LineInput.Entered) -> None:
        results = self.query_one(Results)
        other = results.decided
        if other is None or results.is_new(event.at):
            # As at the door: the first Enter marks, the second one means it.
            results.arm(event.at)
            if other is not None:
                self.strip.say(too_fast(), "misread")
            return
        told = _("Not {guest} came but {other}").format(guest=self._guest.name, other=other.name)
        command = partial(move_check_in, self.program.open_session, self._guest.number, other.number)
        carry_out(self, command, lambda _entry: self.leave_with(told))
