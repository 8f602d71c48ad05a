"""The question whether the laptop's date is right: on every screen of the event until it is settled."""

from data.commands.stage.clock_watch import day_question
from data.language import _
from data.messages.warnings.doubted_date import day_advice_text, day_doubt_text
from data.session.session import Session
from tui.safe_text import fit, joined, lines, plain
from tui.widgets.static_cached import StaticCached

_LOW = 17
"""Terminals with fewer rows have one for this question."""


class DayQuestion(StaticCached):
    """Not there while there is nothing to ask."""

    DEFAULT_CSS = """
    DayQuestion { height: auto; background: #6b4e0a; color: #ffffff; padding: 0 1; display: none; }
    """

    def ask(self, session: Session) -> None:
        """Show why the laptop's date is doubted, with what to do, or nothing."""
        found = day_question(session) if session.writes else None
        if self.display != (found is not None):
            self.display = found is not None
        if found is None:
            return
        size, said = self.app.size, day_doubt_text(found, session.clock)
        yes = _("^Y: it is right")
        if size.height < _LOW:
            room = max(10, size.width - len(yes) - 5)
            self.show(joined(plain(fit(f"⚠ {said}", room), "bold"), " ", plain(yes)))
            return
        advice = joined("  ", plain(yes, "bold"), f"   {day_advice_text(found)}")
        self.show(lines([plain(f"⚠ {said}", "bold"), advice]))
