"""The agenda as it stands: what is done, what runs, what waits, and how long each takes."""

from collections.abc import Sequence, Set
from typing import NamedTuple

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


class _Said(NamedTuple):
    """What a row says of an item; of its seconds only what changes with the minute."""

    state: ItemState
    position: int
    title: str
    start: str
    minutes: str


class AgendaList(StaticCached):
    """One row for each item: sign, number, title, start (real, else expected), minutes real/planned."""

    _drawn: tuple[int, list[_Said]] | None = None

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Draw the agenda as ``rows`` have it, where it says something else than is drawn."""
        width, said = self.size.width, [_said(row) for row in rows]
        if (width, said) == self._drawn:
            return
        self._drawn = width, said
        digits = len(str(len(said)))
        widest = max((len(row.minutes) for row in said), default=0)
        room = max(10, width - _FRAME - digits - widest)
        drawn = [_line(row, digits, room, widest) for row in said]
        self.show(lines([*drawn, _keys({row.state for row in said}, max(10, width - 1))]))


def _keys(states: Set[ItemState], width: int) -> Content:
    """What can be done with an agenda whose items have these ``states``, as much of it as there is room for,
    none torn apart."""
    ways = [("L", _("items to come"))] if "waiting" in states else []
    ways += [("M", _("missed Space"))] if states & {"running", "paused"} else []
    ways += [("G", _("times"))] if states - {"waiting", "skipped"} else []
    shown = plain("")
    for key, what in ways:
        part = joined(plain(f"{key}:", "bold"), f" {what}  ")
        if shown.cell_length + part.cell_length - 2 <= width:
            shown = joined(shown, part)
    return shown.stylize("dim")


def _line(row: _Said, digits: int, room: int, widest: int) -> Content:
    title, took = fit(row.title, room), row.minutes.rjust(widest)
    text = f"{_SIGNS[row.state]} {row.position:>{digits}} {title} {row.start} {took}"
    return plain(text, _STYLES[row.state])


def _said(row: Row) -> _Said:
    start = "  –  " if row.state == "skipped" else hour_minute(row.started or row.expected)
    return _Said(row.state, row.position, row.item.title, start, _minutes(row))


def _minutes(row: Row) -> str:
    planned = f"{row.minutes}′"
    if row.state not in ("waiting", "skipped"):
        planned = f"{row.took or 0}′/{planned}"
    return planned
