"""What all screens of an open event share: the status line above, the footer below, the answers."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import Screen
from textual.widget import Widget

from data.commands.door.door import Answer
from data.session.session import Session
from tui.widgets.answers import writing_sentence
from tui.widgets.lines.answer_strip import AnswerStrip
from tui.widgets.lines.key_line import KeyLine
from tui.widgets.lines.status_line import StatusLine

if TYPE_CHECKING:
    from tui.shell.app import CeremonyApp


class CeremonyScreen(Screen[None]):
    """A screen of an open event.

    A subclass names itself in ``NAME`` (the registry's name), gives its middle in ``body``, and
    redraws from the state in ``show_state``, which runs after every entry and when the screen is
    entered; ``tick`` runs every second. On a ``QUIET`` screen no scan rings the bell.
    """

    NAME: ClassVar[str]
    QUIET: ClassVar[bool] = False
    AUTO_FOCUS = "LineInput"

    def compose(self) -> ComposeResult:
        yield StatusLine()
        with Vertical(id="body"):
            yield from self.body()
        yield AnswerStrip()
        yield KeyLine(self.NAME)

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

    def shown_again(self) -> None:
        """Its key was pressed while it is shown."""

    def show_answer(self, answer: Answer) -> None:
        """Show the answer to a scan in place."""
        self.strip.answer(answer)

    def show_refusal(self, sentence: str) -> None:
        """Show in place that nothing was recorded for whoever was scanned or chosen, and why."""
        self.strip.say(sentence, "refused")

    def show_writing(self, waiting: int) -> None:
        """Say in place that the disk has not taken yet what was scanned; so many wait."""
        self.strip.say(writing_sentence(waiting), "misread")

    @property
    def session(self) -> Session:
        """The open event."""
        return self.program.open_session

    @property
    def program(self) -> "CeremonyApp":
        """The app under its own type."""
        return cast("CeremonyApp", self.app)

    @property
    def strip(self) -> AnswerStrip:
        """The line for answers and refusals."""
        return self.query_one(AnswerStrip)

    def tick_all(self) -> None:
        """Let a second pass on the status line and on the screen's own part."""
        if self._is_whole:
            self.query_one(StatusLine).show(self.session)
            self.tick()

    def refresh_all(self) -> None:
        """Redraw the status line and the screen's own part."""
        if self._is_whole:
            self.query_one(StatusLine).show(self.session)
            self.show_state()

    @property
    def _is_whole(self) -> bool:
        """Whether the widgets are there: an entry may come while they are made, a timer while they leave."""
        return self.is_running and self.is_mounted and len(self.query(StatusLine)) > 0

    def on_screen_resume(self) -> None:
        self.call_after_refresh(self._resumed)

    def _resumed(self) -> None:
        self.refresh_all()
        if self._is_whole:
            self.program.tell_news()

    def on_resize(self) -> None:
        self.call_after_refresh(self.refresh_all)
