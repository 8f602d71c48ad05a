"""Ctrl+R, the registrations: which households registered for the yearly criteria of the plan."""

import re
from collections.abc import Iterable
from functools import partial

from textual import events
from textual.containers import Horizontal, VerticalScroll
from textual.widget import Widget
from textual.widgets import Input, Static

from data.commands.door.answer import Answer
from data.commands.registering import (
    Registering,
    check_year,
    default_year,
    register,
    register_list,
    register_scan,
    withdraw_registration,
)
from data.errors import CeremonyError
from data.language import _
from data.messages.log import describe
from data.model.entry import Entry
from data.model.guest import Guest
from data.model.plan import Criterion
from data.scanning.codes import looks_scanned
from tui.frame.carrying_out import carry_out
from tui.frame.dialogs.edit_value import EditValueDialog, Field
from tui.frame.event_screen import CeremonyScreen
from tui.frame.keys.command import bindings
from tui.registrations.keys import COMMANDS
from tui.registrations.registered import counters, left_lines, registered_lines
from tui.widgets.lines.line_input import LineInput
from tui.widgets.lists.results import Results
from tui.widgets.static_cached import StaticCached

_MOST = 50
_NUMBERS = re.compile(r"[0-9]{1,5}(?:[\s,;]+[0-9]{1,5})*")


class RegistrationsScreen(CeremonyScreen):
    """Scan a card, or type a name or the numbers of a list: the household is registered."""

    NAME = "registrations"
    BINDINGS = bindings(COMMANDS)
    DEFAULT_CSS = """
    RegistrationsScreen #criteria { height: auto; max-height: 6; padding: 0 1; }
    RegistrationsScreen #register-line { margin: 0 1; }
    RegistrationsScreen #register-results { height: 1fr; padding: 0 1; display: none; }
    RegistrationsScreen #register-lists { height: 1fr; padding: 0 1; margin-top: 1; }
    RegistrationsScreen .half { width: 1fr; height: 1fr; scrollbar-size-vertical: 1;
        scrollbar-background: $surface; scrollbar-color: $foreground 40%; }
    RegistrationsScreen #left-half { padding-left: 2; }
    RegistrationsScreen.searching #register-lists { display: none; }
    RegistrationsScreen.searching #register-results { display: block; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._place = 0
        self._year: int | None = None

    def body(self) -> Iterable[Widget]:
        yield StaticCached(id="criteria")
        yield LineInput(
            clears=True,
            placeholder=_("scan a card, or type a name, or numbers of a list: 17 34 35"),
            id="register-line",
        )
        yield Results(id="register-results")
        yield Horizontal(
            VerticalScroll(Static(id="registered"), classes="half", can_focus=False, id="done-half"),
            VerticalScroll(Static(id="left"), classes="half", can_focus=False, id="left-half"),
            id="register-lists",
        )

    @property
    def criterion(self) -> Criterion | None:
        """What is registered for now; None where the plan names no criteria."""
        criteria = self.session.state.event.criteria
        return criteria[self._place % len(criteria)] if criteria else None

    @property
    def year(self) -> int:
        """The year that is registered for."""
        return self._year if self._year is not None else default_year(self.session)

    def offers(self, action: str) -> bool:
        chosen, state = self.criterion, self.session.state
        match action:
            case "other_criterion":
                return len(state.event.criteria) > 1
            case "other_year":
                return chosen is not None
            case "withdraw":
                return chosen is not None and bool(state.registrations.of(chosen.id, self.year))
        return super().offers(action)

    def show_state(self) -> None:
        state, chosen = self.session.state, self.criterion
        room = max(20, self.size.width - 4)
        self.query_one("#criteria", StaticCached).show(counters(state, chosen, self.year, room))
        if chosen is None:
            return
        registered = state.registrations.of(chosen.id, self.year)
        half = max(20, self.size.width // 2 - 3)
        self.query_one("#registered", Static).update(registered_lines(state, registered, half))
        self.query_one("#left", Static).update(left_lines(state, registered, half))

    def take_scan(self, text: str) -> bool:
        """A scan registers its household here; without criteria it is a check-in as everywhere."""
        if self.criterion is None:
            return False
        line = self.query_one("#register-line", LineInput)
        line.call_later(line.keep)

        def then(done: Registering | Answer) -> None:
            if isinstance(done, Answer):
                self.strip.answer(done)
                self.app.bell()
            else:
                self._tell(done)
            self.program.state_changed()

        command = partial(register_scan, self.session, text, self.criterion.id, self.year, "scanner")
        self.program.write(command, then, self.program.refuse)
        return True

    def on_input_changed(self, event: Input.Changed) -> None:
        text = event.value.strip()
        is_name = bool(text) and not text[0].isdecimal()
        self.set_class(is_name and not self.query_one("#register-line", LineInput).is_kept, "searching")
        if self.has_class("searching"):
            self.query_one(Results).show(self._find(text), self.session.state)

    def on_line_input_entered(self, event: LineInput.Entered) -> None:
        text = event.value.strip()
        if not text or self.criterion is None:
            return
        if looks_scanned(text):
            self.program.take_scan(text)
        elif _NUMBERS.fullmatch(text):
            self._register_numbers([int(word) for word in re.findall(r"[0-9]+", text)], event.line, text)
        else:
            self._register_name(event.line, text, event.at)

    def _register_numbers(self, numbers: list[int], line: LineInput, text: str) -> None:
        assert self.criterion is not None
        session, criterion = self.session, self.criterion.id

        def refused(error: CeremonyError) -> None:
            line.value = text
            line.cursor_position = len(text)
            self.program.refuse(error)

        def listed(entry: Entry) -> None:
            self.strip.say("✔ " + describe(entry, session.state), "welcome")
            self.program.state_changed()

        def told(done: Registering) -> None:
            self._tell(done)
            self.program.state_changed()

        if len(numbers) == 1:
            one = partial(register, session, numbers[0], criterion, self.year, "number")
            self.program.write(one, told, refused)
        else:
            self.program.write(
                partial(register_list, session, numbers, criterion, self.year), listed, refused
            )

    def _register_name(self, line: LineInput, text: str, at: float) -> None:
        assert self.criterion is not None
        results = self.query_one(Results)
        results.show(self._find(text), self.session.state)
        chosen = results.decided
        if chosen is not None and not results.is_new(at):
            command = partial(register, self.session, chosen.number, self.criterion.id, self.year, "name")
            carry_out(self, command, self._tell)
            return
        line.value = text
        line.cursor_position = len(text)
        if results.guests:
            results.arm(at)
            self.strip.say(_("Several households: choose with ↑ ↓, Enter registers the marked one."), "again")
        else:
            self.strip.say(_("No household found for “{text}”.").format(text=text), "misread")

    def _tell(self, done: Registering) -> None:
        where = " · ".join(filter(None, (f"{done.guest.number:03}", done.guest.hamlet)))
        name = f"{done.guest.name} ({where})"
        if done.again:
            self.strip.say("↺ " + _("REGISTERED BEFORE: {name}").format(name=name), "again")
        else:
            self.strip.say("✔ " + _("REGISTERED: {name}").format(name=name), "welcome")

    def on_key(self, event: events.Key) -> None:
        step = {"up": -1, "down": 1, "pageup": -8, "pagedown": 8}.get(event.key)
        if step is None:
            return
        event.stop()
        if self.has_class("searching"):
            self.query_one(Results).move(step)
        else:
            for half in self.query(".half").results(VerticalScroll):
                half.scroll_relative(y=step, animate=False)

    def key_escape(self) -> None:
        """Empty the line."""
        self.query_one("#register-line", LineInput).value = ""
        self.program.key_escape()

    def action_other_criterion(self) -> None:
        self._place += 1
        self.strip.clear()
        self.show_state()

    def action_other_year(self) -> None:
        def save(typed: dict[str, str]) -> None:
            self._year = check_year(self.session, typed["year"].strip())

        field = Field("year", _("Year to register for"), str(self.year))
        dialog = EditValueDialog(_("Registrations"), [field], save)
        self.app.push_screen(dialog, lambda _saved: self.show_state())

    def action_withdraw(self) -> None:
        criterion = self.criterion
        if criterion is None:
            return

        def save(typed: dict[str, str]) -> None:
            number = typed["number"].strip()
            withdraw_registration(
                self.session, int(number) if number.isdecimal() else 0, criterion.id, self.year
            )

        title = _("Take a registration back")
        field = Field("number", _("Number of the household (on its card)"))
        why = f"{criterion.short} · {self.year}"
        self.app.push_screen(EditValueDialog(title, [field], save, why=why))

    def _find(self, text: str) -> list[Guest]:
        found = self.program.finder.find(text, self.session.state, _MOST)
        return [guest for guest in found if guest.is_household]
