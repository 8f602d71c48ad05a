"""The one line that people type into, safe under fast keystrokes.

Textual's Input handles printable keys itself but lets Enter and Backspace bubble to bindings that
run later, so back-to-back keys of a scanner or of a Vietnamese typing program change places. Here
every key is handled in the order in which it came.
"""

from dataclasses import dataclass

from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.widgets import Input

from data.text.clean import LONGEST, harmless_letters

_EDITS = {
    "backspace": "delete_left",
    "ctrl+h": "delete_left",
    "delete": "delete_right",
    "left": "cursor_left",
    "right": "cursor_right",
    "home": "home",
    "end": "end",
    "ctrl+u": "delete_left_all",
    "ctrl+w": "delete_left_word",
}


class LineInput(Input):
    """An Input that posts ``Entered`` with its text on Enter; ``clears`` empties it then."""

    virtual_size = Reactive(Size(0, 0))
    """Longer text scrolls within the line: unlike in Textual, no key lays the whole screen out anew."""

    @dataclass
    class Entered(Message):
        """Enter was pressed in ``line`` while it held ``value``."""

        line: "LineInput"
        value: str

        @property
        def control(self) -> "LineInput":
            return self.line

    def __init__(
        self, value: str = "", *, clears: bool = False, placeholder: str = "", id: str | None = None
    ) -> None:
        super().__init__(value, placeholder=placeholder, id=id, select_on_focus=False)
        self._clears = clears

    def replace(self, text: str, start: int, end: int) -> None:
        """Put ``text`` in the place of a part of the line: whatever is typed or pasted comes through here.

        A paste may hold control characters, or a whole file; the line takes what it can show.
        """
        room = max(0, LONGEST - len(self.value))
        super().replace(harmless_letters(text[:LONGEST]).replace("\n", " ")[:room], start, end)

    async def _on_key(self, event: events.Key) -> None:
        if event.key in ("enter", "ctrl+j"):
            event.stop()
            event.prevent_default()
            self.post_message(self.Entered(self, self.value))
            if self._clears:
                self.value = ""
        elif event.key in _EDITS:
            event.stop()
            event.prevent_default()
            getattr(self, f"action_{_EDITS[event.key]}")()
        else:
            await super()._on_key(event)


def untype(line: Input, typed: str) -> None:
    """Take ``typed`` back out of ``line`` where it stands before the cursor; else leave it alone."""
    end = line.cursor_position
    start = end - len(typed)
    if start >= 0 and line.value[start:end] == typed:
        line.value = line.value[:start] + line.value[end:]
        line.cursor_position = start
