"""Ctrl+F at the gifts: a photo of a handover, copied into the event's folder."""

from functools import partial

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Input, Static

from data.commands.gifts.photos import attach_photo
from data.finding.files import PICTURES
from data.language import _
from data.messages.log import describe
from data.state.handovers import Handover
from data.state.state import State
from tui.frame.carrying_out import carry_out
from tui.frame.dialogs.dialog import Dialog
from tui.gifts.handover_log import columns, handover_text
from tui.safe_text import plain
from tui.widgets.lines.line_input import LineInput
from tui.widgets.lists.choice import Choice
from tui.widgets.lists.file_list import FileList

_WIDTH = 66


class PhotoDialog(Dialog[str]):
    """Which photo (arrows, letters, or a path) and of which handover (Tab). Dismisses with what was done."""

    AUTO_FOCUS = "#photo-path"
    only_searches = True
    DEFAULT_CSS = """
    PhotoDialog #standing { height: auto; max-height: 5; scrollbar-size-vertical: 1; margin-bottom: 1; }
    PhotoDialog .label { color: $foreground 70%; }
    PhotoDialog #photo-path { margin-bottom: 1; }
    """

    def __init__(self, handovers: list[Handover], state: State) -> None:
        super().__init__(_("Photo of a handover"))
        to = columns(handovers, state, _WIDTH)
        self._rows = [(h.id, handover_text(h, state, to)) for h in handovers]

    def content(self) -> ComposeResult:
        yield Static(plain(_("Of which handover?")), classes="label")
        scroll = VerticalScroll(Choice(self._rows, id="which"), id="standing")
        scroll.can_focus = False
        yield scroll
        yield Static(plain(_("Where is the photo?")), classes="label")
        yield LineInput(id="photo-path", placeholder=_("part of its name or its path; or drag it here"))
        yield FileList(PICTURES)
        yield Static(plain(_("↑ ↓: which photo.  Tab: which handover.  Enter: copy it.  Esc: leave."), "dim"))

    def on_input_changed(self, event: Input.Changed) -> None:
        self.query_one(FileList).filter(event.value)

    def on_key(self, event: events.Key) -> None:
        """At the line the arrows choose a photo; Enter at the handovers goes on to it."""
        if self.query_one("#photo-path").has_focus:
            if self.query_one(FileList).move(event.key):
                event.stop()
        elif event.key in ("enter", "ctrl+j"):
            event.stop()
            self.query_one("#photo-path").focus()

    def on_choice_changed(self, event: Choice.Changed) -> None:
        row = [id for id, _text in self._rows].index(event.choice.value)
        self.query_one("#standing").scroll_to(y=max(0, row - 4), animate=False)

    def on_line_input_entered(self, event: LineInput.Entered) -> None:
        session = self.program.open_session
        path = self.query_one(FileList).meant(event.value)
        command = partial(attach_photo, session, self.query_one(Choice).value, str(path or event.value))
        carry_out(self, command, lambda entry: self.leave_with(describe(entry, session.state)))
