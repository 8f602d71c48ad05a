"""F3, the stage: what runs now and its time, what to say, what comes."""

from collections.abc import Iterable

from textual.binding import Binding
from textual.containers import Horizontal
from textual.widget import Widget

from data.commands import stage
from data.language import _
from data.state.rundown import Instant, Row, table
from tui.registry import bindings_of
from tui.screens.dialog import Ask
from tui.screens.repeat import RepeatGuard
from tui.screens.stage_words import StageWords
from tui.untrusted import plain
from tui.widgets.agenda_list import AgendaList
from tui.widgets.mc_part import MCPart
from tui.widgets.now_panel import NowPanel
from tui.widgets.stage_notes import what_space_does
from tui.widgets.steady import Steady


class StageScreen(StageWords):
    """The MC's screen. Nothing here has the focus, so Space is always GO and Enter is nothing."""

    NAME = "stage"
    QUIET = True
    AUTO_FOCUS = ""
    BINDINGS = [
        *bindings_of("stage"),
        Binding("up", "words(-1)", show=False),
        Binding("down", "words(1)", show=False),
        Binding("pageup", "words(-5)", show=False),
        Binding("pagedown", "words(5)", show=False),
        Binding("left", "choose_check(-1)", show=False),
        Binding("right", "choose_check(1)", show=False),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (32, "-tall")]
    DEFAULT_CSS = """
    #stage-top { height: auto; max-height: 12; border-bottom: solid $panel; }
    #stage-top > AgendaList { width: 4fr; height: auto; padding: 0 0 0 1; }
    StageScreen.-words #stage-top { display: none; }
    #stage-hint { height: 1; background: $accent 25%; }
    StageScreen.-tall #stage-top { padding: 1 0; max-height: 15; }
    StageScreen.-tall #stage-hint { height: 3; padding: 1 0; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._go_key = RepeatGuard()
        self._next = ""

    def body(self) -> Iterable[Widget]:
        yield Horizontal(AgendaList(id="agenda"), NowPanel(id="now"), id="stage-top")
        yield MCPart(id="mc-part")
        yield Steady(id="stage-hint")

    def show_state(self) -> None:
        state = self.ceremony.state
        following = stage.next_item(self.ceremony)
        self._next = following.id if following else ""
        rows = self._show_time()
        self.query_one(MCPart).show(state, rows, self._next, self.marked_check)
        self.query_one("#stage-hint", Steady).show(what_space_does(rows, state, self._next, self.size.width))

    def tick(self) -> None:
        self._show_time()

    def _show_time(self) -> list[Row]:
        """Draw what the passing of time changes."""
        state = self.ceremony.state
        now: Instant = self.ceremony.now()
        rows = table(state.event, state.rundown, now)
        self.query_one(AgendaList).show_rows(rows)
        self.query_one(NowPanel).show(state.rundown, rows, now)
        return rows

    def action_go(self) -> None:
        if not self._go_key.is_fresh(self.program.clock.monotonic()):
            return
        if not self._next and self.ceremony.state.rundown.closed is None:
            self.app.push_screen(
                Ask(
                    _("Close the ceremony"),
                    plain(_("The last item ends and the ceremony is closed. Is it over?")),
                    _("Yes, it is over"),
                ),
                self._close,
            )
            return
        self._go(self._next)

    def _close(self, confirmed: bool | None) -> None:
        if confirmed:
            self._go("")

    def _go(self, expected: str) -> None:
        left = self.ceremony.state.event.item(self.ceremony.state.rundown.current)
        with self.program.refusals():
            stage.go(self.ceremony, expected)
            self.strip.clear()
            self.say_what_is_left(left)

    def action_pause(self) -> None:
        with self.program.refusals():
            stage.pause_or_resume(self.ceremony)
            self.strip.clear()

    def action_back(self) -> None:
        with self.program.refusals():
            stage.back(self.ceremony)
            self.strip.clear()

    def action_more(self) -> None:
        self._adjust(1)

    def action_fewer(self) -> None:
        self._adjust(-1)

    def _adjust(self, minutes: int) -> None:
        with self.program.refusals():
            stage.adjust(self.ceremony, minutes)
            self.strip.clear()
