"""The question about time that went by unseen: asked in place, answered by a key whenever there is time."""

from textual.content import Content

from data.clock import hour_minute
from data.language import _
from data.messages.entries.stage import doubt_text, length_text
from data.state.state import State
from tui.safe_text import joined, lines, plain
from tui.widgets.static_cached import StaticCached

_LOW = 17
"""Terminals with fewer rows have one for this question."""


class ClockQuestion(StaticCached):
    """Not there while there is nothing to ask."""

    DEFAULT_CSS = """
    .-low ClockQuestion { max-height: 1; }
    ClockQuestion { height: auto; background: #6b4e0a; color: #ffffff; padding: 0 1; display: none; }
    """

    def ask(self, state: State) -> None:
        """Show the oldest open question with its keys, or nothing."""
        found = state.agenda_progress.question()
        self.display = found is not None
        if found is None:
            return
        id, doubt = found
        at = next((entry.at for entry in reversed(state.entries) if entry.id == id), None)
        when = f"{hour_minute(at)} " if at else ""
        keys: list[Content | str] = []
        if doubt.seconds > 0:
            keys += [
                plain("T ", "bold"),
                _("count {length}").format(length=length_text(doubt.seconds)),
                "   ",
            ]
        keys += [plain("K ", "bold"), _("do not count") if doubt.seconds > 0 else _("go on"), "   "]
        if doubt.item == state.agenda_progress.current:
            keys += [plain("H ", "bold"), _("it ended at…")]
        if self.app.size.height < _LOW:
            # One line of a small window: when it was stands in the log, the keys are needed here.
            self.show(joined("⚠ ", *keys))
            return
        self.show(lines([plain(f"⚠ {when}{doubt_text(doubt, state)}", "bold"), joined("  ", *keys)]))
