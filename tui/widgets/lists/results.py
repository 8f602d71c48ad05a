"""Who was found for what is being typed."""

from collections import Counter

from textual.content import Content
from textual.widgets import Static

from data.clock import hour_minute
from data.language import _
from data.model.guest import Guest
from data.state.state import State
from data.text.people.phone import mask
from tui.safe_text import fit, lines, plain
from tui.widgets.answers import belongs_to
from tui.widgets.lists.marked import in_sight

_PHONE_TAIL = 3
READING_SECONDS = 0.5
"""Within this, by the clock that stamps the keys, nobody reads a list and presses a key."""


class Results(Static):
    """The guests found. ``decided`` is the one that Enter lets in, None while unsure.

    The sign ``›`` stands only before who is decided: a sign that Enter does not obey misleads.
    """

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.guests: list[Guest] = []
        self._marked = 0
        self._chosen = False
        self._appeared = float("-inf")
        self._shared: set[str] = set()
        self._longest = 0
        self._state: State | None = None

    @property
    def marked(self) -> Guest | None:
        """The guest that would be decided next: the chosen one, else the first."""
        return self.guests[self._marked] if self.guests else None

    @property
    def decided(self) -> Guest | None:
        """The only guest found, or the one that was chosen with the arrows."""
        if len(self.guests) == 1 or (self._chosen and self.guests):
            return self.guests[self._marked]
        return None

    def show(self, guests: list[Guest], state: State) -> None:
        """Show what was found; a choice made among the same guests stands."""
        if [g.number for g in guests] != [g.number for g in self.guests]:
            self._marked, self._chosen = 0, False
        self.guests, self._state = guests, state
        names = Counter(guest.name for guest in guests)
        self._shared = {name for name, count in names.items() if count > 1}
        self._longest = max((Content(name).cell_length for name in names), default=0)
        self._draw()

    def make_ready(self) -> None:
        """Say that what is typed is looked for in a moment; until then nobody is found, and nobody is not."""
        self.guests, self._state = [], None
        self._marked, self._chosen = 0, False
        self.update(plain(_("The search is being made ready…"), "dim"), layout=False)

    def forget(self) -> None:
        """Hold nobody: what was found or chosen has had its answer."""
        self.guests, self._state = [], None
        self._marked, self._chosen, self._appeared = 0, False, float("-inf")

    def move(self, step: int) -> None:
        """Mark the guest ``step`` places on, or where none is the first or the last; that is a choice."""
        if self.guests:
            is_first = self.decided is None
            self._marked = (min(step, 0) if is_first else self._marked + step) % len(self.guests)
            self._chosen, self._appeared = True, float("-inf")
            self._draw()

    def arm(self, at: float) -> None:
        """Take the marked guest for the choice: the next Enter lets them in, but not just after ``at``."""
        self._chosen = True
        self._appeared = at
        self._draw()

    def offer(self, guests: list[Guest], state: State, at: float) -> None:
        """Show guests that nobody typed for, at the time ``at``; nobody is chosen yet."""
        self._marked, self._chosen, self._appeared = 0, False, at
        self.show(guests, state)

    def is_new(self, at: float) -> bool:
        """Whether nobody can have read the list yet at the time ``at``: an Enter was for something else."""
        return at - self._appeared < READING_SECONDS

    def on_resize(self) -> None:
        self._draw()

    def _draw(self) -> None:
        if self._state is None:
            return
        if not self.guests:
            self.update(plain(_("Nobody found. F8: guest who is not on the list."), "dim"), layout=False)
            return
        several = len(self.guests) > 1
        shown = in_sight(len(self.guests), self._marked, (self.size.height or 10) - several)
        rows = [self._row(index) for index in shown]
        told = _("{count} found: ↑ ↓ to the right one, then Enter.").format(count=len(self.guests))
        self.update(lines([plain(told, "dim"), *rows] if several else rows), layout=False)

    def _row(self, index: int) -> Content:
        guest, state = self.guests[index], self._state
        assert state is not None
        marked = index == self._marked and self.decided is not None
        attendance = state.present.get(guest.number)
        came = f"✔ {hour_minute(attendance.at)}" if attendance else ""
        phone = mask(guest.phone)[-_PHONE_TAIL:] if guest.name in self._shared else ""
        where = " · ".join(
            filter(
                None,
                (
                    belongs_to(guest, state.event),
                    str(guest.birth_year or ""),
                    phone and f"•••{phone}",
                    guest.nickname,
                ),
            )
        )
        room = max(20, self.size.width - 17)
        names = min(self._longest, room // 2)
        text = fit(guest.name, names) + "  " + fit(where, room - names - 1)
        style = "bold $accent" if marked else ""
        return plain(f"{'›' if marked else ' '} {guest.number:03} {text} {came}", style)
