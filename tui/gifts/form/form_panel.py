"""The form of a handover on the gifts screen, with the people to pick from and the log below."""

from functools import partial
from typing import NamedTuple

from textual.app import ComposeResult
from textual.message import Message

from data.commands.gifts.gift_desk import add_for_households
from data.commands.gifts.gifts import (
    amount,
    doubts_about,
    hand_over,
    handed_at,
    new_gift,
    refuse_numbers,
)
from data.errors import Refused
from data.language import _
from data.model.entries.gifts import HandedGift, Person, Piece
from data.model.entry import Entry
from data.model.plan import Gift
from data.queries.handover_defaults import planned_pieces
from data.state.state import State
from tui.frame.carrying_out import carry_out
from tui.frame.keys.repeat import RepeatGuard
from tui.gifts.dialogs.look_again import LookAgain
from tui.gifts.dialogs.pieces import PiecesDialog
from tui.gifts.form.gift_form import ROLES, GiftForm
from tui.gifts.form.naming_panel import NamingPanel
from tui.gifts.gift_list import NEW
from tui.gifts.handover_log import HandoverLog
from tui.safe_text import joined, plain
from tui.widgets.people.people_picks import PeoplePicks
from tui.widgets.static_cached import StaticCached


class _Asked(NamedTuple):
    """What the form says should be logged."""

    gifts: list[HandedGift]
    giver: Person
    receiver: Person
    witness: Person
    unannounced: Gift | None


class FormPanel(NamingPanel):
    """Look the form over, F7. Several gifts can go into one record: ``marked`` holds how many of each."""

    DEFAULT_CSS = """
    FormPanel { height: 1fr; }
    FormPanel .heading { height: 1; padding: 0 1; }
    FormPanel GiftForm { border-bottom: solid $panel; }
    FormPanel #people { height: 1fr; padding: 0 1; display: none; }
    FormPanel.picking #people { display: block; }
    FormPanel.picking #log { display: none; }
    FormPanel.picking GiftForm .after-people { display: none; }
    """

    class Logged(Message):
        """A handover was logged."""

        def __init__(self, entry: Entry) -> None:
            super().__init__()
            self.entry = entry

    class Added(Message):
        """A gift that every household gets was added to the event."""

        def __init__(self, gift: str) -> None:
            super().__init__()
            self.gift = gift

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.marked: dict[str, str] = {}
        self._pieces: dict[str, tuple[Piece, ...]] = {}
        self._chosen = ""
        self._log_key = RepeatGuard()

    def compose(self) -> ComposeResult:
        yield StaticCached(id="form-heading", classes="heading")
        yield GiftForm(id="form")
        yield StaticCached(id="log-heading", classes="heading")
        yield HandoverLog(id="log")
        yield PeoplePicks(id="people")

    def show(self, chosen: str, *, anew: bool = False) -> None:
        """Redraw from the state for the ``chosen`` gift (its id, or NEW); ``anew`` forgets what was typed."""
        state = self.session.state
        if anew:
            # The lists of pieces stay: a handover that is taken back is mostly logged again.
            self.marked = {}
            self._pieces.pop(NEW, None)
        elif self._chosen in self.marked and chosen != self._chosen:
            self.marked[self._chosen] = self.form.value("quantity")
        gift = state.event.gift(chosen)
        left = state.handovers.left(gift) if gift else 1
        offered = self.marked.get(chosen, str(max(1, left)))
        self.form.offer(gift, offered, state, anew=anew, of_another=chosen != self._chosen)
        self._chosen = chosen
        self.show_heading()
        self.show_lower_heading(state)
        self.query_one(HandoverLog).show(state)

    def show_heading(self) -> None:
        """Say what the form is for, and while it is typed into, the way back."""
        focused = self.screen.focused
        way = "   " + _("Esc: the gift list") if focused and self.form in focused.ancestors else ""
        head = plain(self._heading(self.session.state), "bold dim")
        self.query_one("#form-heading", StaticCached).show(joined(head, plain(way, "dim")))

    def show_lower_heading(self, state: State) -> None:
        """Say what stands below the form: people to choose from, or what was handed over."""
        if self.is_picking:
            keys = _("↑ ↓: choose.  Enter: take.  Esc: as typed.")
            head = _("WHO IS HERE, THEN WHO IS NOT") + "   " + keys
        else:
            standing = [h for h in state.handovers.standing() if not h.households]
            head = _("HANDED OVER ({count})").format(count=len(standing))
        self.query_one("#log-heading", StaticCached).show(plain(head, "bold dim"))

    def _heading(self, state: State) -> str:
        if not self.marked:
            pieces = self._pieces_of(self._chosen, state.event.gift(self._chosen))
            listed = "   " + _("pieces: {count} (F9)").format(count=len(pieces)) if pieces else ""
            return _("WHO GAVE WHAT TO WHOM") + listed
        names = (
            gift.name if (gift := state.event.gift(id)) else _("a gift that is not in the plan")
            for id in self.marked
        )
        return _("IN ONE RECORD: {gifts}").format(gifts=" + ".join(names))

    def toggle(self, chosen: str) -> None:
        """Take the chosen gift into the record of several, or out of it."""
        if chosen in self.marked:
            del self.marked[chosen]
        else:
            self.marked[chosen] = self.form.value("quantity")

    def log_handover(self) -> None:
        """Log what the form says; asks first about blank names and about more than planned."""
        # A held key would log the same gift again, with the quantity that was still to give.
        if not self._log_key.is_fresh(self.program.clock.monotonic()):
            self.program.say_too_soon()
            return
        if not self.settle_name():
            return
        if self._chosen == NEW and not self.marked and self.form.is_for_households:
            self._add_for_households()
            return
        try:
            asked = self._asked()
        except Refused as error:
            self.program.refuse(error)
            return
        doubts = doubts_about(self.session.state, asked.gifts, asked.giver, asked.receiver, asked.witness)
        if not doubts or not (asked.giver.text and asked.receiver.text):
            self._log(asked, confirmed=False)
            return

        def answered(confirmed: bool | None) -> None:
            if confirmed:
                self._log(asked, confirmed=True)

        self.app.push_screen(LookAgain(doubts, self._log_key), answered)

    def _add_for_households(self) -> None:
        form = self.form
        typed = form.value("quantity"), form.value("unit")
        name, giver = form.value("name"), form.person_line("giver").person

        def command() -> Gift:
            number, unit = amount(*typed)
            return add_for_households(self.session, name, unit, number, giver)

        def added(gift: Gift) -> None:
            self.show(self._chosen, anew=True)
            self.post_message(self.Added(gift.id))

        carry_out(self, command, added)

    def _asked(self) -> _Asked:
        event, chosen = self.session.state.event, self._chosen
        quantities = dict(self.marked or {chosen: ""})
        if chosen in quantities:
            quantities[chosen] = self.form.value("quantity")
        unannounced = None
        if NEW in quantities:
            _number, unit = amount(quantities[NEW], self.form.value("unit"))
            unannounced = new_gift(event, self.form.value("name"), unit)
        gifts = []
        for id, text in quantities.items():
            gift = unannounced if id == NEW else event.gift(id)
            if gift is not None:
                number, _unit = amount(text, gift.unit)
                gifts.append(HandedGift(gift.id, number, self._pieces_of(id, gift)))
        giver, receiver, witness = (self.form.person_line(role).person for role in ROLES)
        refuse_numbers(giver, receiver)
        return _Asked(gifts, giver, receiver, witness, unannounced)

    def _log(self, asked: _Asked, *, confirmed: bool) -> None:
        session, typed_time = self.session, self.form.value("time")
        command = partial(
            hand_over,
            session,
            asked.gifts,
            giver=asked.giver,
            receiver=asked.receiver,
            witness=asked.witness,
            item=self.form.item,
            note=self.form.value("note"),
            unannounced=asked.unannounced,
            beyond_plan=confirmed,
            nameless=confirmed,
        )

        def logged(entry: Entry) -> None:
            self.show(self._chosen, anew=True)
            self.post_message(self.Logged(entry))

        carry_out(self, lambda: command(given=handed_at(session, typed_time)), logged)

    def edit_pieces(self) -> None:
        """Ask what the chosen gift consists of, as it is handed over."""
        chosen, gift = self._chosen, self.session.state.event.gift(self._chosen)
        unit = gift.contents_unit if gift else ""
        condition = gift.contents_condition if gift else ""

        def kept(pieces: tuple[Piece, ...] | None) -> None:
            if pieces is not None:
                self._pieces[chosen] = pieces
                self.program.say(_("Pieces on the list: {count}").format(count=len(pieces)))

        name = gift.name if gift else self.form.value("name") or _("a gift that is not in the plan")
        self.app.push_screen(PiecesDialog(name, self._pieces_of(chosen, gift), unit, condition), kept)

    def _pieces_of(self, id: str, gift: Gift | None) -> tuple[Piece, ...]:
        """As it was typed here, else as it was handed over last, else as it is planned."""
        if id in self._pieces:
            return self._pieces[id]
        handed = (one for handover in self.session.state.handovers.standing() for one in handover.what.gifts)
        recorded = [one.pieces for one in handed if one.gift == id and one.pieces]
        return recorded[-1] if recorded else planned_pieces(gift) if gift else ()
