"""Guests to pick from, found by what is being typed; the arrows mark one."""

from collections.abc import Callable, Sequence

from textual.content import Content
from textual.widgets import Static

from data.language import _
from data.model.guest import Guest
from tui.safe_text import fit, lines, plain
from tui.widgets.lists.marked import in_sight
from tui.widgets.lists.results import READING_SECONDS

Note = Callable[[Guest], str]


class GuestPicker(Static):
    """The guests found, a line each. ``picked`` is the one that was marked with the arrows."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.guests: list[Guest] = []
        self._place: int | None = None
        self._is_offered = False
        self._where: Note = lambda _guest: ""
        self._note: Note = lambda _guest: ""
        self._note_width = 0
        self._appeared = float("-inf")
        self._empty = ""

    @property
    def picked(self) -> Guest | None:
        """The guest that the arrows marked, None while none is."""
        return None if self._place is None else self.guests[self._place]

    @property
    def chosen(self) -> Guest | None:
        """The guest whom somebody marked with the arrows."""
        return None if self._is_offered else self.picked

    @property
    def decided(self) -> Guest | None:
        """The guest that the arrows marked, or the only one there is."""
        return self.guests[0] if self._place is None and len(self.guests) == 1 else self.picked

    def show(self, guests: Sequence[Guest], *, where: Note, note: Note, empty: str) -> None:
        """Show ``guests`` with where they belong and a short note each; a mark among the same ones stays."""
        if [guest.number for guest in guests] != [guest.number for guest in self.guests]:
            self._place = None
        self.guests = list(guests)
        self._where, self._note, self._empty = where, note, empty
        self._note_width = max((len(note(guest)) for guest in guests), default=0)
        self._draw()

    def move(self, step: int) -> None:
        """Mark the guest ``step`` places on; the first or the last when none is marked."""
        if self.guests:
            before = self._place if self._place is not None else (-1 if step > 0 else 0)
            self._place, self._is_offered = (before + step) % len(self.guests), False
            self._appeared = float("-inf")
            self._draw()

    def mark(self, guest: Guest) -> None:
        """Mark ``guest``, who is offered, for the next Enter; nobody has chosen them by that."""
        numbers = [one.number for one in self.guests]
        if guest.number in numbers:
            self._place, self._is_offered = numbers.index(guest.number), True
            self._draw()

    def arm(self, at: float) -> None:
        """Mark the first guest: the next Enter means them, but not just after ``at``."""
        if self.guests and self._place is None:
            self.move(1)
        self._appeared = at

    def is_new(self, at: float) -> bool:
        """Whether nobody can have read the list yet at the time ``at``: an Enter was for something else."""
        return at - self._appeared < READING_SECONDS

    def on_resize(self) -> None:
        self._draw()

    def _draw(self) -> None:
        if not self.guests:
            self.update(plain(self._empty, "dim"))
            return
        room = max(1, self.size.height or 10)
        # The last row says that there are more, where there is room to say it.
        is_full = len(self.guests) > room > 1
        shown = in_sight(len(self.guests), self._place or 0, room - is_full)
        rows = [self._row(place) for place in shown]
        left = len(self.guests) - shown.stop
        if left and is_full:
            more = _("… and {count} more").format(count=left)
            rows.append(plain(f"  {more}", "dim"))
        self.update(lines(rows))

    def _row(self, place: int) -> Content:
        guest = self.guests[place]
        marked = place == self._place
        note = f"{self._note(guest):>{self._note_width}}"
        room = max(20, self.size.width - 10 - len(note))
        name = room // 2
        text = f"{fit(guest.name, name)} {fit(self._where(guest), room - name)}"
        return plain(
            f"{'›' if marked else ' '} {guest.number:03} {text} {note}", "bold $accent" if marked else ""
        )
