"""The table of guests: only the rows in sight are drawn, so twenty thousand cost what twenty do."""

from collections.abc import Callable
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from data.clock import hour_minute
from data.language import _
from data.model.guest import Guest
from data.state.state import State
from tui.safe_text import fit
from tui.widgets.answers import belongs_to, who_came

_NUMBER, _CAME = 4, 7
_COLUMNS = 5


class Cells(NamedTuple):
    """One row as it is shown."""

    number: str
    name: str
    place: str
    came: str
    who: str


class GuestTable(ScrollView):
    """Shows guests below a head that stays; never has the focus, so that what is typed goes to the line."""

    can_focus = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "guest-table--head",
        "guest-table--cursor",
        "guest-table--came",
    }
    DEFAULT_CSS = """
    GuestTable { height: 1fr; background: $background; scrollbar-size-vertical: 1;
        scrollbar-background: $surface; scrollbar-color: $foreground 40%; }
    GuestTable > .guest-table--head { color: $foreground 60%; text-style: bold; }
    GuestTable > .guest-table--cursor { background: $panel; color: $accent; text-style: bold; }
    GuestTable > .guest-table--came { color: green; }
    """

    cursor_row: reactive[int] = reactive(0, repaint=False)

    def __init__(self, when_marked: Callable[[], None]) -> None:
        """``when_marked`` is called as soon as the cursor is on another row, to be painted with it."""
        super().__init__()
        self._when_marked = when_marked
        self._guests: list[Guest] = []
        self._state: State | None = None

    @property
    def row_count(self) -> int:
        """How many guests are shown."""
        return len(self._guests)

    @property
    def chosen(self) -> int | None:
        """The number of the guest under the cursor."""
        return self._guests[self.cursor_row].number if self.cursor_row < self.row_count else None

    def show(self, guests: list[Guest], state: State) -> None:
        """Show these guests in this order; the cursor stays on its guest."""
        chosen = self.chosen
        self._guests, self._state = guests, state
        self.virtual_size = Size(0, self.row_count + 1)
        if chosen != self.chosen:
            self.choose(chosen)
        self.cursor_row = min(self.cursor_row, max(0, self.row_count - 1))
        self.refresh()

    def row(self, number: int) -> Cells:
        """The texts of a guest's row. KeyError for one who is not shown."""
        assert self._state is not None
        for guest in self._guests:
            if guest.number == number:
                return _cells(guest, self._state)
        raise KeyError(number)

    def move(self, key: str) -> None:
        """Move the cursor as ``key`` says: up, down, pageup or pagedown."""
        page = max(1, self.size.height - 2)
        self.move_to(self.cursor_row + {"up": -1, "down": 1, "pageup": -page, "pagedown": page}[key])

    def move_to(self, row: int) -> None:
        """Put the cursor on this row from 0, or on the nearest there is."""
        self.cursor_row = max(0, min(row, self.row_count - 1))

    def choose(self, number: int | None) -> None:
        """Put the cursor on this guest, if it is shown."""
        for row, guest in enumerate(self._guests):
            if guest.number == number:
                self.move_to(row)

    def watch_cursor_row(self) -> None:
        """Bring the row into sight below the head, and say that another guest is chosen."""
        # The region is a line higher than the row: the head covers the first line in sight.
        region = Region(0, self.cursor_row, max(1, self.size.width), 2)
        self.scroll_to_region(region, animate=False, force=True)
        self.refresh()
        self._when_marked()

    def on_resize(self) -> None:
        self.virtual_size = Size(0, self.row_count + 1)
        self.watch_cursor_row()

    def on_click(self, event: events.Click) -> None:
        """Choose the row that was clicked."""
        row = event.y - 1 + self.scroll_offset.y
        if event.y and row < self.row_count:
            self.move_to(row)

    def render_line(self, y: int) -> Strip:
        """One line in sight: the head, a guest, or nothing below the last."""
        width = self.scrollable_content_region.width
        row = y - 1 + self.scroll_offset.y
        if y == 0:
            head = Cells(_("No."), _("Name"), _("Where from"), _("Came"), _("Who came"))
            return self._strip(head, self.get_component_rich_style("guest-table--head"), width)
        if row >= self.row_count or self._state is None:
            return Strip.blank(width, self.rich_style)
        cells = _cells(self._guests[row], self._state)
        if row == self.cursor_row:
            return self._strip(cells, self.get_component_rich_style("guest-table--cursor"), width)
        return self._strip(cells, self.rich_style, width)

    def _strip(self, cells: Cells, style: Style, width: int) -> Strip:
        came = style + Style(color=self.get_component_rich_style("guest-table--came").color)
        segments = [
            Segment(f" {fit(text, wide)} ", came if place == 3 and text.startswith("✔") else style)
            for place, (text, wide) in enumerate(zip(cells, _widths(width), strict=True))
        ]
        return Strip(segments).adjust_cell_length(width, style)


def _widths(width: int) -> tuple[int, int, int, int, int]:
    room = max(30, width - _NUMBER - _CAME - 2 * _COLUMNS)
    place = who = min(24, room * 3 // 10)
    return _NUMBER, room - place - who, place, _CAME, who


def _cells(guest: Guest, state: State) -> Cells:
    attendance = state.present.get(guest.number)
    return Cells(
        number=f"{guest.number:03}",
        name=guest.name,
        place=belongs_to(guest, state.event),
        came=f"✔ {hour_minute(attendance.at)}" if attendance else "",
        who=who_came(attendance),
    )
