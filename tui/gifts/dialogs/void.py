"""F8 at the gifts: saying that a handover was logged wrongly, and why."""

from functools import partial

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from data.commands.gifts.gifts import void
from data.language import _
from data.messages.things import guest_text
from data.state.handovers import Handover
from data.state.state import State
from tui.frame.carrying_out import carry_out
from tui.frame.dialogs.dialog import Ask, Dialog
from tui.gifts.handover_log import columns, handover_text, handover_words
from tui.safe_text import joined, plain
from tui.widgets.lines.line_input import LineInput
from tui.widgets.lists.choice import Choice

_WIDTH = 66
_SHARE = "share"


class VoidDialog(Dialog[str]):
    """Which handover (arrows) and the reason; Enter asks once more. Dismisses with what was void."""

    AUTO_FOCUS = "#reason"
    DEFAULT_CSS = """
    VoidDialog #standing { height: auto; max-height: 8; scrollbar-size-vertical: 1; margin-bottom: 1; }
    VoidDialog .label { color: $foreground 70%; }
    VoidDialog #reason { margin-bottom: 1; }
    """

    def __init__(self, handovers: list[Handover], state: State, household: int | None = None) -> None:
        """``household``: the number of one whose share of the first handover may alone be void."""
        super().__init__(_("Logged wrongly"))
        self._household = household
        to = columns(handovers, state, _WIDTH)
        self._rows = [(h.id, handover_text(h, state, to)) for h in handovers]
        self._words = {h.id: handover_words(h, state) for h in handovers}
        if household is not None:
            share = _("the share of {guest}").format(guest=guest_text(household, state))
            self._rows.insert(0, (_SHARE, share))
            self._words[_SHARE] = f"{share} · {self._words[handovers[0].id]}"

    def content(self) -> ComposeResult:
        yield Static(plain(_("Which handover does not count?")), classes="label")
        scroll = VerticalScroll(Choice(self._rows, id="which"), id="standing")
        scroll.can_focus = False
        yield scroll
        yield Static(plain(_("Why?")), classes="label")
        yield LineInput(id="reason")
        yield Static(plain(_("↑ ↓: which one.  Enter: go on.  Esc: leave."), "dim"))

    def key_up(self) -> None:
        self.query_one(Choice).step(-1)

    def key_down(self) -> None:
        self.query_one(Choice).step(1)

    def on_choice_changed(self, event: Choice.Changed) -> None:
        row = [id for id, _text in self._rows].index(event.choice.value)
        self.query_one("#standing").scroll_to(y=max(0, row - 4), animate=False)

    def on_line_input_entered(self, event: LineInput.Entered) -> None:
        if not event.value.strip():
            self.strip.say(_("Type why this handover is void."), "refused")
            return
        id, reason = self.query_one(Choice).value, event.value
        question = joined(
            plain(self._words[id], "bold"),
            "\n\n",
            _("Reason: {reason}").format(reason=reason.strip()),
            "\n",
            plain(_("It stays in the log, struck through, and no longer counts."), "dim"),
        )

        def answered(confirmed: bool | None) -> None:
            if confirmed:
                self._void(id, reason)

        self.app.push_screen(Ask(_("Is it void?"), question, _("Yes, void")), answered)

    def _void(self, id: str, reason: str) -> None:
        session = self.program.open_session
        if id == _SHARE:
            command = partial(void, session, self._rows[1][0], reason, self._household)
        else:
            command = partial(void, session, id, reason)
        carry_out(self, command, lambda _entry: self.leave_with(self._words[id]))
