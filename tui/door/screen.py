"""F2, the door: the answer first, large; one line to type into; who came last; who is still missing."""

from collections.abc import Iterable

from textual.containers import Horizontal
from textual.widget import Widget

from data.commands.door.answer import Answer
from data.language import _
from tui.door.dialog_keys import DialogKeys
from tui.door.keys import COMMANDS
from tui.door.widgets.answer_box import AnswerBox
from tui.door.widgets.arrivals import Arrivals
from tui.door.widgets.camera_preview import CameraPreview
from tui.door.widgets.groups import Groups
from tui.door.widgets.phone_line import PhoneLine
from tui.door.widgets.ready_line import ReadyLine
from tui.door.widgets.undo_line import UndoLine
from tui.door.widgets.watch_sign import WatchSign
from tui.frame.keys.command import bindings
from tui.widgets.answers import explanation
from tui.widgets.lines.line_input import LineInput
from tui.widgets.lists.results import Results


class DoorScreen(DialogKeys):
    """Where guests come in. Printable keys are text here, so actions are on F-keys."""

    NAME = "door"
    BINDINGS = bindings(COMMANDS)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-broad")]
    _is_ready = False
    """Whether what the first answer needs is loaded, or under way."""

    def body(self) -> Iterable[Widget]:
        yield Horizontal(ReadyLine(id="ready"), WatchSign(), id="ready-row")
        yield LineInput(
            clears=True,
            placeholder=_("scan a card, or type a name, its initials (nva), number, hamlet"),
            id="door-line",
        )
        yield AnswerBox(id="answer")
        yield Results(id="results")
        yield Horizontal(
            Arrivals(id="arrivals"),
            Groups(id="groups"),
            CameraPreview(when_roomy=True, id="door-preview"),
            id="lower",
        )
        yield PhoneLine(id="phones")
        yield UndoLine(id="undoable")

    def show_state(self) -> None:
        state = self.session.state
        self.tell_ready()
        self.query_one(Arrivals).show(state)
        self.query_one(Groups).show(state)
        self.query_one(AnswerBox).renew(state)
        self.query_one(UndoLine).tell(self.session)
        self.query_one(PhoneLine).tell(state)
        # Behind what is painted now: nobody has typed a letter before they see the door.
        self._indexing.go_on()
        self.call_after_refresh(self._make_ready)

    def _make_ready(self) -> None:
        if not self._is_ready:
            self._is_ready = True
            self.run_worker(AnswerBox.make_ready, thread=True, exit_on_error=False)

    def tick(self) -> None:
        self.tell_ready()

    def tell_ready(self) -> None:
        """Say whether the door is ready."""
        self.query_one(ReadyLine).tell(self.session, sound=self.program.bells.on)

    def show_answer(self, answer: Answer) -> None:
        self.strip.clear()
        self.query_one(AnswerBox).show(answer, self.session.state)
        self._offered = bool(answer.offered)
        if self._offered:
            now = self.program.key_time()
            self.query_one(Results).offer(list(answer.offered), self.session.state, now)
            self.strip.say(explanation(answer), "misread")
        self.set_class(self._offered, "searching")
        line = self.query_one("#door-line", LineInput)
        # Behind the keys that it has yet to handle.
        line.call_later(line.keep)

    def show_refusal(self, sentence: str) -> None:
        """Say on the panel itself that nothing was recorded."""
        self.strip.clear()
        self.query_one(AnswerBox).refuse(sentence)

    def show_writing(self, waiting: int) -> None:
        """Say on the panel itself that the disk has not taken what was scanned yet."""
        self.query_one(AnswerBox).writing(waiting)
