"""Ctrl+E at the guests, M: which of the withdrawn guests is invited after all."""

from functools import partial

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from data.commands.guests import restore_guest
from data.language import _
from data.model.guest import Guest
from data.state.state import State
from tui.frame.carrying_out import carry_out
from tui.frame.dialogs.dialog import Dialog
from tui.safe_text import plain
from tui.widgets.answers import belongs_to
from tui.widgets.lists.choice import Choice


class TakeBackDialog(Dialog[Guest]):
    """Which of the withdrawn guests is invited after all. Dismisses with the guest."""

    AUTO_FOCUS = "Choice"
    DEFAULT_CSS = """
    TakeBackDialog #withdrawn { height: auto; max-height: 12; scrollbar-size-vertical: 1; margin-bottom: 1; }
    """

    def __init__(self, withdrawn: list[Guest], state: State) -> None:
        super().__init__(_("Take a withdrawn guest back"))
        self._guests = {str(guest.number): guest for guest in withdrawn}
        self._rows = [
            (id, f"{guest.number:03} {guest.name} · {belongs_to(guest, state.event)}")
            for id, guest in self._guests.items()
        ]

    def content(self) -> ComposeResult:
        scroll = VerticalScroll(Choice(self._rows), id="withdrawn")
        scroll.can_focus = False
        yield scroll
        yield Static(plain(_("↑ ↓: which one.  Enter: take back.  Esc: leave."), "dim"))

    def on_choice_changed(self, event: Choice.Changed) -> None:
        row = list(self._guests).index(event.choice.value)
        self.query_one("#withdrawn").scroll_to(y=max(0, row - 6), animate=False)

    def on_key(self, event: events.Key) -> None:
        if event.key in ("enter", "ctrl+j"):
            event.stop()
            guest = self._guests[self.query_one(Choice).value]
            command = partial(restore_guest, self.program.open_session, guest.number)
            carry_out(self, command, lambda _entry: self.leave_with(guest))
