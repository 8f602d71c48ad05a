"""The line that says what Space will do now, or that it is locked."""

from collections.abc import Sequence

from data.language import _
from data.state.stage.agenda_progress import AgendaProgress, Row
from tui.safe_text import fit, plain
from tui.widgets.static_cached import StaticCached


class GoLine(StaticCached):
    """One line across the screen, in the colour of what runs."""

    DEFAULT_CSS = """
    GoLine { dock: bottom; height: 1; background: $accent 25%; }
    GoLine.locked { background: $panel; color: $foreground 60%; }
    """

    def show_go(
        self, rows: Sequence[Row], agenda_progress: AgendaProgress, following: str, locked: bool
    ) -> None:
        """Say what Space does: ``following`` is the id of the item that it would begin, if any."""
        self.set_class(locked, "locked")
        if agenda_progress.closed is not None:
            self.show(plain(" " + _("The ceremony is closed.   B: it is not over, go back"), "bold"))
            return
        row = next((row for row in rows if row.item.id == following), None)
        if locked:
            text = _("Space ■ pressed just now: wait a moment")
        elif row is not None:
            text = "Space ▶ " + _("Begin item {next} · {title}").format(
                next=row.position, title=row.item.title
            )
        else:
            text = "Space ▶ " + _("Close the ceremony (asks first)")
        self.show(plain(fit(f" {text}", max(20, self.size.width)), "bold"))
