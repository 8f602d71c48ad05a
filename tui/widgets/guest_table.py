"""The table of guests: rows keyed by guest number, changed in place."""

from typing import NamedTuple

from textual.widgets import DataTable

from data.clock import hour_minute
from data.language import _
from data.model.guest import Guest
from data.state.state import State
from tui.answers import belongs_to, who_came
from tui.untrusted import cell

_COLUMNS = ("number", "name", "place", "came", "who")
_NUMBER, _CAME, _GAPS = 4, 7, 2 * len(_COLUMNS)


class Cells(NamedTuple):
    """One row as it is shown."""

    number: str
    name: str
    place: str
    came: str
    who: str


class GuestTable(DataTable[object]):
    """Shows guests; never has the focus, so that what is typed goes on to the search line."""

    can_focus = False
    DEFAULT_CSS = """
    GuestTable { height: 1fr; background: $background; scrollbar-size-vertical: 1;
        scrollbar-background: $surface; scrollbar-color: $foreground 40%; }
    GuestTable > .datatable--header { background: $background; color: $foreground 60%; text-style: bold; }
    GuestTable > .datatable--cursor { background: $panel; color: $accent; text-style: bold; }
    """

    def __init__(self) -> None:
        super().__init__(cursor_type="row", cell_padding=1)
        self._shown: dict[int, Cells] = {}
        self._width = 0
        self._last: tuple[list[Guest], State] | None = None

    @property
    def chosen(self) -> int | None:
        """The number of the guest under the cursor."""
        numbers = list(self._shown)
        return numbers[self.cursor_row] if 0 <= self.cursor_row < len(numbers) else None

    def show(self, guests: list[Guest], state: State) -> None:
        """Show these guests in this order. Only what differs from before is drawn again."""
        self._last = (guests, state)
        wanted = {guest.number: _cells(guest, state) for guest in guests}
        if self._width != self.size.width or not self.columns:
            self._set_columns()
        before = list(self._shown)
        if before != list(wanted)[: len(before)]:
            self._rebuild(wanted)
        else:
            for number, cells in wanted.items():
                if number in self._shown:
                    self._update(number, cells)
                else:
                    self._add(number, cells)
        self._shown = wanted

    def on_resize(self) -> None:
        if self._last is not None:
            self.show(*self._last)

    def move(self, key: str) -> None:
        """Move the cursor as ``key`` says: up, down, pageup or pagedown."""
        page = max(1, self.size.height - 2)
        step = {"up": -1, "down": 1, "pageup": -page, "pagedown": page}[key]
        self.move_cursor(row=max(0, min(self.cursor_row + step, self.row_count - 1)))

    def choose(self, number: int) -> None:
        """Put the cursor on this guest, if it is shown."""
        if number in self._shown:
            self.move_cursor(row=list(self._shown).index(number))

    def _set_columns(self) -> None:
        self.clear(columns=True)
        self._shown = {}
        self._width = self.size.width
        room = max(30, self._width - _NUMBER - _CAME - _GAPS - 1)
        place = who = min(24, room * 3 // 10)
        widths = (_NUMBER, room - place - who, place, _CAME, who)
        labels = (_("No."), _("Name"), _("Where from"), _("Came"), _("Who came"))
        for key, label, width in zip(_COLUMNS, labels, widths, strict=True):
            self.add_column(cell(label), key=key, width=width)

    def _rebuild(self, wanted: dict[int, Cells]) -> None:
        chosen = self.chosen
        self.clear()
        for number, cells in wanted.items():
            self._add(number, cells)
        if chosen in wanted:
            self.move_cursor(row=list(wanted).index(chosen))

    def _add(self, number: int, cells: Cells) -> None:
        self.add_row(*(_styled(key, text) for key, text in cells._asdict().items()), key=str(number))

    def _update(self, number: int, cells: Cells) -> None:
        for key, text in cells._asdict().items():
            if text != getattr(self._shown[number], key):
                self.update_cell(str(number), key, _styled(key, text))


def _styled(key: str, text: str) -> object:
    return cell(text, "green" if key == "came" else "")


def _cells(guest: Guest, state: State) -> Cells:
    attendance = state.present.get(guest.number)
    return Cells(
        number=f"{guest.number:03}",
        name=guest.name,
        place=belongs_to(guest, state.event),
        came=f"✔ {hour_minute(attendance.at)}" if attendance else "",
        who=who_came(attendance),
    )
