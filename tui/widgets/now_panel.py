"""What runs now and its time, large."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Digits

from data.clock import hour_minute, local
from data.language import _
from data.state.rundown import Instant, Row, Rundown, finish
from tui.untrusted import joined, lines, plain
from tui.widgets.status_line import stopwatch
from tui.widgets.steady import Steady

_LONGEST = 100 * 60
"""A countdown from this many seconds on says when it ends instead of how long it takes."""


class NowPanel(Vertical):
    """The running item, its remaining time in digits, and whether the ceremony keeps to time."""

    DEFAULT_CSS = """
    NowPanel { width: 3fr; height: auto; border-left: solid $panel; padding: 0 0 0 1; }
    NowPanel > #now-head { height: auto; max-height: 3; }
    NowPanel > Digits { width: 1fr; height: 3; color: $accent; text-style: bold; }
    NowPanel.over > Digits { color: $warning; }
    NowPanel.still > Digits { color: $foreground 60%; }
    NowPanel > #now-foot { height: auto; }
    """

    def compose(self) -> ComposeResult:
        yield Steady(id="now-head")
        yield Digits("", id="now-digits")
        yield Steady(id="now-foot")

    def show(self, rundown: Rundown, rows: Sequence[Row], now: Instant) -> None:
        """Show this moment. Nothing is redrawn when nothing changed."""
        running = next((row for row in rows if row.state in ("running", "paused")), None)
        if not rows:
            self._draw(plain(_("The agenda is empty.")), "", plain(""))
        elif running is not None:
            self._show_running(running, rows, now)
        elif rundown.closed is not None:
            self._show_closed(rundown, rundown.closed, rows, now)
        else:
            self._show_waiting(rows, now)

    def _show_running(self, row: Row, rows: Sequence[Row], now: Instant) -> None:
        ran = int(row.elapsed.total_seconds())
        left = row.minutes * 60 - ran
        paused = row.state == "paused"
        word = plain("  ‖ " + _("PAUSED"), "bold $warning") if paused else plain("")
        head = _head(joined(_position(row, rows), word), row.item.title)
        said = _("ran {elapsed} of {minutes} min").format(elapsed=stopwatch(ran), minutes=row.minutes)
        if left < 0:
            time = joined(plain(_("OVER TIME"), "bold $warning"), plain(f" · {said}"))
        else:
            time = plain(
                _("left of {minutes} min · ran {elapsed}").format(minutes=row.minutes, elapsed=stopwatch(ran))
            )
        digits = f"+{stopwatch(-left)}" if left < 0 else stopwatch(left)
        self._draw(
            head, digits, lines([time, _punctuality(rows, now, _("ends about {time}"))]), left < 0, paused
        )

    def _show_waiting(self, rows: Sequence[Row], now: Instant) -> None:
        start = rows[0].planned
        left = int((start - now.at).total_seconds())
        head = _head(plain(_("NOT BEGUN"), "bold dim"), rows[0].item.title)
        planned = _("planned start {time}").format(time=hour_minute(start))
        if abs(left) >= _LONGEST:
            self._draw(
                head,
                hour_minute(start),
                plain(_("planned start, {day}").format(day=f"{local(start):%d/%m/%Y}")),
            )
        elif left < 0:
            late = joined(plain(_("LATE"), "bold $warning"), plain(f" · {planned}"))
            self._draw(head, f"+{stopwatch(-left)}", late, True)
        else:
            self._draw(
                head, stopwatch(left), plain(_("until the start at {time}").format(time=hour_minute(start)))
            )

    def _show_closed(self, rundown: Rundown, closed: datetime, rows: Sequence[Row], now: Instant) -> None:
        began = min((run.started for run in rundown.runs.values()), default=closed)
        minutes = int((closed - began).total_seconds() // 60)
        head = _head(
            plain("✔ " + _("CLOSED"), "bold $success"), _("began {time}").format(time=hour_minute(began))
        )
        lasted = plain(
            _("ended {time} · lasted {hours} h {minutes:02} min").format(
                time=hour_minute(closed), hours=minutes // 60, minutes=minutes % 60
            )
        )
        planned = _("planned {time}").format(time=hour_minute(finish(list(rows), now)[0]))
        self._draw(head, hour_minute(closed), lines([lasted, _punctuality(rows, now, planned)]), still=True)

    def _draw(
        self, head: Content, digits: str, foot: Content, over: bool = False, still: bool = False
    ) -> None:
        self.query_one("#now-head", Steady).show(head)
        self.query_one("#now-foot", Steady).show(foot)
        big = self.query_one(Digits)
        if big.value != digits:
            big.update(digits)
        self.set_class(over, "over")
        self.set_class(still and not over, "still")


def _position(row: Row, rows: Sequence[Row]) -> Content:
    return plain(_("ITEM {position}/{total}").format(position=row.position, total=len(rows)), "bold dim")


def _head(first: Content, title: str) -> Content:
    return lines([first, plain(title, "bold")])


def _punctuality(rows: Sequence[Row], now: Instant, end: str) -> Content:
    """Late, early or on time, and ``end`` with the time at which it will all be over."""
    planned, expected = finish(list(rows), now)
    minutes = round((expected - planned) / timedelta(minutes=1))
    if minutes > 0:
        word = plain(_("LATE {minutes} min").format(minutes=minutes), "bold $warning")
    elif minutes < 0:
        word = plain(_("EARLY {minutes} min").format(minutes=-minutes), "bold $success")
    else:
        word = plain(_("ON TIME"), "bold $success")
    return joined(word, plain(" · " + end.format(time=hour_minute(expected))))
