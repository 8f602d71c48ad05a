"""A short list of which one is chosen, moved through with the arrows."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.widgets import Static

from tui.safe_text import lines, plain


class Choice(Static, can_focus=True):
    """One of ``options`` (value, label) is chosen: ``value``. All are shown, one a line.

    Arrows move.
    """

    @dataclass
    class Changed(Message):
        """Another option was chosen."""

        choice: "Choice"

        @property
        def control(self) -> "Choice":
            return self.choice

    def __init__(
        self,
        options: Sequence[tuple[str, str]],
        *,
        value: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._options = list(options)
        values = [option for option, _label in self._options]
        self._index = values.index(value) if value in values else 0

    @property
    def value(self) -> str:
        """The chosen option's value, or empty when there are no options."""
        return self._options[self._index][0] if self._options else ""

    @property
    def label(self) -> str:
        """The chosen option's label, or empty."""
        return self._options[self._index][1] if self._options else ""

    def relabel(self, options: Sequence[tuple[str, str]]) -> None:
        """Show other options, keeping the chosen value where it is still among them."""
        before = self.value
        self._options = list(options)
        values = [option for option, _label in self._options]
        self._index = values.index(before) if before in values else 0
        self._draw()

    def choose(self, value: str) -> None:
        """Choose the option with this value, if there is one."""
        for index, (option, _label) in enumerate(self._options):
            if option == value:
                self._move_to(index)

    def on_mount(self) -> None:
        self._draw()

    def on_focus(self) -> None:
        self._draw()

    def on_blur(self) -> None:
        self._draw()

    async def _on_key(self, event: events.Key) -> None:
        step = {"up": -1, "left": -1, "down": 1, "right": 1}.get(event.key)
        if step is None:
            return
        event.stop()
        event.prevent_default()
        self.step(step)

    def step(self, by: int) -> None:
        """Choose the option ``by`` places further on, around the ends."""
        if self._options:
            self._move_to((self._index + by) % len(self._options))

    def _move_to(self, index: int) -> None:
        if index != self._index:
            self._index = index
            self._changed()
        self._draw()

    def _changed(self) -> None:
        self.post_message(self.Changed(self))

    def _draw(self) -> None:
        rows = []
        for index, (_value, label) in enumerate(self._options):
            chosen = index == self._index
            style = ("bold $accent" if self.has_focus else "bold") if chosen else ""
            rows.append(plain(f"{'●' if chosen else '○'} {label}", style))
        # As many lines as before, each as wide as it is given.
        self.update(lines(rows), layout=len(rows) != self.size.height)
