"""The agenda as it stands: what is done, what runs, what waits, and how long each takes."""

from collections.abc import Sequence

from textual.content import Content

from data.clock import hour_minute
from data.language import _
from data.state.stage.agenda_progress import ItemState, Row
from tui.safe_text import fit, joined, lines, plain
from tui.widgets.static_cached import StaticCached

_SIGNS: dict[ItemState, str] = {"done": "✔", "running": "▶", "paused": "‖", "waiting": " ", "skipped": "✕"}
_STYLES: dict[ItemState, str] = {
    "done": "$foreground 60%",
    "running": "bold $accent",
    "paused": "bold $warning",
    "waiting": "",
    "skipped": "$foreground 45% strike",
}
_FRAME = 11
"""The columns that the title leaves to sign, time and the blanks between."""


class AgendaList(StaticCached):
    """One row for each item: sign, number, title, start (real, else expected), minutes real/planned."""

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Draw the agenda as ``rows`` have it."""
        digits = len(str(len(rows)))
        minutes = [_minutes(row) for row in rows]
        widest = max(map(len, minutes), default=0)
        room = max(10, self.size.width - _FRAME - digits - widest)
        drawn = [
            _line(row, digits, room, took.rjust(widest)) for row, took in zip(rows, minutes, strict=True)
        ]
        self.show(lines([*drawn, _keys(rows, max(10, self.size.width - 1))]))


def _keys(rows: Sequence[Row], width: int) -> Content:
    """What can be done with the agenda now, as much of it as there is room for, none torn apart."""
    states = {row.state for row in rows}
    ways = [("L", _("items to come"))] if "waiting" in states else []
    ways += [("M", _("missed Space"))] if states & {"running", "paused"} else []
    ways += [("G", _("times"))] if states - {"waiting", "skipped"} else []
    shown = plain("")
    for key, what in ways:
        part = joined(plain(f"{key}:", "bold"), f" {what}  ")
        if shown.cell_length + part.cell_length - 2 <= width:
            shown = joined(shown, part)
    return shown.stylize("dim")


def _line(row: Row, digits: int, room: int, took: str) -> Content:
    start = "  –  " if row.state == "skipped" else hour_minute(row.started or row.expected)
    text = f"{_SIGNS[row.state]} {row.position:>{digits}} {fit(row.item.title, room)} {start} {took}"
    return plain(text, _STYLES[row.state])


def _minutes(row: Row) -> str:
    planned = f"{row.minutes}′"
    if row.state not in ("waiting", "skipped"):
        planned = f"{row.took or 0}′/{planned}"
    return planned
