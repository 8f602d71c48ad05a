"""L on the stage: what is still to come, to be put in another order, left out, shortened or lengthened."""

from collections.abc import Callable
from functools import partial

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content

from data.clock import hour_minute
from data.commands.stage import stage
from data.language import _
from data.state.stage.agenda_progress import Row, table
from tui.frame.carrying_out import carry_out
from tui.frame.dialogs.dialog import Dialog
from tui.frame.keys.row_keys import ROW_KEYS
from tui.safe_text import fit, lines, plain
from tui.widgets.static_cached import StaticCached

_TITLE_WIDTH = 50


class ToComeDialog(Dialog[None]):
    """A marked row, and keys that change it at once; each change is undone like any other."""

    AUTO_FOCUS = ""
    BINDINGS = [
        *ROW_KEYS,
        Binding("x,X", "skip", show=False),
        Binding("plus,equals_sign", "adjust(1)", show=False),
        Binding("minus", "adjust(-1)", show=False),
    ]
    DEFAULT_CSS = """
    ToComeDialog StaticCached { height: auto; }
    ToComeDialog #to-come-keys { margin-top: 1; color: $foreground 60%; }
    """

    def __init__(self) -> None:
        super().__init__(_("Items to come"))
        self._marked = ""

    def content(self) -> ComposeResult:
        yield StaticCached(id="to-come")
        yield StaticCached(id="to-come-keys")

    def on_mount(self) -> None:
        keys = [
            _("↑↓ choose   U/D earlier, later   X leave out, take in again"),
            _("+/− minutes   Esc close"),
        ]
        self.query_one("#to-come-keys", StaticCached).show(plain("\n".join(keys)))
        self._show()

    def action_mark(self, by: int) -> None:
        """Mark another row."""
        ids = [row.item.id for row in self._rows()]
        if ids:
            place = ids.index(self._marked) if self._marked in ids else 0
            self._marked = ids[max(0, min(place + by, len(ids) - 1))]
        self._show()

    def action_move(self, by: int) -> None:
        """Let the marked item come earlier or later."""
        self._do(partial(stage.move_to_come, self.program.open_session, self._marked, by))

    def action_skip(self) -> None:
        """Leave the marked item out, or take it in again."""
        self._do(partial(stage.skip_or_reinstate, self.program.open_session, self._marked))

    def action_adjust(self, minutes: int) -> None:
        """Give the marked item more minutes, or fewer."""
        self._do(partial(stage.adjust, self.program.open_session, minutes, self._marked))

    def _do(self, command: Callable[[], object]) -> None:
        self.strip.clear()
        carry_out(self, command, lambda _entry: self._show())

    def _rows(self) -> list[Row]:
        session = self.program.open_session
        coming = {item.id for item in stage.waiting_items(session)}
        state = session.state
        rows = table(state.event, state.agenda_progress, session.now())
        return [row for row in rows if row.item.id in coming]

    def _show(self) -> None:
        rows = self._rows()
        if rows and self._marked not in [row.item.id for row in rows]:
            self._marked = rows[0].item.id
        drawn = [_line(row, row.item.id == self._marked) for row in rows]
        self.query_one("#to-come", StaticCached).show(
            lines(drawn or [plain(_("Nothing is to come any more."))])
        )


def _line(row: Row, marked: bool) -> Content:
    skipped = row.state == "skipped"
    when = _("left out") if skipped else f"{hour_minute(row.expected)} {row.minutes:3}′"
    style = "bold $accent" if marked else "$foreground 60% strike" if skipped else ""
    sign = "›" if marked else " "
    return plain(f"{sign} {row.position:2} {fit(row.item.title, _TITLE_WIDTH)} {when}", style)
