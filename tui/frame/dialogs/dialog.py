"""Dialogs: small, answered by keys, never opened by a scan and never answered by one."""

from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from data.language import N_, _
from tui.frame.program import OfProgram
from tui.widgets.lines.answer_strip import AnswerStrip
from tui.widgets.lines.line_input import LineInput

Result = TypeVar("Result")


class Dialog(OfProgram, ModalScreen[Result]):
    """A box over the screen. Esc leaves it with None; a scan's answer shows at its foot."""

    BINDINGS = [Binding("escape", "cancel", N_("Cancel"), show=False)]
    gives_way: ClassVar[bool] = False
    """Whether a key that leads elsewhere closes it: it holds nothing that could be lost."""

    only_searches: ClassVar[bool] = False
    """Whether what is typed here only searches: leaving loses nothing."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._heading = title
        self._warned_of: tuple[str, ...] = ()
        self._handed_in: tuple[str, ...] = ()
        self._left_with: list[Result | None] = []

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as box:
            box.border_title = Content(f" {self._heading} ")
            yield from self.content()
            yield AnswerStrip()

    def content(self) -> ComposeResult:
        """The widgets in the box."""
        raise NotImplementedError

    @property
    def heading(self) -> str:
        """What stands in its border."""
        return self._heading

    @property
    def strip(self) -> AnswerStrip:
        """The line for answers and refusals."""
        return self.query_one(AnswerStrip)

    def action_cancel(self) -> None:
        """Leave; where something was typed that would be lost, only when that was said."""
        if not self._warns():
            self.dismiss(None)

    def _warns(self) -> bool:
        """Say that leaving loses what was typed, once for the same text; whether that was said just now."""
        typed = self._texts_typed()
        if self.only_searches or not typed or typed == self._warned_of:
            return False
        self._warned_of = typed
        if self.program.is_recording and typed == self._handed_in:
            told = _("Being written. Esc again: leave; what was typed is lost only if the disk refuses it.")
        else:
            told = _("Esc again: leave, and lose what was typed.")
        self.strip.say(told, "again")
        return True

    def hands_in(self) -> None:
        """Remember what is being recorded: it is not lost when the dialog is left."""
        self._handed_in = self._texts_typed()

    def _texts_typed(self) -> tuple[str, ...]:
        return tuple(line.value for line in self.query(LineInput) if line.is_typed)

    def leave_with(self, result: Result | None) -> None:
        """Leave with ``result``, now or, where something else was opened over it meanwhile, behind that."""
        if self.is_current:
            self.dismiss(result)
        else:
            self._left_with.append(result)

    def on_screen_resume(self) -> None:
        if self._left_with:
            self.call_later(self.dismiss, self._left_with.pop())


class Ask(Dialog[bool]):
    """A question with No first and Esc for No; dismisses with whether it was Yes."""

    AUTO_FOCUS = "#no"

    def __init__(self, title: str, question: Content, yes: str) -> None:
        super().__init__(title)
        self._question = question
        self._yes = yes

    def content(self) -> ComposeResult:
        yield Static(self._question, classes="question")
        with Horizontal(classes="buttons"):
            yield Button(Content(_("No")), id="no")
            yield Button(Content(self._yes), id="yes")

    def key_left(self) -> None:
        self.focus_previous(Button)

    def key_right(self) -> None:
        self.focus_next(Button)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        self.dismiss(event.button.id == "yes")

    def action_cancel(self) -> None:
        self.dismiss(False)
