"""The events there are, one of them chosen with the arrows."""

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from data.language import N_, _
from data.session.folders.home import home
from tui.safe_text import fit, joined, lines, plain
from tui.widgets.lists.marked import in_sight, mark_sign

if TYPE_CHECKING:
    from data.session.events.overview import Overview, Phase

_PHASES: "dict[Phase, tuple[str, str]]" = {
    "damaged": ("✖", N_("cannot be read")),
    "no-guests": ("○", N_("being prepared")),
    "no-cards": ("○", N_("being prepared")),
    "ready": ("●", N_("ready")),
    "arriving": ("▶", N_("guests are arriving")),
    "running": ("▶", N_("under way")),
    "over": ("✔", N_("over")),
    "closed": ("■", N_("closed")),
    "purged": ("■", N_("closed, without names")),
}
_TONES: "dict[Phase, str]" = {
    "damaged": "$error",
    "ready": "$success",
    "arriving": "$accent",
    "running": "$accent",
}
_NEXT: "dict[Phase, str]" = {
    "no-guests": N_("Next: open it, then F5 and F7 read the list of guests in."),
    "no-cards": N_("Next: open it, then F5 and F8 draw the invitation cards."),
    "ready": N_("Everything is ready. Enter opens the door."),
    "arriving": N_("Enter goes back to the door."),
    "running": N_("Enter goes back to the door; F3 is the stage."),
    "over": N_("Next: open it, then F6 shows the report and exports it."),
    "closed": N_("Closed: nothing more is recorded. F6 and F8 archive it, or open it again."),
    "purged": N_("Closed, and personal data were deleted; counts and times are kept."),
}
_LINES_EACH = 3


class EventList(Static):
    """Each event in two lines; below the chosen one's, what to do next."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._events: list[Overview] = []
        self._marked = 0

    @property
    def chosen(self) -> "Overview | None":
        """The event that Enter opens."""
        return self._events[self._marked] if self._events else None

    @property
    def events(self) -> "list[Overview]":
        """All events of the list."""
        return self._events

    def show(self, events: "list[Overview]") -> None:
        """Show these events; the one that was chosen stays so when it is still there."""
        before = self.chosen
        self._events = events
        places = [place for place, one in enumerate(events) if before and one.folder == before.folder]
        self._marked = places[0] if places else 0
        self._draw()

    def move(self, step: int) -> None:
        """Choose the event ``step`` places on, around the ends."""
        if self._events:
            self._marked = (self._marked + step) % len(self._events)
            self._draw()

    def on_resize(self) -> None:
        self._draw()

    def _draw(self) -> None:
        width = max(30, self.size.width)
        shown = in_sight(len(self._events), self._marked, (self.size.height - 1) // _LINES_EACH)
        rows: list[Content] = []
        for place in shown:
            rows += [*self._rows(self._events[place], place == self._marked, width), plain("")]
        left = len(self._events) - shown.stop
        if left > 0:
            rows.append(plain(_("  ↓ {count} more").format(count=left), "dim"))
        self.update(lines(rows))

    def _rows(self, one: "Overview", marked: bool, width: int) -> list[Content]:
        sign, word = _PHASES[one.phase]
        tone = _TONES.get(one.phase, "$foreground 70%")
        state = f"{sign} {_(word)}"
        if one.missing:
            state, tone = "○ " + _("missing: {count} · F10").format(count=one.missing), "$warning"
        room = width - Content(state).cell_length - 3
        top = joined(
            mark_sign(marked),
            plain(fit(_title(one), room), "bold $accent" if marked else "bold"),
            " ",
            plain(state, tone),
        )
        return [top, plain("  " + fit(_facts(one), width - 2), "$foreground 70%")]


def has_meetings(one: "Overview") -> bool:
    """Whether the event's plan names meetings that follow it."""
    return one.event is not None and one.event.meetings is not None


def next_step(one: "Overview") -> str:
    """What to do next with an event; for a damaged one why it cannot be read."""
    if one.phase == "damaged":
        return one.problem
    if one.missing:
        return _("Still missing: {count}. Enter opens it; F10 names them, one by one.").format(
            count=one.missing
        )
    return _(_NEXT[one.phase])


def _title(one: "Overview") -> str:
    if one.event is None:
        return one.folder.name
    day = f"{one.event.date:%d/%m/%Y}" if one.event.date else _("no date yet")
    return f"{day} {one.event.start}  {one.event.site.village}"


def _facts(one: "Overview") -> str:
    parts = [_("sample")] if one.event and one.event.sample else []
    if one.event is not None:
        parts.append(one.event.site.commune)
    if one.counts is not None:
        from data.messages.attendance import attendance_text

        parts.append(attendance_text(one.counts))
    # Of one that lies elsewhere the name alone would not say where.
    return " · ".join([*parts, one.folder.name if one.folder.parent == home() else str(one.folder)])
