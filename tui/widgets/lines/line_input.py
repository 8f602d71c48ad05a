"""The one line that people type into, safe under fast keystrokes.

Textual's Input handles printable keys itself but lets Enter and Backspace bubble to bindings that
run later, so back-to-back keys of a scanner or of a Vietnamese typing program change places. Here
every key is handled in the order in which it came.
"""

import re
from collections import deque
from dataclasses import dataclass
from typing import Literal, NamedTuple, Self

from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.widgets import Input
from textual.widgets.input import Selection

from data.text.cleaning.clean import LONGEST, harmless_letters

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


_FIGURES = re.compile(r"[\d.,:/h -]{1,10}")
"""A number, an hour or a day: typed anew rather than changed. A telephone is longer and is not."""
_BLINKS = 20
"""So often, for ten seconds behind a key, the cursor blinks: then it stands, since every blink paints."""
_REMEMBERED = 2000
"""Keys whose line is remembered: longer than any code that a scanner types."""


class _Before(NamedTuple):
    """What a line held, and where its cursor stood, before a key that came ``at``."""

    at: float
    value: str
    cursor: int


class LineInput(Input):
    """An Input that posts ``Entered`` with its text on Enter; ``clears`` empties it then.

    ``selects``: what stands in it is selected when a person comes to it, so that typing replaces it;
    with ``figures`` only while it is a number, an hour or a day.
    """

    virtual_size = Reactive(Size(0, 0))
    """Longer text scrolls within the line: unlike in Textual, no key lays the whole screen out anew."""

    @dataclass
    class Entered(Message):
        """Enter was pressed in ``line`` while it held ``value``; ``at`` is the time of the key."""

        line: "LineInput"
        value: str
        at: float = 0.0

        @property
        def control(self) -> "LineInput":
            return self.line

    def __init__(
        self,
        value: str = "",
        *,
        clears: bool = False,
        selects: bool | Literal["figures"] = False,
        placeholder: str = "",
        id: str | None = None,
    ) -> None:
        super().__init__(value, placeholder=placeholder, id=id, select_on_focus=selects is True)
        self._clears = clears
        self._selects_figures = selects == "figures"
        self._before: deque[_Before] = deque(maxlen=_REMEMBERED)
        self._kept = ""
        self._untouched: str | None = None
        self._blinks = 0

    def focus(self, scroll_visible: bool = True) -> Self:
        """Take the focus at once: Textual would only do so behind the letters that are waiting already."""
        if not self.is_attached:
            return super().focus(scroll_visible)
        self.screen.set_focus(self, scroll_visible=scroll_visible)
        return self

    @property
    def is_typed(self) -> bool:
        """Whether it holds something that a person typed, other than what stood here before."""
        return self._untouched is not None and bool(self.value.strip()) and self.value != self._untouched

    @property
    def is_kept(self) -> bool:
        """Whether what stands here was typed before the last scan, and not touched since."""
        return bool(self.value) and self.value == self._kept

    def _on_focus(self, event: events.Focus) -> None:
        if self._selects_figures:
            self.select_on_focus = _FIGURES.fullmatch(self.value) is not None
        super()._on_focus(event)

    def _restart_blink(self) -> None:
        self._blinks = 0
        super()._restart_blink()

    def _toggle_cursor(self) -> None:
        self._blinks += 1
        if self._blinks < _BLINKS:
            super()._toggle_cursor()
        else:
            self._pause_blink(visible=True)

    def keep(self) -> None:
        """Take what stands here for what was typed before a scan: its answer is what people look at now."""
        self._kept = self.value
        self.post_message(self.Changed(self, self.value))

    def take_up(self) -> None:
        """What stands here is meant again."""
        self._kept = ""

    def select_part(self, part: str) -> None:
        """Select the first ``part`` of what stands here, if it holds one: what is typed takes its place."""
        start = self.value.find(part)
        if start >= 0:
            self.selection = Selection(start, start + len(part))

    def back_to(self, since: float, keep: str = "", following: float | None = None) -> None:
        """Hold what stood here before the first key that came at ``since`` or later, and ``keep`` behind it.

        ``following`` is when the first key of ``keep`` came, if that is to be taken back later.
        Vietnamese typing programs rewrite what stands before the cursor: taking characters away would
        leave their work.
        """
        newer = [before for before in self._before if before.at >= since]
        if newer:
            first = newer[0]
            for _one in newer:
                self._before.pop()
            self.value = first.value[: first.cursor] + keep + first.value[first.cursor :]
            self.cursor_position = first.cursor + len(keep)
            if following is not None:
                self._before.append(first._replace(at=following))

    def replace(self, text: str, start: int, end: int) -> None:
        """Put ``text`` in the place of a part of the line: whatever is typed or pasted comes through here.

        A paste may hold control characters, or a whole file; the line takes what it can show.
        """
        if self._untouched is None:
            self._untouched = self.value
        room = max(0, LONGEST - len(self.value))
        super().replace(harmless_letters(text[:LONGEST]).replace("\n", " ")[:room], start, end)

    def insert_typed(self, letters: str) -> None:
        """Put letters that a person typed in the place of what is selected, else at the cursor."""
        self.replace(letters, *sorted(self.selection))

    async def _on_key(self, event: events.Key) -> None:
        self._before.append(_Before(event.time, self.value, self.cursor_position))
        self._restart_blink()
        if event.key in ("enter", "ctrl+j"):
            event.stop()
            event.prevent_default()
            self.post_message(self.Entered(self, self.value, event.time))
            if self._clears:
                self.value = ""
                self._before.clear()
        elif event.key in _EDITS:
            event.stop()
            event.prevent_default()
            getattr(self, f"action_{_EDITS[event.key]}")()
        else:
            await super()._on_key(event)


def untype(line: Input, text: str) -> None:
    """Take what stands before the cursor of ``line`` out of it as far as ``text`` begins with it."""
    end = line.cursor_position
    before = line.value[:end]
    typed = next((text[:n] for n in range(len(text), 0, -1) if before.endswith(text[:n])), "")
    line.value = before.removesuffix(typed) + line.value[end:]
    line.cursor_position = end - len(typed)
