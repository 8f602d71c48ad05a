"""G on the stage: when items really began and ended, set right afterwards."""

from functools import partial

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from data.clock import hour_minute
from data.commands.stage.stage_times import correct_times
from data.language import _
from data.state.stage.agenda_progress import Row, table
from tui.frame.carrying_out import carry_out
from tui.frame.dialogs.dialog import Dialog
from tui.safe_text import fit, lines, plain
from tui.widgets.lines.line_input import LineInput
from tui.widgets.static_cached import StaticCached

_TITLE_WIDTH = 48


class TimesDialog(Dialog[None]):
    """What has begun, one row marked, and its two times to type over. It stays open after saving."""

    AUTO_FOCUS = "#started"
    DEFAULT_CSS = """
    TimesDialog StaticCached { height: auto; margin-bottom: 1; }
    """

    def __init__(self) -> None:
        super().__init__(_("Times"))
        self._marked = ""

    def content(self) -> ComposeResult:
        yield StaticCached(id="begun")
        for id, label in (("started", _("Began")), ("ended", _("Ended"))):
            with Horizontal(classes="form-row"):
                yield Static(plain(label), classes="label")
                yield LineInput(selects="figures", id=id)
        yield Static(
            plain(
                _(
                    "↑↓: another item.  Enter: next line, then save.  Esc: close.\n"
                    "Where one item ended as the next began, both move."
                ),
                "dim",
            )
        )

    def on_mount(self) -> None:
        rows = self._rows()
        self._mark(rows[-1].item.id if rows else "")

    def key_up(self) -> None:
        self._step(-1)

    def key_down(self) -> None:
        self._step(1)

    def on_line_input_entered(self, event: LineInput.Entered) -> None:
        over = not self._line("ended").disabled
        if event.line.id == "started" and over:
            self._line("ended").focus()
            return
        self._save()

    def _save(self) -> None:
        command = partial(
            correct_times,
            self.program.open_session,
            self._marked,
            started=self._line("started").value,
            ended=self._line("ended").value,
        )

        def done(_entry: object) -> None:
            self._mark(self._marked)
            self.strip.say("✔ " + _("Times edited."), "welcome")

        carry_out(self, command, done)

    def _step(self, by: int) -> None:
        ids = [row.item.id for row in self._rows()]
        place = ids.index(self._marked) + by
        if 0 <= place < len(ids):
            self.strip.clear()
            self._mark(ids[place])

    def _mark(self, id: str) -> None:
        """Mark an item and put its times into the two lines."""
        self._marked = id
        rows = self._rows()
        self.query_one("#begun", StaticCached).show(lines([_line(row, row.item.id == id) for row in rows]))
        row = next((row for row in rows if row.item.id == id), None)
        started, ended = self._line("started"), self._line("ended")
        started.value = hour_minute(row.started) if row and row.started else ""
        ended.value = hour_minute(row.ended) if row and row.ended else ""
        ended.disabled = not ended.value
        ended.placeholder = "" if ended.value else _("still running")
        started.focus()
        started.select_part(started.value)

    def _rows(self) -> list[Row]:
        session = self.program.open_session
        state = session.state
        rows = table(state.event, state.agenda_progress, session.now())
        return sorted((row for row in rows if row.started), key=lambda row: row.expected)

    def _line(self, id: str) -> LineInput:
        return self.query_one(f"#{id}", LineInput)


def _line(row: Row, marked: bool) -> Content:
    began = hour_minute(row.started) if row.started else ""
    ended = hour_minute(row.ended) if row.ended else "  …  "
    minutes = f"{row.took or 0:3}′"
    title = f"{'›' if marked else ' '} {row.position:2} {fit(row.item.title, _TITLE_WIDTH)}"
    return plain(f"{title} {began} {ended} {minutes}", "bold $accent" if marked else "")
