"""F4, gifts: what is still to give; below it the form that is already filled, or the gift desk."""

from collections.abc import Iterable
from datetime import timedelta

from textual import events
from textual.containers import Vertical
from textual.widget import Widget

from data.errors import Refused
from data.language import _
from data.messages.log import describe
from data.model.plan import Gift
from data.queries.handover_defaults import due_gifts
from data.state.handovers import Handover
from tui.frame.event_screen import CeremonyScreen
from tui.frame.keys.command import bindings
from tui.gifts.desk.panel import DeskPanel
from tui.gifts.dialogs.photo import PhotoDialog
from tui.gifts.dialogs.void import VoidDialog
from tui.gifts.form.form_panel import FormPanel
from tui.gifts.gift_list import GiftList
from tui.gifts.keys import COMMANDS
from tui.safe_text import joined, plain
from tui.widgets.static_cached import StaticCached

_JUST_NOW = timedelta(minutes=2)
"""So long what was logged last is what a person means who says that it is wrong."""


class GiftsScreen(CeremonyScreen):
    """The secretary's screen: choose the gift, look the form over, F7.

    With a gift that every household gets the lower part is the gift desk: a scan ticks its household
    off. Ctrl+B shows the form for it all the same, and then a scan is a check-in.
    """

    NAME = "gifts"
    AUTO_FOCUS = "#gift-list"
    BINDINGS = bindings(COMMANDS)
    VERTICAL_BREAKPOINTS = [(0, "-short"), (32, "-tall")]
    CSS = """
    #desk-box.tone-welcome { border: round $success; background: #133a29; }
    #desk-box.tone-again { border: round $warning; background: #3d2d08; }
    #desk-box.tone-refused { border: round $error; background: #4a1b17; }
    #desk-box.tone-misread { border: round #8a939b; background: #2b3136; }
    """
    DEFAULT_CSS = """
    #gift-part { height: auto; border-bottom: solid $panel; }
    #gift-part > .heading { height: 1; padding: 0 1; }
    #gift-list { max-height: 9; padding: 0 1; }
    GiftsScreen #desk { display: none; }
    GiftsScreen.desk #desk { display: block; }
    GiftsScreen.desk #by-form { display: none; }
    GiftsScreen.-short #gift-part, GiftsScreen.-short GiftForm { border-bottom: none; }
    GiftsScreen.-short GiftForm > StaticCached { max-height: 1; }
    GiftsScreen.-short #gift-list { max-height: 6; }
    GiftsScreen.-tall #gift-part { padding: 1 0; }
    GiftsScreen.-tall GiftForm .field, GiftsScreen.-tall PersonLine { margin-bottom: 1; }
    GiftsScreen.-tall #form-heading, GiftsScreen.-tall #log-heading { margin: 1 0; }
    GiftsScreen.-tall #desk-ready, GiftsScreen.-tall #desk-heading { margin: 1 0; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._offered_for = ""
        self._wanted = ""
        self._by_form = False

    def body(self) -> Iterable[Widget]:
        yield Vertical(
            StaticCached(id="gifts-heading", classes="heading"),
            GiftList(self._gift_chosen, id="gift-list"),
            id="gift-part",
        )
        yield FormPanel(id="by-form")
        yield DeskPanel(id="desk")

    @property
    def gift(self) -> Gift | None:
        """The gift of the event that is chosen."""
        return self.session.state.event.gift(self.query_one(GiftList).value)

    @property
    def desk_gift(self) -> Gift | None:
        """The gift that the gift desk gives now; None while the form is shown."""
        gift = self.gift
        return gift if gift is not None and gift.each_household and not self._by_form else None

    def want(self, gift: str) -> None:
        """Have the gift with this id chosen, with its form filled, when the screen is shown next."""
        self._wanted = gift

    def _resumed(self) -> None:
        super()._resumed()
        self._choose_due()

    def _choose_due(self) -> None:
        """When the agenda has moved on, choose the gift of the item that runs now."""
        current = self.session.state.agenda_progress.current
        panel = self.query_one(FormPanel)
        if current != self._offered_for and panel.form.is_blank and not panel.marked:
            self._offered_for = current
            self._choose_first_due()

    def _choose_first_due(self) -> None:
        due = due_gifts(self.session.state)
        if due:
            self.query_one(GiftList).choose(due[0].id)
            self.show_state()

    def show_state(self) -> None:
        state, gifts = self.session.state, self.query_one(GiftList)
        panel, desk = self.query_one(FormPanel), self.query_one(DeskPanel)
        gifts.show(state, panel.marked, max(20, self.size.width - 4))
        if self._wanted:
            gifts.choose(self._wanted)
            self._wanted, self._offered_for = "", state.agenda_progress.current
        hints = [] if self.desk_gift else [_("Tab: names, number"), _("Space: several in one record")]
        hints += [_("^B: the gift desk")] if self._by_form else []
        hint = "   ".join(["", *hints])
        head = joined(plain(_("GIFTS OF THE PLAN"), "bold dim"), plain(hint, "dim"))
        self.query_one("#gifts-heading", StaticCached).show(head)
        self.set_class(self.desk_gift is not None, "desk")
        if self.desk_gift is not None:
            desk.show(self.desk_gift)
        else:
            panel.show(gifts.value)

    def _gift_chosen(self) -> None:
        self._by_form = False
        self.show_state()
        # At the desk letters go to the search; its arrows still move between the gifts.
        if self.desk_gift is not None:
            self.query_one(DeskPanel).line.focus()
        elif self.query_one(DeskPanel).has_focus_within:
            self.query_one(GiftList).focus()

    def on_gift_list_marked(self, event: GiftList.Marked) -> None:
        if self.desk_gift is None:
            self.query_one(FormPanel).toggle(event.value)
            self.show_state()

    def on_form_panel_logged(self, event: FormPanel.Logged) -> None:
        before = self.query_one(GiftList).value
        self._choose_first_due()
        # What is typed next must not go into the receiver's name of the next gift.
        self.shown_again()
        said = "✔ " + describe(event.entry, self.session.state)
        if self.gift is not None and self.gift.id != before:
            said += "   " + _("F7 next: {gift}").format(gift=self.gift.name)
        self.strip.say(said, "welcome")

    def shown_again(self) -> None:
        """From the form back to the gift list."""
        if self.desk_gift is None:
            self.query_one(GiftList).focus()

    def on_descendant_focus(self) -> None:
        self.query_one(FormPanel).show_heading()

    def on_form_panel_added(self, event: FormPanel.Added) -> None:
        self.show_state()
        self.query_one(GiftList).choose(event.gift)

    def take_scan(self, text: str) -> bool:
        """At the gift desk a scan ticks its household off; else it is a check-in."""
        if self.desk_gift is None:
            return False
        self.query_one(DeskPanel).take_scan(text)
        return True

    def show_refusal(self, sentence: str) -> None:
        """Say at the gift desk's panel, where answers stand, that nothing was recorded."""
        if self.desk_gift is None:
            super().show_refusal(sentence)
        else:
            self.query_one(DeskPanel).refuse(sentence)

    def on_key(self, event: events.Key) -> None:
        step = {"up": -1, "down": 1}.get(event.key)
        if step is not None and self.desk_gift is not None:
            event.stop()
            self.query_one(GiftList).step(step)
        elif event.key == "enter" and isinstance(self.focused, GiftList):
            event.stop()
            if self.desk_gift is not None:
                self.query_one(DeskPanel).line.focus()
            else:
                self._begin_form()

    def _begin_form(self) -> None:
        """Go to the form's first field, which may be on its way to being shown: keys come fast."""
        self.show_state()
        form = self.query_one(FormPanel).form
        form.begin()
        if isinstance(self.focused, GiftList):
            self.call_after_refresh(form.begin)

    def key_escape(self) -> None:
        """Put away what is open: the list of people, the form, the search of the desk, the answer."""
        if not self.query_one(FormPanel).stop_picking():
            self.query_one(DeskPanel).line.value = ""
            self.shown_again()
            self.program.key_escape()

    def action_hand_over(self) -> None:
        if self.desk_gift is not None:
            self.query_one(DeskPanel).act()
        else:
            self.query_one(FormPanel).log_handover()

    def action_desk(self) -> None:
        gift = self.gift
        if gift is None or not gift.each_household:
            self.strip.say(_("Choose a gift that every household gets."), "refused")
            return
        self._by_form = not self._by_form
        self.show_state()
        target = self.query_one(GiftList) if self._by_form else self.query_one(DeskPanel).line
        target.focus()

    def action_pieces(self) -> None:
        if self.desk_gift is None:
            self.query_one(FormPanel).edit_pieces()
        else:
            self.strip.say(_("Pieces belong to a handover by the form: ^B."), "refused")

    def action_photo(self) -> None:
        standing = self._standing()
        if not standing:
            self.program.refuse(Refused(_("Log the handover first; then its photo.")))
            return
        self.app.push_screen(PhotoDialog(standing, self.session.state), self._did)

    def offers(self, action: str) -> bool:
        match action:
            case "void":
                return bool(self.session.state.handovers.standing())
            case "pieces":
                return self.desk_gift is None
        return super().offers(action)

    def action_void(self) -> None:
        state, gift = self.session.state, self.desk_gift
        standing = self._standing()
        if not standing:
            self.program.refuse(Refused(_("There is no handover that could be void.")))
            return
        household = self.query_one(DeskPanel).household if gift is not None else None
        share = state.handovers.share(gift.id, household.number) if gift and household else None
        if household is None or share is None:
            self.app.push_screen(VoidDialog(standing, state), self._voided)
            return
        standing = [share, *(handover for handover in standing if handover.id != share.id)]
        number = household.number if len(share.households) > 1 else None
        self.app.push_screen(VoidDialog(standing, state, number), self._voided)

    def _standing(self) -> list[Handover]:
        """Every handover that counts: the one logged just now, those of the chosen gift, the others."""
        chosen, now = self.query_one(GiftList).value, self.session.now().at
        standing = list(reversed(self.session.state.handovers.standing()))
        # What was logged a moment ago is what people have just seen go wrong, whatever is marked by now.
        newest = standing[0].id if standing and now - standing[0].logged < _JUST_NOW else ""
        standing.sort(key=lambda handover: (handover.id != newest, chosen not in handover.quantities))
        return standing

    def _voided(self, what: str | None) -> None:
        if what is not None:
            self.strip.say("✖ " + _("Void: {what}").format(what=what), "again")

    def _did(self, sentence: str | None) -> None:
        if sentence is not None:
            self.strip.say("✔ " + sentence, "welcome")
