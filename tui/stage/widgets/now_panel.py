"""What runs now and its time, large."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from data.clock import hour_minute, local
from data.language import _
from data.messages.entries.stage import length_text, minutes_text
from data.messages.pace import punctuality, warning_text
from data.queries.stage.countdown import Countdown, countdown, whole_seconds
from data.queries.stage.pace import Pace, Pause, Warning, pace, pause
from data.state.stage.agenda_progress import AgendaProgress, Instant, Row, finish
from data.state.state import State
from tui.safe_text import joined, lines, plain
from tui.stage.widgets.time_digits import TimeDigits
from tui.widgets.lines.status_line import stopwatch
from tui.widgets.static_cached import StaticCached

_TALL, _HIGH = 32, 46
"""From so many rows of the terminal on there is room for digits of five rows, and of ten."""


class NowPanel(Vertical):
    """The running item, its remaining time in digits, and whether the ceremony keeps to time.

    The whole panel changes its colour as an item nears its end, so that it is seen from afar.
    """

    DEFAULT_CSS = """
    NowPanel { width: 3fr; height: auto; border-left: solid $panel; padding: 0 0 0 1; }
    NowPanel > #now-head { height: auto; max-height: 3; }
    NowPanel > TimeDigits { width: 1fr; height: 3; color: $accent; text-style: bold; }
    NowPanel > #now-foot { height: auto; }
    NowPanel.tall > TimeDigits { height: 5; margin: 1 0; }
    NowPanel.high > TimeDigits { height: 10; margin: 1 0; }
    NowPanel.still > TimeDigits { color: $foreground 60%; }
    NowPanel.soon { background: #4a3a12; border-left: thick $accent; }
    NowPanel.last { background: #7a4a06; border-left: thick $warning; }
    NowPanel.last > TimeDigits { color: #ffffff; }
    NowPanel.over { background: #7d2a24; border-left: thick $error; }
    NowPanel.over > TimeDigits { color: #ffffff; }
    """

    def compose(self) -> ComposeResult:
        yield StaticCached(id="now-head")
        yield TimeDigits("", id="now-digits")
        yield StaticCached(id="now-foot")

    def show(self, state: State, rows: Sequence[Row], now: Instant) -> None:
        """Show this moment. Nothing is redrawn when nothing changed."""
        height = self.app.size.height
        self.set_class(_TALL <= height < _HIGH, "tall")
        self.set_class(height >= _HIGH, "high")
        found = countdown(state.agenda_progress, rows, now)
        match found.face:
            case "empty":
                self._draw(plain(_("The agenda is empty.")), "", plain(""))
            case "running" | "paused":
                self._show_running(found, state, rows, now)
            case "closed":
                self._show_closed(state, rows, now)
            case "between":
                self._show_between(found, state, rows, now)
            case "before":
                self._show_waiting(found)

    def _show_running(self, found: Countdown, state: State, rows: Sequence[Row], now: Instant) -> None:
        row, left = found.row, found.left
        assert row is not None and left is not None
        ran = stopwatch(row.elapsed.total_seconds())
        stop = pause(state.agenda_progress, now)
        head = _head(joined(_position(row, rows), *_paused(stop)), row.item.title)
        if found.warning:
            said = _("{elapsed} of {minutes} min").format(elapsed=ran, minutes=row.minutes)
            time = joined(plain(f" {warning_text(found.warning)} ", "bold reverse"), plain(f" {said}"))
        else:
            time = plain(_("left of {minutes} min · ran {elapsed}").format(minutes=row.minutes, elapsed=ran))
        foot = lines([*_how_long(stop), time, *_pace(state, rows, now)])
        self._draw(head, _digits(left), foot, found.warning, stop is not None)

    def _show_between(self, found: Countdown, state: State, rows: Sequence[Row], now: Instant) -> None:
        title = found.row.item.title if found.row else _("the end of the ceremony")
        head = _head(plain(_("BETWEEN TWO ITEMS"), "bold reverse $warning"), title)
        note = plain(_("waits for Space"))
        self._draw(head, hour_minute(now.at), lines([note, *_pace(state, rows, now)]), still=True)

    def _show_waiting(self, found: Countdown) -> None:
        assert found.row is not None
        start = found.row.planned
        head = _head(plain(_("NOT BEGUN"), "bold dim"), found.row.item.title)
        at = hour_minute(start)
        if found.left is None:
            day = plain(_("planned start, {day}").format(day=f"{local(start):%d/%m/%Y}"))
            self._draw(head, at, day)
        elif found.warning:
            planned = _("planned start {time}").format(time=at)
            late = joined(plain(_("LATE"), "bold reverse"), plain(f" {planned}"))
            self._draw(head, _digits(found.left), late, found.warning)
        else:
            self._draw(head, _digits(found.left), plain(_("until the start at {time}").format(time=at)))

    def _show_closed(self, state: State, rows: Sequence[Row], now: Instant) -> None:
        closed = state.agenda_progress.closed
        assert closed is not None
        began = _began(state.agenda_progress, closed)
        minutes = int((closed - began).total_seconds() // 60)
        head = _head(
            plain("✔ " + _("CLOSED"), "bold $success"), _("began {time}").format(time=hour_minute(began))
        )
        lasted = plain(
            _("ended {time} · lasted {hours} h {minutes:02} min").format(
                time=hour_minute(closed), hours=minutes // 60, minutes=minutes % 60
            )
        )
        word = _punctuality(pace(state.event, state.agenda_progress, rows, now))
        planned = _("planned {time}").format(time=hour_minute(finish(list(rows), now)[0]))
        foot = lines([lasted, joined(word, plain(f" · {planned}"))])
        self._draw(head, hour_minute(closed), foot, still=True)

    def _draw(
        self, head: Content, digits: str, foot: Content, sign: Warning = "", still: bool = False
    ) -> None:
        self.query_one("#now-head", StaticCached).show(head)
        self.query_one("#now-foot", StaticCached).show(foot)
        big = self.query_one(TimeDigits)
        if big.value != digits:
            big.update(digits)
        for name in ("soon", "last", "over"):
            self.set_class(name == sign, name)
        self.set_class(still and not sign, "still")


def _began(agenda_progress: AgendaProgress, closed: datetime) -> datetime:
    return min((run.started for run in agenda_progress.runs.values()), default=closed)


def _position(row: Row, rows: Sequence[Row]) -> Content:
    return plain(_("ITEM {position}/{total}").format(position=row.position, total=len(rows)), "bold dim")


def _head(first: Content, title: str) -> Content:
    return lines([first, plain(title, "bold")])


def _paused(stop: Pause | None) -> list[Content]:
    if stop is None:
        return []
    since = _("PAUSED since {time}").format(time=hour_minute(stop.since))
    return [plain(" "), plain(f" ‖ {since} ", "bold reverse $warning")]


def _how_long(stop: Pause | None) -> list[Content]:
    """For how long the item stands, from the first minute on; louder once that may have been forgotten."""
    if stop is None:
        return []
    length = length_text(stop.length.total_seconds())
    if stop.is_long:
        return [
            plain(
                " ‖ " + _("STILL PAUSED: {length}   P: go on").format(length=length) + " ",
                "bold reverse $warning",
            )
        ]
    return [plain(_("stands for {length}   P: go on").format(length=length), "$warning")]


def _pace(state: State, rows: Sequence[Row], now: Instant) -> list[Content]:
    """``LATE 5 min · ends about 10:35``, and below it what that means for the time to be over by."""
    found = pace(state.event, state.agenda_progress, rows, now)
    end = _("ends about {time}").format(time=hour_minute(found.end))
    said = [joined(_punctuality(found), plain(f" · {end}"))]
    if found.is_at_another_hour:
        return said
    if found.beyond:
        beyond = _("⚠ {length} past {deadline}   C: catch up").format(
            length=minutes_text(found.beyond), deadline=state.event.deadline
        )
        said.append(plain(beyond, "bold $warning"))
    elif found.late > 0:
        said.append(plain(_("before {deadline}   C: catch up").format(deadline=state.event.deadline), "dim"))
    return said


def _punctuality(found: Pace) -> Content:
    colour = "dim" if found.is_at_another_hour else "$warning" if found.late > 0 else "$success"
    return plain(punctuality(found), f"bold {colour}")


def _digits(left: timedelta) -> str:
    """``05:48``; ``+00:40`` once it is over."""
    seconds = whole_seconds(left)
    return f"+{stopwatch(-seconds)}" if seconds < 0 else stopwatch(seconds)
