"""O on the stage: the order in which the delegates are introduced, changed by hand, and who was read out."""

from collections.abc import Callable
from functools import partial

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from data.commands.stage import mc_words
from data.language import _
from data.queries.stage.spoken.introduction import Turn, next_to_introduce, turns
from tui.frame.carrying_out import carry_out
from tui.frame.dialogs.dialog import Dialog
from tui.frame.keys.row_keys import ROW_KEYS
from tui.safe_text import fit, lines, plain
from tui.widgets.static_cached import StaticCached

_SIGN = 4


class IntroductionDialog(Dialog[None]):
    """Those who are here, in order. Every change is written at once; Esc leaves."""

    AUTO_FOCUS = ""
    BINDINGS = [
        *ROW_KEYS,
        Binding("i,I", "introduced", show=False),
        Binding("a,A", "introduced_so_far", show=False),
    ]
    DEFAULT_CSS = """
    IntroductionDialog #turns { height: auto; max-height: 14; scrollbar-size-vertical: 1; margin-bottom: 1; }
    IntroductionDialog #turns > StaticCached { height: auto; }
    """

    def __init__(self) -> None:
        super().__init__(_("Order of the introduction"))
        self._marked = 0

    def content(self) -> ComposeResult:
        scroll = VerticalScroll(StaticCached(), id="turns")
        scroll.can_focus = False
        yield scroll
        keys = [
            _("↑ ↓: which one   U/D: earlier, later   I: read out"),
            _("A: read out up to here   Esc: leave"),
        ]
        yield Static(plain("\n".join(keys), "dim"))

    def on_mount(self) -> None:
        following = next_to_introduce(self.program.open_session.state)
        self._marked = following.number if following else 0
        self._show()

    def on_resize(self) -> None:
        self.call_after_refresh(self._show)

    def action_mark(self, by: int) -> None:
        """Mark another row."""
        numbers = [turn.guest.number for turn in self._turns()]
        if numbers:
            self._marked = numbers[max(0, min(self._place() + by, len(numbers) - 1))]
        self._show()

    def action_move(self, by: int) -> None:
        """Let the marked delegate be read out earlier or later."""
        self._do(partial(mc_words.move_introduction, self.program.open_session, self._marked, by))

    def action_introduced(self) -> None:
        """Note that the marked delegate was read out, and mark the next row."""
        command = partial(mc_words.introduce, self.program.open_session, [self._marked])
        self._do(command, lambda: self.action_mark(1))

    def action_introduced_so_far(self) -> None:
        """Note that everyone down to the marked row was read out."""
        so_far = [turn.guest.number for turn in self._turns()][: self._place() + 1]
        self._do(partial(mc_words.introduce, self.program.open_session, so_far))

    def _do(self, command: Callable[[], object], then: Callable[[], None] = lambda: None) -> None:
        def done(_entry: object) -> None:
            self.strip.clear()
            then()
            self._show()

        carry_out(self, command, done)

    def _turns(self) -> list[Turn]:
        return turns(self.program.open_session.state)

    def _place(self) -> int:
        numbers = [turn.guest.number for turn in self._turns()]
        return numbers.index(self._marked) if self._marked in numbers else 0

    def _show(self) -> None:
        found = self._turns()
        place = self._place()
        width = max(20, self.query_one("#turns").content_size.width - _SIGN - 1)
        rows = [_row(turn, width, marked=index == place) for index, turn in enumerate(found)]
        if found:
            self._marked = found[place].guest.number
        else:
            rows = [plain(_("No delegate has come yet."))]
        self.query_one("#turns > StaticCached", StaticCached).show(lines(rows))
        self.query_one("#turns").scroll_to(y=max(0, place - 5), animate=False)


def _row(turn: Turn, width: int, *, marked: bool) -> Content:
    sign = "✔" if turn.is_read else "⚑" if turn.is_missed else " "
    style = "bold $accent" if marked else "dim" if turn.is_read else "$warning" if turn.is_missed else ""
    return plain(f"{'▸' if marked else ' '} {sign} {fit(turn.line, width)}", style)
