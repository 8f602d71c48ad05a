"""F3, the stage: what runs now and its time, what to say, what comes."""

from collections.abc import Iterable
from datetime import datetime

from textual.binding import Binding
from textual.containers import Horizontal
from textual.timer import Timer
from textual.widget import Widget

from data.clock import hour_minute
from data.commands.stage import stage
from data.commands.stage.holding import held_by, take_stage
from data.language import _
from data.model.entry import Entry
from data.queries.stage.far_start import far_start
from data.session.practice import is_practice
from data.state.stage.agenda_progress import Row, table
from tui.frame.dialogs.dialog import Ask
from tui.frame.keys.command import bindings
from tui.safe_text import plain
from tui.stage.keys import COMMANDS
from tui.stage.spoken import StageWords
from tui.stage.spoken_keys import COMMANDS as SPOKEN
from tui.stage.timing import StageTiming
from tui.stage.widgets.agenda_list import AgendaList
from tui.stage.widgets.clock_question import ClockQuestion
from tui.stage.widgets.go_line import GoLine
from tui.stage.widgets.mc_part import MCPart
from tui.stage.widgets.now_panel import NowPanel
from tui.widgets.lines.answer_strip import TOO_SOON


class StageScreen(StageTiming, StageWords):
    """The MC's screen. Nothing here has the focus, so Space is always GO and Enter is nothing."""

    NAME = "stage"
    QUIET = True
    AUTO_FOCUS = ""
    BINDINGS = [
        *bindings((*COMMANDS, *SPOKEN)),
        Binding("up", "words(-1)", show=False),
        Binding("down", "words(1)", show=False),
        Binding("pageup", "words(-5)", show=False),
        Binding("pagedown", "words(5)", show=False),
        Binding("left", "choose_check(-1)", show=False),
        Binding("right", "choose_check(1)", show=False),
    ]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (56, "-broad")]
    DEFAULT_CSS = """
    #stage-top { height: auto; max-height: 12; border-bottom: solid $panel; }
    #stage-top > AgendaList { width: 4fr; height: auto; padding: 0 0 0 1; }
    StageScreen.-words #stage-top { display: none; }
    StageScreen.-narrow #stage-top > AgendaList { display: none; }
    StageScreen.-narrow NowPanel { border-left: none; }
    StageScreen.-low #stage-top { max-height: 6; border-bottom: none; }
    StageScreen.-low #stage-top > AgendaList { max-height: 6; }
    StageScreen.-low NowPanel > #now-head { max-height: 2; }
    StageScreen.-tall #stage-top { padding: 1 0; max-height: 22; }
    StageScreen.-tall GoLine { height: 3; padding: 1 0; }
    StageScreen.-tall #stage-notes { padding: 1; max-height: 6; }
    StageScreen.-tall #mc-heading { height: 2; padding: 1 1 0 1; }
    StageScreen.-tall MCLine { padding: 1 3; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._next = ""
        self._unlock: Timer | None = None

    def body(self) -> Iterable[Widget]:
        yield Horizontal(AgendaList(id="agenda"), NowPanel(id="now"), id="stage-top")
        yield MCPart(id="mc-part")
        yield ClockQuestion()
        yield GoLine()

    def offers(self, action: str) -> bool:
        progress = self.session.state.agenda_progress
        match action:
            case "go":
                return progress.closed is None
            case "pause":
                return progress.closed is None and bool(progress.current)
            case "back":
                return stage.previous_item(self.session) is not None
        return super().offers(action)

    def show_state(self) -> None:
        state = self.session.state
        following = stage.next_item(self.session)
        self._next = following.id if following else ""
        rows = self._show_time()
        self.query_one(MCPart).show(state, rows, self._next, self.marked_check)
        self.query_one(ClockQuestion).ask(state)
        self._show_go(rows)

    def tick(self) -> None:
        self._show_time()

    def _show_time(self) -> list[Row]:
        """Draw what the passing of time changes."""
        state = self.session.state
        now = self.session.now()
        rows = table(state.event, state.agenda_progress, now)
        self.query_one(AgendaList).show_rows(rows)
        self.query_one(NowPanel).show(state, rows, now)
        return rows

    def _show_go(self, rows: list[Row]) -> None:
        locked = self.program.go_lock.left(self.program.clock.monotonic())
        if locked and self._unlock is None:
            # A little late, so that the lock is surely over by the clock that the key is judged by.
            self._unlock = self.set_timer(locked + 0.05, self._show_lock)
        self.query_one(GoLine).show_go(rows, self.session.state.agenda_progress, self._next, locked > 0)

    def _show_lock(self) -> None:
        """Say that GO is locked, and that it is not any more once it is not."""
        if self._unlock is not None:
            self._unlock.stop()
            self._unlock = None
        state = self.session.state
        self._show_go(table(state.event, state.agenda_progress, self.session.now()))

    def action_go(self) -> None:
        """End the running item and begin the next; the closing is asked for first."""
        if not self.program.go_lock.is_fresh(self.program.clock.monotonic()):
            self._show_lock()
            self.strip.hint(_(TOO_SOON))
            return
        if holder := held_by(self.session):
            self._ask_to_take(holder)
            return
        if not self._next and self.session.state.agenda_progress.closed is None:
            self.app.push_screen(
                Ask(
                    _("Close the ceremony"),
                    plain(_("The last item ends and the ceremony is closed. Is it over?")),
                    _("Yes, it is over"),
                ),
                self._close,
            )
            return
        planned = far_start(self.session.state, self.session.now().at)
        if planned is not None and not is_practice(self.session.folder):
            self._ask_to_begin(planned, self._next)
            return
        self._go(self._next)

    def _ask_to_begin(self, planned: datetime, first: str) -> None:
        """The start is hours away: begun by mistake, the whole morning would be late or early on paper."""
        question = _("It is {now}; the start is planned for {start}. Does the ceremony really begin now?")
        told = question.format(now=hour_minute(self.session.now().at), start=hour_minute(planned))

        def answered(yes: bool | None) -> None:
            if yes:
                self._go(first)

        self.app.push_screen(Ask(_("Begin the ceremony?"), plain(told), _("Yes, begin")), answered)

    def _ask_to_take(self, holder: str) -> None:
        """Another laptop steps through the agenda: it is taken over knowingly, or not."""
        question = _(
            "{name} holds the stage. What is pressed there without knowing of you does not count any more."
        )
        title, yes = _("Take the stage over?"), _("Yes, take it over")
        self.app.push_screen(Ask(title, plain(question.format(name=holder)), yes), self._take)

    def _take(self, confirmed: bool | None) -> None:
        if confirmed:
            session = self.session
            self.program.write(
                lambda: take_stage(session), lambda _entry: self.program.state_changed(), self.program.refuse
            )

    def _close(self, confirmed: bool | None) -> None:
        if confirmed:
            self._go("")

    def _go(self, expected: str) -> None:
        left = self.session.state.event.item(self.session.state.agenda_progress.current)
        session = self.session

        def then(_entry: Entry) -> None:
            self._done()
            self.say_what_is_left(left)
            self.program.state_changed()

        self.program.write(lambda: stage.go(session, expected), then, self.program.refuse)
        # Presses that waited while this was written are still the same one.
        self.program.go_lock.acted(self.program.clock.monotonic())
        self._show_lock()
