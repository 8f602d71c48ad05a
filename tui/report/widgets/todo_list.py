"""What is still to do, one row marked; Enter goes where it is done."""

from collections.abc import Sequence
from typing import NamedTuple

from textual import events
from textual.widgets import Static

from data.language import _
from tui.safe_text import fit, joined, lines, plain
from tui.widgets.lists.marked import in_sight


class Todo(NamedTuple):
    """One thing to do: the key that leads there, the action behind that key, and what it is."""

    key: str
    action: str
    text: str


class TodoList(Static, can_focus=True):
    """The arrows mark a row, and Enter then does what its key would.

    Nothing is marked until an arrow was pressed, nor after the state changed: the Enter of a scanner
    that comes late must not lead away.
    """

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._todo: list[Todo] = []
        self._mark: int | None = None

    @property
    def marked(self) -> Todo | None:
        """The row that Enter acts on, if one is marked."""
        return None if self._mark is None else self._todo[self._mark]

    def show(self, todo: Sequence[Todo]) -> None:
        """Show these rows, none of them marked."""
        self._todo = list(todo)
        self._mark = None
        self._draw()

    def on_focus(self) -> None:
        self._draw()

    def on_blur(self) -> None:
        self._draw()

    def on_resize(self) -> None:
        self._draw()

    async def _on_key(self, event: events.Key) -> None:
        step = {"up": -1, "down": 1}.get(event.key)
        if step is not None and self._todo:
            event.stop()
            first = 0 if step > 0 else -1
            self._mark = (first if self._mark is None else self._mark + step) % len(self._todo)
            self._draw()
        elif event.key in ("enter", "ctrl+j") and self.marked is not None:
            event.stop()
            await self.app.run_action(self.marked.action, default_namespace=self.screen)

    def _draw(self) -> None:
        width = max(12, self.size.width)
        heading = joined(plain(_("STILL OPEN"), "bold dim"), plain("  ↑↓ Enter", "$foreground 40%"))
        if not self._todo:
            self.update(lines([heading, plain("✔ " + _("Nothing is open."), "$success")]))
            return
        rows = [heading]
        for place in in_sight(len(self._todo), self._mark or 0, self.size.height - 1):
            one = self._todo[place]
            marked = place == self._mark and self.has_focus
            rows.append(
                joined(
                    plain("›" if marked else " ", "bold $accent"),
                    plain(f"{one.key:<3} ", "bold $accent"),
                    plain(fit(one.text, width - 5).rstrip(), "bold" if marked else ""),
                )
            )
        self.update(lines(rows))
