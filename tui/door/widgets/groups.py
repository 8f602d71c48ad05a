"""Attendance by hamlet and by delegation, as bars."""

from textual.widgets import Static

from data.language import _
from data.queries.people.counts import by_delegation, by_hamlet, counts
from data.state.state import State
from tui.safe_text import joined, lines, plain
from tui.widgets.bars import bar_lines


class Groups(Static):
    """One bar for each hamlet, then one for each delegation."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._state: State | None = None

    def on_resize(self) -> None:
        if self._state is not None:
            self.show(self._state)

    def show(self, state: State) -> None:
        """Redraw from the state."""
        self._state = state
        groups = by_hamlet(state) + by_delegation(state)
        head = plain(_("BY HAMLET AND DELEGATION"), "bold dim")
        if gone := counts(state).left:
            head = joined(head, plain("  " + _("went home: {count}").format(count=gone), "bold $warning"))
        if not groups:
            self.update(lines([head, plain(_("No guests yet. F5: read the list in."), "dim")]), layout=False)
            return
        width = max(20, self.size.width - 2)
        self.update(lines([head, *bar_lines(groups, width)]), layout=False)
