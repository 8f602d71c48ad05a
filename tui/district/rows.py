"""The villages as rows, however many there are: only those in sight are drawn."""

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from data.joining.district.overview import Overview, VillageRow
from tui.district.row_text import Widths, heading, row_text, widths
from tui.safe_text import fit

_COLOURS = {
    "silent": "#ffb4a8",
    "running": "#9fd8ff",
    "paused": "#ffd479",
    "closed": "#9be3b4",
    "never": "#8a939b",
}
_MARK = "#2e3943"


class VillageRows(Widget):
    """Shown through ``show``; ``mark_row`` marks another village, which stays marked wherever how it stands
    puts it, and ``scroll_rows`` moves without marking."""

    DEFAULT_CSS = "VillageRows { height: 1fr; width: 1fr; }"

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[VillageRow, ...] = ()
        self._names: tuple[str, ...] = ()
        self._first = 0
        self._marked = ""

    def show(self, found: Overview) -> None:
        """Show how the villages stand now."""
        if found.rows != self._rows:
            self._rows = found.rows
            self._names = tuple(row.name for row in found.rows)
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

    @property
    def _widths(self) -> Widths:
        return widths(self._names, self.size.width)

    def render_line(self, y: int) -> Strip:
        width, base = self.size.width, self.rich_style
        if y == 0:
            return _strip(heading(self._widths), width, base + Style(bold=True, dim=True))
        place = self._first + y - 1
        if place >= len(self._rows):
            return Strip.blank(width, base)
        row = self._rows[place]
        is_marked = row.id == self._marked
        text = row_text(row, self._widths, is_marked=is_marked)
        return _strip(text, width, base + _style(row, is_marked=is_marked))


def _style(row: VillageRow, *, is_marked: bool) -> Style:
    colour = "#ffd479" if row.is_late and row.sign != "silent" else _COLOURS.get(row.sign)
    return Style(color=colour, bold=row.sign == "silent", bgcolor=_MARK if is_marked else None)


def _strip(text: str, width: int, style: Style) -> Strip:
    return Strip([Segment(fit(text, width), style)], width)
