"""How the program answers: what is shown where the person is looking, and what is heard."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from data.errors import CeremonyError, EventAtRest, LedgerUnwritable
from data.language import _
from tui.frame.bells import NOT_RECORDED, Bells
from tui.frame.dialogs.dialog import Dialog
from tui.frame.fault import FaultKeepingApp
from tui.shell.places import event_screen
from tui.widgets.lines.answer_strip import TOO_SOON, AnswerStrip

if TYPE_CHECKING:
    from data.commands.door.answer import Answer
    from tui.shell.events.open_event import OpenEvent

Result = TypeVar("Result")


class FeedbackApp(FaultKeepingApp):
    """The part of the program that tells people what came of what they did."""

    bells: Bells
    _opened: "OpenEvent | None" = None
    _news: tuple[str, str] | None = None
    is_recording = False
    """Whether a person's command is being recorded: the disk has not answered."""

    def state_changed(self) -> None:
        """Redraw after an entry."""
        raise NotImplementedError

    def redraw_soon(self) -> None:
        """Redraw behind what is being painted now."""
        raise NotImplementedError

    def write(
        self,
        command: Callable[[], Result],
        then: Callable[[Result], None],
        refused: Callable[[CeremonyError], None],
    ) -> None:
        """Do a command of the open event in its turn; on a slow disk the screen goes on meanwhile."""
        assert self._opened is not None
        self._opened.care.desk.do(command, then, refused)

    def write_quietly(
        self,
        command: Callable[[], Result],
        then: Callable[[Result], None],
        refused: Callable[[CeremonyError], None],
    ) -> None:
        """The same for what nobody at this laptop waits for."""
        assert self._opened is not None
        self._opened.care.desk.do(command, then, refused, quietly=True)

    def carry_out(self, command: Callable[[], Result], then: Callable[[Result], None]) -> None:
        """Do a person's command in its turn: its refusal becomes a sentence on screen, its success a redraw.

        While a slow disk has not taken it, no other is begun: a key pressed twice is one command.
        """
        if self._opened is None:
            # No event is open: what is done lies elsewhere.
            with self.refusals():
                then(command())
            return
        desk = self._opened.care.desk
        if self.is_recording:
            self.tell_writing(desk.waiting)
            return
        self.is_recording = True

        def done(result: Result) -> None:
            self.is_recording = False
            then(result)
            self.state_changed()

        def refused(error: CeremonyError) -> None:
            self.is_recording = False
            self.refuse(error)

        desk.do(command, done, refused)

    def ring(self, answer: "Answer") -> None:
        """Let an answer be heard."""
        from tui.widgets.answers import look_of

        self.bells.ring(look_of(answer).bells)

    def refuse(self, error: CeremonyError) -> None:
        """Show why something was not done; what could not be recorded stands where answers stand."""
        if isinstance(error, LedgerUnwritable | EventAtRest):
            self.refuse_guest(error)
            return
        self.bells.ring()
        self.say(error.sentence, "refused")

    def refuse_guest(self, error: CeremonyError) -> None:
        """Show that nothing was recorded, in the place of the last answer, and let it be heard."""
        self.bells.ring(NOT_RECORDED)
        for screen in reversed(self.screen_stack):
            if (shown := event_screen(screen)) is not None:
                shown.show_refusal(error.sentence)
                break
            if strip := next(iter(screen.query(AnswerStrip)), None):
                strip.say(error.sentence, "refused")
        self.redraw_soon()

    def tell_writing(self, waiting: int) -> None:
        """Say, where answers stand, that a slow disk has not taken yet what was scanned."""
        from tui.widgets.answers import writing_sentence

        for screen in reversed(self.screen_stack):
            if isinstance(screen, Dialog):
                screen.strip.say(writing_sentence(waiting), "misread")
            elif (shown := event_screen(screen)) is not None:
                shown.show_writing(waiting)
                return

    def say_when_shown(self, sentence: str, tone: str) -> None:
        """Show a sentence on the screen that is about to come."""
        self._news = sentence, tone

    def tell_news(self) -> None:
        """Say what was kept for the screen that has come."""
        if self._news is not None:
            news, self._news = self._news, None
            self.say(*news)

    def say(self, sentence: str, tone: str = "quiet") -> None:
        """Show a sentence where the person is looking; under the list of commands, behind it."""
        if (strip := self._strip_in_front) is not None:
            strip.say(sentence, tone)

    def say_too_soon(self) -> None:
        """Say that a key that is locked against being held down has to be pressed once more."""
        if (strip := self._strip_in_front) is not None:
            strip.hint(_(TOO_SOON))

    @property
    def _strip_in_front(self) -> AnswerStrip | None:
        """The line of the screen in front; None while that is still being made."""
        shown = reversed(self.screen_stack)
        return next((strip for screen in shown for strip in screen.query(AnswerStrip)), None)

    @contextmanager
    def refusals(self) -> Iterator[None]:
        """Run a command: its refusal becomes a sentence on screen, its success a redraw."""
        try:
            yield
        except CeremonyError as error:
            self.refuse(error)
        else:
            self.state_changed()
