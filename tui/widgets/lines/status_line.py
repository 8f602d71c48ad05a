"""The line that is always there: clock, running item and its time, event, attendance."""

from textual.content import Content
from textual.geometry import Region
from textual.widget import Widget

from data.clock import hour_minute
from data.language import _
from data.messages.attendance import attendance_text
from data.queries.people.counts import Counts, counts
from data.queries.stage.pace import pause
from data.session.practice import is_practice
from data.session.session import Session
from tui.safe_text import joined, plain

_NARROW = 70
"""With fewer columns the attendance is told in its shortest form."""


def stopwatch(seconds: float) -> str:
    """Minutes and seconds, ``05:48``; nothing has a negative duration, so 00:00 is the least."""
    whole = max(0, int(seconds))
    return f"{whole // 60:02}:{whole % 60:02}"


class StatusLine(Widget):
    """Redrawn every second and after every entry by ``show``; the rule below says where one is, and stays."""

    def __init__(self, place: str) -> None:
        super().__init__(classes="status")
        self.border_subtitle = plain(f" {place} ")
        self._line = plain("")

    def render(self) -> Content:
        """The line as it was shown last."""
        return self._line

    def show(self, session: Session) -> None:
        """Show how things stand now. Nothing is redrawn when nothing changed."""
        now = session.now()
        asks = (
            plain(" ⚠F3 ", "bold reverse $warning") if session.state.agenda_progress.question() else plain("")
        )
        left = joined(plain(hour_minute(now.at), "bold"), asks, "  ", *_running(session), _place(session))
        n = counts(session.state)
        right = attendance_text(n) if self.size.width >= _NARROW else _short_attendance(n)
        room = max(10, self.size.width - Content(right).cell_length - 3)
        if left.cell_length > room:
            left = left.truncate(room, ellipsis=True)
        gap = " " * max(1, self.size.width - left.cell_length - Content(right).cell_length - 2)
        line = joined(" ", left, gap, right)
        if (line.plain, line.spans) != (self._line.plain, self._line.spans):
            self._line = line
            self.refresh(Region(0, 0, self.size.width, 1))


def _short_attendance(n: Counts) -> str:
    if n.is_empty:
        return attendance_text(n)
    return _("{households} hh · {delegates} del.").format(
        households=n.households.text, delegates=n.delegates.text
    )


def _running(session: Session) -> list[Content | str]:
    agenda_progress = session.state.agenda_progress
    item = session.state.event.item(agenda_progress.current)
    if item is None:
        return []
    position = [i.id for i in session.state.event.program].index(item.id) + 1
    run = agenda_progress.runs[item.id]
    sign = "▶" if run.is_open else "‖"
    elapsed = agenda_progress.elapsed(item.id, session.now()).total_seconds()
    shown = plain(f"{sign}{position} {stopwatch(elapsed)}", "bold $accent")
    stop = pause(agenda_progress, session.now())
    if stop is None:
        return [shown, plain("  ")]
    length = _("paused {minutes}′").format(minutes=int(stop.length.total_seconds() // 60))
    return [
        shown,
        " ",
        plain(f" {length} ", "bold reverse $warning" if stop.is_long else "$warning"),
        plain("  "),
    ]


def _place(session: Session) -> str:
    event = session.state.event
    practice = _("REHEARSAL") + " · " if is_practice(session.folder) else ""
    return f"{practice}{event.site.village} · {event.title}"
