"""What all screens of an open event share: the status line above, the footer below, the answers."""

from collections.abc import Iterable
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget

from data.commands.door.answer import Answer
from data.commands.undo import last_step
from tui.frame.carrying_out import carry_out
from tui.frame.key_line import KeyLine
from tui.frame.program import OfEvent
from tui.widgets.answers import writing_sentence
from tui.widgets.lines.answer_strip import AnswerStrip
from tui.widgets.lines.day_question import DayQuestion
from tui.widgets.lines.job_line import JobLine
from tui.widgets.lines.status_line import StatusLine
from tui.widgets.lines.together_line import TogetherLine


def classes_of_size(screen: Screen[None], size: Size) -> dict[str, bool]:
    """Of the classes in a screen's breakpoints, each with whether it has it at this size."""
    across, down = screen.HORIZONTAL_BREAKPOINTS or [], screen.VERTICAL_BREAKPOINTS or []
    classes = dict.fromkeys((name for _least, name in [*across, *down]), False)
    for extent, breakpoints in ((size.width, across), (size.height, down)):
        reached = [(least, name) for least, name in breakpoints if least <= extent]
        classes.update({name: True for _least, name in [max(reached)]} if reached else {})
    return classes


class CeremonyScreen(OfEvent, Screen[None]):
    """A screen of an open event.

    A subclass names itself in ``NAME`` (the registry's name), gives its middle in ``body``, and
    redraws from the state in ``show_state``, which runs after every entry and when the screen is
    entered; ``tick`` runs every second. On a ``QUIET`` screen no scan rings the bell.
    """

    NAME: ClassVar[str]
    QUIET: ClassVar[bool] = False
    AUTO_FOCUS = "LineInput"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (17, "-short"), (32, "-tall")]
    _drawn_at = Size()
    is_shown = False
    """Whether the screen says how things stand now; no key acts before it does."""

    def compose(self) -> ComposeResult:
        # Told with the first size only, the whole screen would be styled and laid out twice.
        self.update_classes(classes_of_size(self, self.app.size), animate=False)
        yield StatusLine(self.program.place_name(self.NAME))
        yield DayQuestion()
        yield TogetherLine()
        with Vertical(id="body"):
            yield from self.body()
        yield AnswerStrip()
        yield KeyLine(self.NAME, self.offers)

    def body(self) -> Iterable[Widget]:
        """The widgets between the status line and the footer."""
        raise NotImplementedError

    def show_state(self) -> None:
        """Redraw what depends on the state."""

    def tick(self) -> None:
        """Redraw what depends on the time."""

    def take_scan(self, text: str) -> bool:
        """Take a scan for something else than a check-in; False, the usual answer, leaves it one."""
        return False

    def offers(self, action: str) -> bool:
        """Whether the key of ``action``, one of the footer's, would do something now."""
        return action != "app.undo" or last_step(self.session) is not None

    def show_keys(self) -> None:
        """Show in the footer what can be done now: another row is marked, perhaps."""
        if self._is_whole:
            self.query_one(KeyLine).show()

    def want(self, what: str) -> None:
        """Have ``what`` (an id that the screen understands) marked when it is shown next."""

    def shown_again(self) -> None:
        """Its key was pressed while it is shown."""

    def show_answer(self, answer: Answer) -> None:
        """Show the answer to a scan in place."""
        self.strip.answer(answer)

    def confirm_day(self) -> None:
        """The laptop's date, which is asked about, is right."""
        from data.commands.stage.clock_watch import confirm_day
        from data.messages.log import describe

        command = partial(confirm_day, self.session)
        carry_out(self, command, lambda entry: self.program.say(describe(entry, self.session.state)))

    def show_refusal(self, sentence: str) -> None:
        """Show in place that nothing was recorded for whoever was scanned or chosen, and why."""
        self.strip.say(sentence, "refused")

    def show_writing(self, waiting: int) -> None:
        """Say in place that the disk has not taken yet what was scanned; so many wait."""
        self.strip.say(writing_sentence(waiting), "misread")

    @property
    def strip(self) -> AnswerStrip:
        """The line for answers and refusals."""
        return self.query_one(AnswerStrip)

    def tick_all(self) -> None:
        """Let a second pass on the status line and on the screen's own part."""
        if self._is_whole:
            self.query_one(StatusLine).show(self.session)
            self.query_one(DayQuestion).ask(self.session)
            self.query_one(TogetherLine).tell(*self.program.together_line)
            self.tick()

    def refresh_all(self) -> None:
        """Redraw the status line and the screen's own part."""
        if self._is_whole:
            self.query_one(StatusLine).show(self.session)
            self.query_one(DayQuestion).ask(self.session)
            self.query_one(TogetherLine).tell(*self.program.together_line)
            self.show_state()
            self.query_one(KeyLine).show()
            self.is_shown, self._drawn_at = True, self.size

    @property
    def _is_whole(self) -> bool:
        """Whether the widgets are there: an entry may come while they are made, a timer while they leave."""
        return self.is_running and self.is_mounted and self.query_one_optional(StatusLine) is not None

    def on_screen_resume(self) -> None:
        self.call_after_refresh(self._resumed)

    def _resumed(self) -> None:
        self.refresh_all()
        if self._is_whole:
            self.program.tell_news()

    def on_screen_suspend(self) -> None:
        # Dialogs leave what is behind them as it is; another screen may have changed what this one says.
        self.is_shown = self in self.app.screen_stack
        if not self.is_shown:
            for job in self.query(JobLine):
                job.say("")

    def on_resize(self) -> None:
        self.call_after_refresh(self._resized)

    def _resized(self) -> None:
        # A screen that comes is told its size several times; each drawing costs an old laptop a moment.
        if self.size != self._drawn_at:
            self.refresh_all()
