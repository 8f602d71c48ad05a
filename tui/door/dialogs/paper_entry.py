"""Ctrl+B at the door: who came while only the paper list was there, with the times written on it."""

from functools import partial

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from data.clock import hour_minute
from data.commands.door.answer import Answer
from data.commands.door.paper_entry import BackEntry, enter_back, read_back_entry
from data.language import _
from data.state.stage.agenda_progress import day
from tui.frame.carrying_out import carry_out
from tui.frame.dialogs.dialog import Dialog
from tui.safe_text import fit, joined, lines, plain
from tui.widgets.answers import belongs_to
from tui.widgets.lines.line_input import LineInput

_NAME_WIDTH = 30


class BackEntryDialog(Dialog[None]):
    """Numbers and a time in one line. Enter shows whom it means, Enter again records them.

    It stays open for the next line of the list.
    """

    AUTO_FOCUS = "LineInput"
    DEFAULT_CSS = """
    BackEntryDialog #understood { height: auto; max-height: 10; margin: 1 0; scrollbar-size-vertical: 1; }
    BackEntryDialog .explained { height: auto; margin-bottom: 1; }
    """

    def __init__(self) -> None:
        super().__init__(_("From the paper list"))
        self._understood: tuple[str, list[BackEntry]] | None = None

    def content(self) -> ComposeResult:
        yield Static(
            plain(_("The numbers of those who came, then @ and the time: 17 34 35 @7:42"), "$foreground 70%"),
            classes="explained",
        )
        yield LineInput(placeholder="17 34 35 @7:42", id="back-line")
        scroll = VerticalScroll(Static(id="whom"), id="understood")
        scroll.can_focus = False
        yield scroll
        yield Static(plain(_("Enter: show whom it means.  Enter again: record.  Esc: leave."), "dim"))

    def on_input_changed(self, event: Input.Changed) -> None:
        # Hidden, not forgotten: a scan types into the line too, and its digits are taken back out.
        self.query_one("#understood").display = (
            self._understood is not None and event.value == self._understood[0]
        )

    def on_line_input_entered(self, event: LineInput.Entered) -> None:
        if not event.value.strip():
            return
        if self._understood is None or self._understood[0] != event.value:
            self._read(event.value)
        else:
            self._record(self._understood[1])

    def _read(self, text: str) -> None:
        """Show what the line means; nothing is recorded yet."""
        self._forget()
        session = self.program.open_session
        state = session.state
        with self.program.refusals():
            entries = read_back_entry(
                text, state, day(state.event, state.agenda_progress, session.clock.now())
            )
            self._understood = (text, entries)
            self.query_one("#whom", Static).update(lines([self._row(entry) for entry in entries]))
            self.query_one("#understood").display = True
            self.strip.say(_("Is that right? Enter records it."), "again")

    def _record(self, entries: list[BackEntry]) -> None:
        carry_out(self, partial(enter_back, self.program.open_session, entries), self._tell)

    def _tell(self, answers: list[Answer]) -> None:
        fresh = sum(answer.status == "admitted" for answer in answers)
        line = self.query_one(LineInput)
        with line.prevent(Input.Changed):
            line.value = ""
        self._forget()
        self.strip.say(
            _("✔ Recorded from paper: {count}; in already: {already}").format(
                count=fresh, already=len(answers) - fresh
            ),
            "welcome",
        )

    def _forget(self) -> None:
        self._understood = None
        self.query_one("#whom", Static).update(plain(""))
        self.strip.clear()

    def _row(self, entry: BackEntry) -> Content:
        state = self.program.open_session.state
        guest = state.guests[entry.number]
        before = state.present.get(guest.number)
        came = _("came at {time}").format(time=hour_minute(before.at)) if before else ""
        return joined(
            plain("↺ " if before else "✔ ", "$warning" if before else "$success"),
            plain(f"{hour_minute(entry.came)} {guest.number:03} "),
            plain(fit(guest.name, _NAME_WIDTH), "bold"),
            plain(f" {belongs_to(guest, state.event)}  {came}".rstrip(), "$foreground 70%"),
        )
