"""One line for what was just answered, on every screen but the door, and in every dialog."""

from typing import TYPE_CHECKING

from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from data.clock import hour_minute
from data.language import N_
from tui.safe_text import joined, plain

if TYPE_CHECKING:
    from data.commands.door.answer import Answer

ANSWER_SECONDS = 12.0
"""How long an answer stays on a screen that is about something else."""
HINT_SECONDS = 2.0
"""How long it is said that a key came too soon."""
TOO_SOON = N_("Pressed just now: wait one second, then press once more.")
"""Why a key that is locked against being held down did nothing."""


class AnswerStrip(Static):
    """Empty until there is something to say: a scan's answer, a refusal, what would be undone."""

    def __init__(self) -> None:
        super().__init__(classes="strip")
        self._lapse: Timer | None = None
        self._told = plain("")
        self._hint: Timer | None = None

    def answer(self, answer: "Answer") -> None:
        """Show a scan's answer for a while, with the guest's attention note."""
        from tui.widgets.answers import headline, look_of

        look = look_of(answer)
        name = answer.guest.name if answer.guest else answer.other_event
        if answer.kind:
            from data.messages.warnings.foreign import foreign_sentence

            name = foreign_sentence(answer.kind)
        note = answer.guest.note if answer.guest else ""
        text = joined(
            plain(f"{look.sign} {headline(answer)} ", "bold"),
            plain(f" {name}  "),
            hour_minute(answer.at),
            plain(f"  ★ {note}" if note else "", "bold"),
        )
        self._show(look.tone, text)
        self._lapse = self.set_timer(ANSWER_SECONDS, self.clear)

    @property
    def is_silent(self) -> bool:
        """Whether nothing stands here."""
        return not self._told.plain.strip()

    def say(self, sentence: str, tone: str = "quiet") -> None:
        """Show a sentence; ``tone`` is welcome, again, refused, misread or quiet."""
        self._show(tone, plain(sentence))

    def hint(self, sentence: str) -> None:
        """Say something for a moment behind what stands here, which is not lost by it."""
        if self._hint is None:
            self.display = True
            hint = plain(sentence) if self.is_silent else joined(self._told, "   ", plain(sentence, "bold"))
            self.update(hint)
            self._hint = self.set_timer(HINT_SECONDS, self._stop_hint)

    def _stop_hint(self) -> None:
        if self._hint is not None:
            self._hint.stop()
            self._hint = None
            self.display = not self.is_silent
            self.update(self._told)

    def clear(self) -> None:
        """Say nothing any more."""
        self._show("quiet", plain(""))

    def put_away(self) -> None:
        """Clear a sentence that no longer holds; a scan's answer stays for its own time."""
        if self._lapse is None:
            self.clear()

    def on_mount(self) -> None:
        self.clear()

    def _show(self, tone: str, text: Content) -> None:
        if self._lapse is not None:
            self._lapse.stop()
            self._lapse = None
        self._stop_hint()
        self._told = text
        if not self.display and not text.plain.strip():
            return
        self.display = bool(text.plain.strip())
        self.set_classes(f"strip tone-{tone}")
        self.update(text)
