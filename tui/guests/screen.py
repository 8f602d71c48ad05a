"""F5, the guests: one line to search, one table, everything about one guest beside it."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from textual import events
from textual.containers import Container
from textual.content import Content
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input, Static

from data.commands.event.checklist import open_on_cards
from data.commands.guests import mark_drawn
from data.language import _
from data.model.guest import Guest
from data.queries.people.cards import outdated_cards, undrawn
from data.queries.people.counts import expected_guests
from data.scanning.codes import looks_scanned
from data.session.events.cross_event import Presence, other_events
from data.session.events.overview import CARDS
from data.text import counted
from tui.frame.carrying_out import carry_out
from tui.frame.event_screen import CeremonyScreen
from tui.frame.keys.command import bindings
from tui.guests.actions import GuestActionsDialog
from tui.guests.dialogs.card_code import CardCodeScreen
from tui.guests.dialogs.which_cards import WhichCardsDialog
from tui.guests.guest_detail import GuestDetail
from tui.guests.guest_table import GuestTable
from tui.guests.keys import COMMANDS
from tui.safe_text import plain
from tui.widgets.lines.job_line import JobLine, Progress
from tui.widgets.lines.line_input import LineInput

_MOST_FOUND = 50
_INDEXED_AT_ONCE = 150


class GuestsScreen(CeremonyScreen):
    """The list of guests and their cards. The line keeps the focus; the arrows move the table."""

    NAME = "guests"
    BINDINGS = bindings(COMMANDS)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]
    DEFAULT_CSS = """
    GuestsScreen #guest-line { margin: 0 1; }
    GuestsScreen #guest-empty { height: 1fr; content-align: center middle; display: none; }
    GuestsScreen.empty #guest-empty { display: block; }
    GuestsScreen.empty #guest-area { display: none; }
    GuestsScreen #guest-area { height: 1fr; layout: vertical; }
    GuestsScreen #guest-detail { padding: 0 1; border-top: solid $panel;
        scrollbar-size-vertical: 1; scrollbar-background: $surface; scrollbar-color: $foreground 40%; }
    GuestsScreen.-narrow #guest-detail { height: auto; min-height: 7; max-height: 10; }
    GuestsScreen.-low #guest-detail { min-height: 2; max-height: 3; }
    GuestsScreen.-wide #guest-area { layout: horizontal; }
    GuestsScreen.-wide GuestTable { width: 1fr; }
    GuestsScreen.-wide #guest-detail { width: 42; border-top: none; border-left: solid $panel; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._preparing: Timer | None = None
        self._elsewhere: dict[int, list[Presence]] = {}

    def on_screen_resume(self) -> None:
        folder = self.session.folder
        # In a thread: it reads every event beside this one.
        self.run_worker(lambda: self.call_later(self._know_elsewhere, other_events(folder)), thread=True)

    def _know_elsewhere(self, elsewhere: dict[int, list[Presence]]) -> None:
        self._elsewhere = elsewhere
        if self.is_mounted:
            self._show_chosen()

    def body(self) -> Iterable[Widget]:
        yield LineInput(placeholder=_("type a name (no accents needed), number or hamlet"), id="guest-line")
        yield Static(id="guest-empty")
        yield Container(GuestTable(self._show_chosen), GuestDetail(id="guest-detail"), id="guest-area")
        yield JobLine()

    @property
    def chosen(self) -> Guest | None:
        """The guest under the cursor; None while the table is put away because nobody was found."""
        number = None if self.has_class("empty") else self.query_one(GuestTable).chosen
        return self.session.state.guests.get(number) if number is not None else None

    def offers(self, action: str) -> bool:
        needs_guests = action in ("draw_cards", "show_code")
        return bool(self.session.state.guests) if needs_guests else super().offers(action)

    def show_state(self) -> None:
        state = self.session.state
        query = self.query_one("#guest-line", LineInput).value.strip()
        # Where nothing is asked, the list comes first: it is made ready for the search behind it.
        ready = self._catch_up(_INDEXED_AT_ONCE if query else 0)
        guests = self._found(ready)
        self.set_class(not guests, "empty")
        if guests:
            self.query_one(GuestTable).show(guests, state)
        else:
            self.query_one("#guest-empty", Static).update(self._why_empty(query, ready))
        self._show_chosen()
        if not ready and self._preparing is None:
            self._preparing = self.set_interval(0.02, self._prepare)

    def on_input_changed(self, event: Input.Changed) -> None:
        if event.input.id == "guest-line":
            self.show_state()
            if event.value.strip():
                self.query_one(GuestTable).move_to(0)

    def on_line_input_entered(self, event: LineInput.Entered) -> None:
        if looks_scanned(event.value):
            event.line.value = ""
            self.program.take_scan(event.value)

    def on_key(self, event: events.Key) -> None:
        if event.key in ("up", "down", "pageup", "pagedown"):
            event.stop()
            self.query_one(GuestTable).move(event.key)
        elif event.key in ("shift+up", "shift+down"):
            event.stop()
            by = -1 if event.key == "shift+up" else 1
            self.query_one(GuestDetail).scroll_relative(y=by, animate=False)

    def key_escape(self) -> None:
        """Empty the line, keeping the guest that was chosen; put away what is told below."""
        chosen = self.query_one(GuestTable).chosen
        line = self.query_one("#guest-line", LineInput)
        if line.value:
            with line.prevent(Input.Changed):
                line.value = ""
            self.show_state()
            if chosen is not None:
                self.query_one(GuestTable).choose(chosen)
        self.query_one(JobLine).say("")
        self.program.key_escape()

    def action_import_roster(self) -> None:
        # All that reads lists comes with it.
        from tui.guests.importing.import_roster import ImportRosterDialog

        self.app.push_screen(ImportRosterDialog(), self._imported)

    def _imported(self, sentence: str | None) -> None:
        if sentence:
            self.strip.say(f"✔ {sentence}", "welcome")

    def action_draw_cards(self) -> None:
        """Ask which cards to draw, then draw them."""
        state = self.session.state
        guests = expected_guests(state)
        if not guests:
            self.strip.say(_("There are no guests to draw cards for. F7 reads the list in."), "misread")
            return
        if self.query_one(JobLine).busy:
            self.strip.say(_("The cards are being drawn already."), "misread")
            return
        query = self.query_one("#guest-line", LineInput).value.strip()
        found = self._found(self._catch_up()) if query else []
        dialog = WhichCardsDialog(
            guests,
            undrawn(state),
            self.chosen,
            query=query,
            found=found,
            still_open=open_on_cards(state),
        )
        self.app.push_screen(dialog, self._draw_cards)

    def _draw_cards(self, guests: list[Guest] | None) -> None:
        if not guests:
            return
        state = self.session.state
        event, everybody, again = state.event, expected_guests(state), outdated_cards(state)
        out = self.session.folder / CARDS

        def draw(progress: Progress) -> Path | None:
            # Imported when it is needed: pictures and type take a while to load.
            from data.documents.cards.replaced_files import draw_anew

            return draw_anew(event, guests, everybody, again, out, progress).sheets

        def drawn(sheets: Path | None) -> str:
            carry_out(self, partial(mark_drawn, self.session, [guest.number for guest in guests]))
            return _("{cards} in {folder}; to print: {sheets}").format(
                cards=counted.cards(len(guests)), folder=out, sheets=sheets.name if sheets else ""
            )

        self.query_one(JobLine).start(_("Drawing cards"), draw, drawn)

    def action_show_code(self) -> None:
        guest = self.chosen
        if guest is None:
            self.strip.say(_("Choose a guest with ↑ ↓ first."), "misread")
            return
        self.app.push_screen(CardCodeScreen(guest, self.session.state.event))

    def action_guest_actions(self) -> None:
        typed = self.query_one("#guest-line", LineInput).value.strip()
        name = "" if self.chosen or typed.isdecimal() else typed
        dialog = GuestActionsDialog(self.chosen, self.session.state, typed=name)
        self.app.push_screen(dialog, self._imported)

    def _show_chosen(self) -> None:
        chosen = self.chosen
        elsewhere = self._elsewhere.get(chosen.number, ()) if chosen else ()
        self.query_one(GuestDetail).show(chosen, self.session.state, elsewhere)

    def _found(self, ready: bool) -> list[Guest]:
        state = self.session.state
        guests = expected_guests(state)
        query = self.query_one("#guest-line", LineInput).value.strip()
        if not query:
            return guests
        return self.program.finder.find(query, state, _MOST_FOUND) if ready else []

    def _why_empty(self, query: str, ready: bool) -> Content:
        if not query:
            return plain(_("No guests yet. F7 reads the list in: an Excel or CSV file."), "bold")
        if not ready:
            return plain(_("The search is being made ready…"))
        return plain(_("Nobody found for “{text}”.").format(text=query))

    def _catch_up(self, most: int = _INDEXED_AT_ONCE) -> bool:
        """Index some guests for the search, the rest a moment later; whether all are indexed."""
        return self.program.finder.catch_up(self.session.state, most)

    def _prepare(self) -> None:
        """Go on indexing a long list; show what was asked for meanwhile once it is done."""
        if self._preparing is not None and (not self.is_current or self._catch_up()):
            self._preparing.stop()
            self._preparing = None
            if self.is_current:
                self.show_state()
