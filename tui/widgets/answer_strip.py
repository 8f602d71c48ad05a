"""One line for what was just answered, on every screen but the door, and in every dialog."""

from textual.content import Content
from textual.widgets import Static

from data.clock import hour_minute
from data.commands.door import Answer
from tui.answers import headline, look_of
from tui.untrusted import joined, plain


class AnswerStrip(Static):
    """Empty until there is something to say: a scan's answer, a refusal, what would be undone."""

    def __init__(self) -> None:
        super().__init__(classes="strip")

    def answer(self, answer: Answer) -> None:
        """Show a scan's answer."""
        look = look_of(answer)
        name = answer.guest.name if answer.guest else answer.other_event
        text = joined(
            plain(f" {look.sign} {headline(answer)} ", "bold"), plain(f" {name}  "), hour_minute(answer.at)
        )
        self._show(look.tone, text)

    def say(self, sentence: str, tone: str = "quiet") -> None:
        """Show a sentence; ``tone`` is welcome, again, refused, misread or quiet."""
        self._show(tone, plain(f" {sentence}"))

    def clear(self) -> None:
        """Say nothing any more."""
        self._show("quiet", plain(""))

    def on_mount(self) -> None:
        self.clear()

    def _show(self, tone: str, text: Content) -> None:
        if not self.display and not text.plain.strip():
            return
        self.display = bool(text.plain.strip())
        self.set_classes(f"strip tone-{tone}")
        self.update(text)
