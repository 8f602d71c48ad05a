"""F4, gifts: what is still to give, the form that is already filled, the log of what was given."""

from collections.abc import Iterable

from textual import events
from textual.containers import Vertical
from textual.widget import Widget

from data.commands.gifts import beyond_the_plan, hand_over
from data.errors import Refused
from data.language import _
from data.model.happenings.gifts import HandedGift
from data.model.plan import Gift
from data.state.offered import planned_person, planned_pieces
from data.state.state import State
from data.wording.log import describe
from tui.registry import bindings_of
from tui.screens.base import CeremonyScreen
from tui.screens.dialog import Ask
from tui.screens.repeat import RepeatGuard
from tui.screens.void import VoidDialog
from tui.untrusted import fit, plain
from tui.widgets.choice import Choice
from tui.widgets.gift_form import GiftForm
from tui.widgets.handover_log import HandoverLog
from tui.widgets.line_input import LineInput
from tui.widgets.steady import Steady

_LONGEST_QUANTITY = 5
_NUMBERS = 28
"""The columns that a gift's name leaves to the numbers behind it."""


class GiftsScreen(CeremonyScreen):
    """The secretary's screen: choose the gift, look the form over, F7."""

    NAME = "gifts"
    AUTO_FOCUS = "#gift-list"
    BINDINGS = bindings_of("gifts")
    VERTICAL_BREAKPOINTS = [(0, "-short"), (32, "-tall")]
    DEFAULT_CSS = """
    #gift-part { height: auto; border-bottom: solid $panel; }
    #gift-part > .heading { height: 1; padding: 0 1; }
    #gift-list { max-height: 8; padding: 0 1; }
    #log-heading { height: 1; padding: 0 1; }
    GiftsScreen.-tall #gift-part { padding: 1 0; }
    GiftsScreen.-tall #gift-list { margin-bottom: 1; }
    GiftsScreen.-tall GiftForm .field { margin-bottom: 1; }
    GiftsScreen.-tall #log-heading { height: 3; padding: 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._log_key = RepeatGuard()
        self._wanted = ""

    def body(self) -> Iterable[Widget]:
        yield Vertical(
            Steady(id="gifts-heading", classes="heading"),
            Choice([], id="gift-list"),
            Steady(id="form-heading", classes="heading"),
            GiftForm(id="form"),
            id="gift-part",
        )
        yield Steady(id="log-heading")
        yield HandoverLog(id="log")

    def want(self, gift: str) -> None:
        """Have the gift with this id chosen, with its form filled, when the screen is shown next."""
        self._wanted = gift

    @property
    def gift(self) -> Gift | None:
        """The gift that is chosen."""
        return self.ceremony.state.event.gift(self.query_one(Choice).value)

    def show_state(self) -> None:
        state = self.ceremony.state
        room = max(20, self.size.width - 4)
        self.query_one(Choice).relabel([(g.id, _gift_text(g, state, room)) for g in state.event.gifts])
        if self._wanted:
            self.query_one(Choice).choose(self._wanted)
            self._wanted = ""
        headings = {
            "#gifts-heading": _("GIFTS OF THE PLAN"),
            "#form-heading": _("WHO GAVE WHAT TO WHOM"),
            "#log-heading": _("HANDED OVER ({count})").format(count=len(state.handovers.standing())),
        }
        for id, text in headings.items():
            self.query_one(id, Steady).show(plain(text, "bold dim"))
        self._offer()
        self.query_one(HandoverLog).show(state)

    def on_choice_changed(self) -> None:
        self._offer()

    def _offer(self, *, anew: bool = False) -> None:
        if self.gift is not None:
            self.query_one(GiftForm).offer(self.gift, self.ceremony.state, anew=anew)

    def on_line_input_entered(self, event: LineInput.Entered) -> None:
        if not self.query_one(GiftForm).next_after(event.line):
            self.strip.say(_("F7 logs the handover."))

    def on_key(self, event: events.Key) -> None:
        if event.key == "enter" and isinstance(self.focused, Choice):
            event.stop()
            self.query_one(GiftForm).line("giver").focus()

    def action_hand_over(self) -> None:
        # A held key would log the same gift again, with the quantity that was still to give.
        if not self._log_key.is_fresh(self.program.clock.monotonic()):
            return
        gift = self.gift
        if gift is None:
            self.strip.say(_("The plan has no gifts."), "refused")
            return
        quantity = self._quantity()
        if quantity is None:
            self.strip.say(_("Type how many in digits."), "refused")
            self.query_one(GiftForm).line("quantity").focus()
            return
        beyond = beyond_the_plan(self.ceremony.state, [HandedGift(gift.id, quantity)])
        if not beyond:
            self._log(gift, quantity, beyond_plan=False)
            return

        def answered(confirmed: bool | None) -> None:
            if confirmed:
                self._log(gift, quantity, beyond_plan=True)

        question = beyond[0] + " " + _("Log it all the same?")
        self.app.push_screen(Ask(_("More than planned"), plain(question), _("Yes, log it")), answered)

    def _quantity(self) -> int | None:
        text = self.query_one(GiftForm).value("quantity")
        return int(text) if text.isdecimal() and len(text) <= _LONGEST_QUANTITY else None

    def _log(self, gift: Gift, quantity: int, *, beyond_plan: bool) -> None:
        form = self.query_one(GiftForm)
        with self.program.refusals():
            entry = hand_over(
                self.ceremony,
                [HandedGift(gift.id, quantity, planned_pieces(gift))],
                giver=planned_person(form.value("giver"), {}),
                receiver=planned_person(form.value("receiver"), {}),
                witness=planned_person(form.value("witness"), {}),
                note=form.value("note"),
                beyond_plan=beyond_plan,
            )
            self._offer(anew=True)
            self.strip.say("✔ " + describe(entry, self.ceremony.state), "welcome")

    def action_void(self) -> None:
        state = self.ceremony.state
        standing = list(reversed(state.handovers.standing()))
        if not standing:
            self.program.refuse(Refused(_("There is no handover that could be void.")))
            return
        chosen = self.query_one(Choice).value
        # The last one of the chosen gift first: that is the one people have just seen go wrong.
        standing.sort(key=lambda handover: chosen not in handover.quantities)
        self.app.push_screen(VoidDialog(standing, state), self._voided)

    def _voided(self, what: str | None) -> None:
        if what is not None:
            self.strip.say("✖ " + _("Void: {what}").format(what=what), "again")


def _gift_text(gift: Gift, state: State, width: int) -> str:
    given = state.handovers.given(gift.id)
    still = gift.quantity - given
    word = _("still {count} {unit}").format(count=still, unit=gift.unit) if still > 0 else "✔"
    return f"{fit(gift.name, width - _NUMBERS)} {f'{given}/{gift.quantity}':>8}  {fit(word, _NUMBERS - 12)}"
