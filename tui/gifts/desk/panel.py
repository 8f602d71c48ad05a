"""The gift desk on the gifts screen: a card, a number or a name ticks its household off."""

from functools import partial

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Input

from data.clock import hour_minute
from data.commands.door.door import look_up_number
from data.commands.gifts.gift_desk import DeskAnswer, GiftDesk, check_in_and_give, give
from data.language import _, ngettext
from data.model.guest import Guest
from data.model.plan import Gift
from data.queries.gift_desk import shares_by_hamlet
from data.scanning.codes import looks_scanned
from data.session.session import Session
from data.text.typed.numbers.guest_number import is_guest_number
from tui.frame.carrying_out import carry_out
from tui.frame.program import OfEvent
from tui.gifts.desk.answers import desk_look
from tui.gifts.desk.box import DeskBox
from tui.gifts.desk.lists import share_bars, share_heading, waiting_lines
from tui.gifts.dialogs.hamlet_gift import HamletGiftDialog
from tui.safe_text import joined, plain
from tui.widgets.answers import belongs_to
from tui.widgets.lines.line_input import LineInput
from tui.widgets.people.guest_picker import GuestPicker
from tui.widgets.static_cached import StaticCached

_MOST = 60
"""Guests to look among; delegates and who does not fit the screen are left out."""


class DeskPanel(OfEvent, Vertical):
    """READY line, one line to type into, the answer, who has not had theirs."""

    DEFAULT_CSS = """
    DeskPanel { height: 1fr; }
    DeskPanel #desk-ready { height: 1; padding: 0 1; }
    DeskPanel #desk-line { margin: 0 1; }
    DeskPanel #desk-heading { height: 1; padding: 0 1; }
    DeskPanel #desk-lists { height: 1fr; padding: 0 1; }
    DeskPanel .half { width: 1fr; height: 1fr; scrollbar-size-vertical: 1;
        scrollbar-background: $surface; scrollbar-color: $foreground 40%; }
    DeskPanel #desk-bars { padding-left: 2; }
    DeskPanel #desk-picks { height: 1fr; padding: 0 1; display: none; }
    DeskPanel.searching #desk-picks { display: block; }
    DeskPanel.searching #desk-lists, DeskPanel.searching #desk-heading { display: none; }
    DeskPanel.searching DeskBox { display: none; }
    """

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._desk: tuple[Session, GiftDesk] | None = None
        self.gift: Gift | None = None

    def compose(self) -> ComposeResult:
        yield StaticCached(id="desk-ready")
        yield LineInput(
            clears=True, placeholder=_("scan a card, or type a number, name, hamlet"), id="desk-line"
        )
        yield DeskBox(id="desk-box")
        yield GuestPicker(id="desk-picks")
        yield StaticCached(id="desk-heading")
        with Horizontal(id="desk-lists"):
            yield VerticalScroll(StaticCached(id="desk-waiting"), classes="half", can_focus=False)
            yield VerticalScroll(StaticCached(id="desk-bars"), classes="half", can_focus=False)

    @property
    def line(self) -> LineInput:
        """The line to type into."""
        return self.query_one("#desk-line", LineInput)

    @property
    def household(self) -> Guest | None:
        """The household that is meant: the one marked in the search, else that of the answer."""
        if self.has_class("searching"):
            return self.query_one(GuestPicker).decided
        answer = self.query_one(DeskBox).answer
        return answer.guest if answer else None

    def show(self, gift: Gift) -> None:
        """Redraw for ``gift`` from the state."""
        state = self.session.state
        if self.gift is not None and gift.id != self.gift.id:
            self.query_one(DeskBox).clear()
        self.gift = gift
        hamlets = shares_by_hamlet(state, gift.id)
        had, listed = sum(len(h.had) for h in hamlets), sum(h.listed for h in hamlets)
        told = ngettext(
            "{had} of {listed} household has had it", "{had} of {listed} households have had it", listed
        )
        count = told.format(had=had, listed=listed)
        if self.session.trouble:
            ready = plain("✖ " + _("NOT READY"), "bold $error")
        else:
            ready = plain("● " + _("READY TO GIVE"), "bold $success")
        form = plain("   " + _("^B: the form"), "dim")
        self.query_one("#desk-ready", StaticCached).show(joined(ready, plain(f"  {count}"), form))
        self.query_one("#desk-heading", StaticCached).show(
            joined(plain(share_heading(hamlets), "bold dim"), plain(f"   {self._offer()}", "$accent"))
        )
        half = max(20, self.size.width // 2 - 3)
        self.query_one("#desk-waiting", StaticCached).show(waiting_lines(hamlets, half))
        self.query_one("#desk-bars", StaticCached).show(share_bars(hamlets, half - 2))
        self.query_one(DeskBox).renew(state)

    def on_resize(self) -> None:
        # While another panel is shown there is no width yet to fit the names to.
        if self.gift is not None:
            self.show(self.gift)

    def _offer(self) -> str:
        return "" if self._awaits_check_in else _("F7: a whole hamlet")

    @property
    def _awaits_check_in(self) -> bool:
        answer = self.query_one(DeskBox).answer
        return answer is not None and answer.status == "not-in"

    def take_scan(self, text: str) -> None:
        """Give the gift to the household whose card was scanned."""
        assert self.gift is not None
        # Behind the keys that it has yet to handle.
        self.line.call_later(self.line.keep)
        gift, scanner = self.gift.id, self._scanner

        def then(answer: DeskAnswer | None) -> None:
            if answer is not None:
                self._answer(answer)

        self.program.write(lambda: scanner.read(gift, text), then, self.program.refuse_guest)

    @property
    def _scanner(self) -> GiftDesk:
        if self._desk is None or self._desk[0] is not self.session:
            self._desk = self.session, GiftDesk(self.session)
        return self._desk[1]

    def act(self) -> None:
        """Do what F7 offers: check the last household in, give to the marked one, or a whole hamlet."""
        assert self.gift is not None
        household = self.household
        if self.has_class("searching"):
            if household is not None:
                self._give(household)
        elif self._awaits_check_in and household is not None:
            command = partial(check_in_and_give, self.session, self.gift.id, household.number)
            carry_out(self, command, self._answer)
        else:
            self.app.push_screen(HamletGiftDialog(self.session.state, self.gift), self._given_to_many)

    def _given_to_many(self, sentence: str | None) -> None:
        if sentence:
            self.query_one(DeskBox).clear()
            self.program.say("✔ " + sentence, "welcome")

    def _give(self, guest: Guest) -> None:
        assert self.gift is not None
        session, gift = self.session, self.gift.id

        def then(answer: DeskAnswer) -> None:
            self._answer(answer)
            self.line.value = ""
            self.program.state_changed()

        self.program.write(lambda: give(session, gift, guest.number), then, self.program.refuse_guest)

    def refuse(self, sentence: str) -> None:
        """Say on the panel itself that nothing was recorded."""
        self.program.say("")
        self.query_one(DeskBox).refuse(sentence)

    def _answer(self, answer: DeskAnswer) -> None:
        self.program.bells.ring(desk_look(answer).bells)
        self.program.say("")
        self.query_one(DeskBox).show(answer, self.session.state)
        # The answer is painted first; the lists follow, once for however many scans came meanwhile.
        self.program.redraw_soon()

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        text = event.value.strip()
        searched = bool(text) and not looks_scanned(text) and not text.startswith("00")
        self.set_class(searched and not self.line.is_kept, "searching")
        if self.has_class("searching"):
            self._search(text)

    def on_line_input_entered(self, event: LineInput.Entered) -> None:
        event.stop()
        text = event.value.strip()
        if looks_scanned(text):
            self.take_scan(text)
        elif text:
            self._enter(event.line, text, event.at)

    def _enter(self, line: LineInput, text: str, at: float) -> None:
        picks = self.query_one(GuestPicker)
        numbered = look_up_number(self.session, int(text)) if is_guest_number(text) else None
        if numbered is not None and picks.picked is None:
            self._give(numbered)
            return
        self._search(text)
        if picks.decided is not None and not picks.is_new(at):
            self._give(picks.decided)
            return
        # Nothing is given by a guess: the text comes back, and the arrows or one more Enter decide.
        line.value = text
        line.cursor_position = len(text)
        if picks.guests:
            picks.arm(at)
            self.program.say(
                _("Several households: choose with ↑ ↓, Enter gives to the marked one."), "again"
            )
        else:
            self.program.say(_("No household found for “{text}”.").format(text=text), "misread")

    def _search(self, text: str) -> None:
        state = self.session.state
        found = [guest for guest in self.program.finder.find(text, state, _MOST) if guest.is_household]
        self.query_one(GuestPicker).show(
            found,
            where=lambda guest: " · ".join(
                filter(None, (belongs_to(guest, state.event), str(guest.birth_year or ""), guest.nickname))
            ),
            note=self._standing,
            empty=_("No household found."),
        )

    def _standing(self, guest: Guest) -> str:
        assert self.gift is not None
        state = self.session.state
        had = state.handovers.share(self.gift.id, guest.number)
        if had is not None:
            return f"✔ {hour_minute(had.at)}"
        return _("here") if guest.number in state.present else _("not come")

    def on_key(self, event: events.Key) -> None:
        step = {"up": -1, "down": 1}.get(event.key)
        if step is not None and self.has_class("searching"):
            event.stop()
            self.query_one(GuestPicker).move(step)
        elif event.key in ("pageup", "pagedown"):
            event.stop()
            for half in self.query(".half").results(VerticalScroll):
                half.scroll_relative(y=-6 if event.key == "pageup" else 6, animate=False)
