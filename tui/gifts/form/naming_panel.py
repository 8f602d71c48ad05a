"""Naming people on the form of a handover: who fits a name stands below, and is taken or asked about."""

from textual import events
from textual.containers import Vertical
from textual.widgets import Input

from data.language import _
from data.queries.handover_defaults import person_here
from data.queries.people.who_is_meant import Whom
from data.state.state import State
from tui.frame.program import OfEvent
from tui.gifts.form.gift_form import GiftForm
from tui.gifts.form.person_line import PersonLine
from tui.widgets.lines.line_input import LineInput
from tui.widgets.people.people_picks import PeoplePicks, nobody_of, which_of


class NamingPanel(OfEvent, Vertical):
    """A ``GiftForm`` with ``PeoplePicks`` below it, which is shown while a name is being typed."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._picking: PersonLine | None = None
        self._asked_about: tuple[str, str] | None = None

    def show_lower_heading(self, state: State) -> None:
        """Say what stands below the form."""
        raise NotImplementedError

    @property
    def form(self) -> GiftForm:
        """The fields."""
        return self.query_one(GiftForm)

    @property
    def is_picking(self) -> bool:
        """Whether people to choose from are shown."""
        return self._picking is not None

    def on_input_changed(self, event: Input.Changed) -> None:
        person = self._person_of(event.input)
        if person is not None and event.input.has_focus:
            self._pick_for(person if person.is_name_edited and event.value.strip() else None)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        if self._picking is not None and event.widget is not self._picking.line("name"):
            self.settle_name()

    def settle_name(self) -> bool:
        """Take the guest whom the name means that is being typed; False where a person has to choose first,
        who is asked once for a name."""
        person = self._picking
        typed = person.line("name").value.strip() if person is not None else ""
        if person is None or not person.is_name_edited or not typed:
            self._pick_for(None)
            return True
        meant = self.query_one(PeoplePicks).on_leaving(typed, self.session.state)
        if meant.is_open and self._asked_about != (person.role, typed):
            self._asked_about = person.role, typed
            self.program.say(which_of(meant))
            person.line("name").focus()
            return False
        self._take(person, meant, typed)
        return True

    def on_line_input_entered(self, event: LineInput.Entered) -> None:
        line, person = event.line, self._picking
        picks = self.query_one(PeoplePicks)
        if person is not None and (event.value.strip() or picks.picked is not None):
            meant = picks.on_enter(event.value, self.session.state)
            if meant.is_open:
                self.program.say(which_of(meant))
                return
            if self._take(person, meant, event.value.strip()):
                line = person.lines[-1]
        self._pick_for(None)
        if not self.form.go_on_from(line):
            self.program.say(_("F7 logs the handover."))

    def _take(self, person: PersonLine, meant: Whom, typed: str) -> bool:
        """Fill in the guest who is meant; of nobody on the list, say that it stays as typed."""
        self._pick_for(None)
        if meant.guest is not None:
            person.take(person_here(meant.guest, self.session.state))
            # Which of several was asked about may still stand there.
            self.program.say("")
        elif not meant.guests:
            self.program.say(nobody_of(typed))
        return meant.guest is not None

    def on_key(self, event: events.Key) -> None:
        step = {"up": -1, "down": 1}.get(event.key)
        person = self._person_of(self.screen.focused)
        if step is None or person is None:
            return
        event.stop()
        if self._picking is None:
            self._pick_for(person)
        self.query_one(PeoplePicks).move(step)

    def stop_picking(self) -> bool:
        """Put the list of people away; whether it was there."""
        was = self._picking is not None
        self._pick_for(None)
        return was

    def _person_of(self, widget: object) -> PersonLine | None:
        """The person whose name is typed in ``widget``."""
        line = widget.parent if isinstance(widget, LineInput) else None
        return line if isinstance(line, PersonLine) and line.line("name") is widget else None

    def _pick_for(self, person: PersonLine | None) -> None:
        self._picking = person
        self.set_class(person is not None, "picking")
        state = self.session.state
        self.show_lower_heading(state)
        if person is None:
            return
        text = person.line("name").value.strip() if person.is_name_edited else ""
        self.query_one(PeoplePicks).offer(text, state, self.program.finder)
