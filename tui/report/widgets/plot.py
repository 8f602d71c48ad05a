"""Arrivals over time as a small plot of block characters, with the hours below."""

from datetime import timedelta

from textual.content import Content

from data.clock import hour_minute
from data.language import _, ngettext
from data.queries.people.arrivals import MINUTES, Stretch
from tui.safe_text import plain

_BLOCKS = " ▁▂▃▄▅▆▇█"
_LABEL = 5


def plot_lines(stretches: list[Stretch], width: int, height: int) -> list[Content]:
    """The plot in ``height`` lines of ``width`` cells, the line of hours and one of words below it.

    Every five minutes have one or two columns; of a day that is longer than the room, the end.
    """
    if not stretches:
        return [plain(_("Nobody has come yet."), "dim")]
    each = max(1, min(3, width // len(stretches)))
    shown = stretches[-(width // each) :]
    most = max(stretch.came for stretch in shown) or 1
    rows = [
        plain("".join(_column(stretch.came, most, height, line) * each for stretch in shown), "$accent")
        for line in reversed(range(height))
    ]
    rows.append(plain(_hours(shown, each, width), "$foreground 60%"))
    peak = max(shown, key=lambda stretch: stretch.came)
    rows.append(
        plain(
            ngettext(
                "busiest: {count} guest from {begin} to {end}",
                "busiest: {count} guests from {begin} to {end}",
                peak.came,
            ).format(
                count=peak.came,
                begin=hour_minute(peak.begin),
                end=hour_minute(peak.begin + timedelta(minutes=MINUTES)),
            ),
            "$foreground 60%",
        )
    )
    return rows


def _column(came: int, most: int, height: int, line: int) -> str:
    """The block of one column in one line, counted from the foot."""
    eighths = max(1, round(came * height * 8 / most)) if came else 0
    return _BLOCKS[max(0, min(8, eighths - 8 * line))]


def _hours(stretches: list[Stretch], each: int, width: int) -> str:
    """The first time, and every half hour that there is room to write."""
    text = ""
    for place, stretch in enumerate(stretches):
        at = place * each
        is_told = place == 0 or stretch.begin.minute % 30 == 0
        if is_told and at >= len(text) + bool(text) and at + _LABEL <= width:
            text = text.ljust(at) + hour_minute(stretch.begin)
    return text
