"""The villages as rows, however many there are: only those in sight are drawn."""

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from data.clock import hour_minute
from data.language import _
from data.several.district.counts import VillageCounts
from data.several.district.overview import Overview, VillageRow
from tui.safe_text import fit

_SIGNS = {
    "never": " ",
    "silent": "✖",
    "before": "·",
    "running": "▶",
    "paused": "‖",
    "between": "·",
    "closed": "✔",
}
_COLOURS = {
    "silent": "#ffb4a8",
    "running": "#9fd8ff",
    "paused": "#ffd479",
    "closed": "#9be3b4",
    "never": "#8a939b",
}
_MARK = "#2e3943"
_FIXED = 44
"""Columns that the numbers take: all but the names of village and item."""


class VillageRows(Widget):
    """Shown through ``show``; ``mark_row`` marks another village, which stays marked wherever how it stands
    puts it, and ``scroll_rows`` moves without marking."""

    DEFAULT_CSS = "VillageRows { height: 1fr; width: 1fr; }"

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[VillageRow, ...] = ()
        self._first = 0
        self._marked = ""

    def show(self, found: Overview) -> None:
        """Show how the villages stand now."""
        if found.rows != self._rows:
            self._rows = found.rows
            self.scroll_rows(0)

    def scroll_rows(self, by: int) -> None:
        """Go ``by`` rows down, or up where that is below 0."""
        most = max(0, len(self._rows) - max(1, self.size.height - 1))
        self._first = max(0, min(most, self._first + by))
        self.refresh()

    def mark_row(self, by: int) -> None:
        """Mark the row that is ``by`` below the marked one, the first in sight where none is, and keep it in
        sight."""
        if not self._rows:
            return
        at = self._place()
        at = self._first if at is None else max(0, min(len(self._rows) - 1, at + by))
        self._marked = self._rows[at].id
        room = max(1, self.size.height - 1)
        self._first = max(at - room + 1, min(self._first, at))
        self.refresh()

    @property
    def marked(self) -> VillageRow | None:
        """The village under the mark; None before there is one."""
        at = self._place()
        return None if at is None else self._rows[at]

    def _place(self) -> int | None:
        return next((at for at, row in enumerate(self._rows) if row.id == self._marked), None)

    @property
    def page(self) -> int:
        """How many rows are in sight."""
        return max(1, self.size.height - 2)

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        if y == 0:
            return _strip(_heading(width), width, Style(bold=True, dim=True))
        place = self._first + y - 1
        if place >= len(self._rows):
            return Strip.blank(width)
        row = self._rows[place]
        is_marked = row.id == self._marked
        return _strip(_line(row, width, is_marked=is_marked), width, _style(row, is_marked=is_marked))


def _style(row: VillageRow, *, is_marked: bool) -> Style:
    colour = "#ffd479" if row.is_late and row.sign != "silent" else _COLOURS.get(row.sign)
    return Style(color=colour, bold=row.sign == "silent", bgcolor=_MARK if is_marked else None)


def _strip(text: str, width: int, style: Style) -> Strip:
    return Strip([Segment(fit(text, width), style)], width)


def _widths(width: int) -> tuple[int, int]:
    """How wide the names of village and item may be."""
    room = max(20, width - _FIXED)
    village = min(30, max(12, room // 2))
    return village, room - village


def _heading(width: int) -> str:
    village, item = _widths(width)
    numbers = ((_("Households"), 11), (_("Delegates"), 10), (_("Late"), 6), (_("Heard"), 7))
    names = (fit(_("Village"), village), fit(_("Item"), item))
    return "   " + " ".join([*names, *(f"{name:>{columns}}" for name, columns in numbers)])


def _line(row: VillageRow, width: int, *, is_marked: bool) -> str:
    mark = "›" if is_marked else " "
    village, item = _widths(width)
    sign = _SIGNS[row.sign]
    if row.seen is None:
        nothing = _("nothing heard yet")
        return f"{mark}{sign} {fit(row.name, village)} {nothing}"
    n = row.seen.counts
    late = "" if n.late is None else f"{n.late:+d}′" if n.late else "0′"
    names = f"{fit(row.name, village)} {fit(_where(row, n), item)}"
    return (
        f"{mark}{sign} {names} {f'{n.households}/{n.target}':>11}"
        f" {f'{n.delegates}/{n.delegates_listed}':>10} {late:>6} {hour_minute(row.seen.at):>7}"
    )


def _where(row: VillageRow, n: VillageCounts) -> str:
    """What happens there: the running item, or what it waits for."""
    if row.sign == "silent" and n.phase in ("running", "paused"):
        return _("silent · {position}/{items} {item}").format(position=n.position, items=n.items, item=n.item)
    match n.phase:
        case "running":
            return f"{n.position}/{n.items} {n.item}"
        case "paused":
            return _("{position}/{items} paused: {item}").format(
                position=n.position, items=n.items, item=n.item
            )
        case "closed":
            return _("over")
        case "between":
            return _("between two items")
        case "before":
            return _("guests arrive") if n.households or n.delegates else _("not begun")
