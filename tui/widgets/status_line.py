"""The line that is always there: clock, running item and its time, event, attendance."""

from textual.content import Content
from textual.widgets import Static

from data.ceremony import Ceremony
from data.clock import hour_minute
from data.language import _
from data.state.counts import counts
from tui.untrusted import joined, plain


def stopwatch(seconds: float) -> str:
    """Minutes and seconds, ``05:48``; a minus before them when negative."""
    whole = int(abs(seconds))
    return f"{'-' if seconds < 0 else ''}{whole // 60:02}:{whole % 60:02}"


class StatusLine(Static):
    """Redrawn every second and after every entry by ``show``."""

    def __init__(self) -> None:
        super().__init__(classes="status")
        self._shown: object = None

    def show(self, ceremony: Ceremony) -> None:
        """Show how things stand now. Nothing is redrawn when nothing changed."""
        now = ceremony.now()
        asks = plain(" ⚠F3 ", "bold reverse $warning") if ceremony.state.rundown.question() else plain("")
        left = joined(plain(hour_minute(now.at), "bold"), asks, "  ", *_running(ceremony), _place(ceremony))
        right = attendance_text(ceremony)
        room = max(10, self.size.width - Content(right).cell_length - 3)
        if left.cell_length > room:
            left = left.truncate(room, ellipsis=True)
        gap = " " * max(1, self.size.width - left.cell_length - Content(right).cell_length - 2)
        line = joined(" ", left, gap, right)
        if (line.plain, line.spans) != self._shown:
            self._shown = (line.plain, line.spans)
            self.update(line, layout=False)


def attendance_text(ceremony: Ceremony) -> str:
    """``86/100 households · 93 people · 31/38 delegates``."""
    n = counts(ceremony.state)
    return _("{came}/{target} households · {people} people · {delegates}/{listed} delegates").format(
        came=n.households_present,
        target=n.households_target,
        people=n.people,
        delegates=n.delegates_present,
        listed=n.delegates_listed,
    )


def _running(ceremony: Ceremony) -> list[Content]:
    rundown = ceremony.state.rundown
    item = ceremony.state.event.item(rundown.current)
    if item is None:
        return []
    position = [i.id for i in ceremony.state.event.program].index(item.id) + 1
    run = rundown.runs[item.id]
    sign = "▶" if run.is_open else "‖"
    elapsed = rundown.elapsed(item.id, ceremony.now()).total_seconds()
    return [plain(f"{sign}{position} {stopwatch(elapsed)}", "bold $accent"), plain("  ")]


def _place(ceremony: Ceremony) -> str:
    event = ceremony.state.event
    return f"{event.site.village} · {event.title}"
