"""What Ctrl+Z would take back, shown before anybody presses it."""

from data.clock import hour_minute
from data.commands.undo import last_step
from data.language import _
from data.messages.log import describe
from data.session.session import Session
from tui.safe_text import joined, plain
from tui.widgets.static_cached import StaticCached


class UndoLine(StaticCached):
    """One quiet line; empty while there is nothing to undo."""

    def tell(self, session: Session) -> None:
        """Show the last step."""
        entry = last_step(session)
        if entry is None:
            self.show(plain(""))
            return
        line = joined(
            plain(" ^Z ", "bold $accent"),
            plain(_("undoes:") + " ", "$foreground 60%"),
            plain(f"{hour_minute(entry.at)} {describe(entry, session.state)}", "$foreground 80%"),
        )
        width = max(10, self.size.width - 1)
        self.show(line.truncate(width, ellipsis=True) if line.cell_length > width else line)
