"""F10's form for somebody who has a role: the guests whose name is being typed stand below it."""

from collections.abc import Callable, Sequence

from textual import events
from textual.app import ComposeResult
from textual.widgets import Input

from data.model.guest import Guest
from data.queries.people.known_person import as_listed, linked
from data.queries.people.who_is_meant import Whom
from tui.frame.dialogs.edit_value import EditValueDialog, Field
from tui.widgets.lines.line_input import LineInput
from tui.widgets.people.people_picks import PeoplePicks, nobody_of, which_of

SavePerson = Callable[[dict[str, str], int | None], object]
"""Writes what was typed, by field, and the number of the guest who was chosen."""

NAME = "name"
_OFFICES = (("title", "unit"), ("office", ""))
"""The fields for title and body, as the forms call them."""


class PersonDialog(EditValueDialog):
    """The fields of a person, the name first. Who is chosen from the guests brings the rest along."""

    DEFAULT_CSS = """
    PersonDialog PeoplePicks { height: 4; display: none; }
    PersonDialog.picking PeoplePicks { display: block; }
    """

    def __init__(
        self,
        title: str,
        fields: Sequence[Field],
        save: SavePerson,
        *,
        chosen: int | None = None,
        why: str = "",
    ) -> None:
        super().__init__(title, fields, self._write, why=why)
        self._save_person = save
        self._chosen = chosen
        self._asked = ""
        self._settled = next(field.value for field in fields if field.id == NAME)

    def content(self) -> ComposeResult:
        yield from super().content()
        yield PeoplePicks(id="people")

    def on_input_changed(self, event: Input.Changed) -> None:
        if event.input.id == NAME and event.input.has_focus:
            self._offer(event.value.strip())

    def on_key(self, event: events.Key) -> None:
        step = {"up": -1, "down": 1}.get(event.key)
        if step is not None and self._is_picking and self._picks.guests:
            event.stop()
            event.prevent_default()
            self._picks.move(step)

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        name = self._line(NAME)
        if event.widget is not name or name.value.strip() == self._settled:
            return
        meant = self._picks.on_leaving(name.value, self.program.open_session.state)
        if self._asks(meant):
            name.focus()

    def on_line_input_entered(self, event: LineInput.Entered) -> None:
        if event.line.id == NAME and event.value.strip() != self._settled:
            meant = self._picks.on_enter(event.value, self.program.open_session.state)
            if self._asks(meant, again=True):
                event.prevent_default()
            event.value = event.line.value

    def action_save(self) -> None:
        """Write what was typed, once it is clear whom the name means."""
        name = self._line(NAME)
        if name.value.strip() != self._settled:
            meant = self._picks.on_leaving(name.value, self.program.open_session.state)
            if self._asks(meant):
                name.focus()
                return
        super().action_save()

    def _asks(self, meant: Whom, *, again: bool = False) -> bool:
        """Ask which of several is meant, once for a text unless ``again``; else take the one, or nobody."""
        typed = self._line(NAME).value.strip()
        if meant.is_open:
            if again or self._asked != typed:
                self._asked = typed
                self.strip.say(which_of(meant), "again")
                return True
        elif meant.guest is not None:
            self._take(meant.guest)
            return False
        elif typed:
            self.strip.say(nobody_of(typed), "again")
        self._settle(typed, None)
        return False

    def _take(self, guest: Guest) -> None:
        known = as_listed(guest)
        line = self._line(NAME)
        line.value = known.name
        line.cursor_position = len(known.name)
        self._put("honorific", known.honorific)
        for title, unit in _OFFICES:
            self._put(title, known.title if unit else known.office)
            self._put(unit, known.unit)
        self.strip.clear()
        self._settle(known.name, guest.number)

    def _put(self, id: str, text: str) -> None:
        if any(field.id == id for field in self._fields):
            self._line(id).value = text

    def _settle(self, name: str, chosen: int | None) -> None:
        self._settled, self._chosen = name, chosen
        self.set_class(False, "picking")

    def _offer(self, text: str) -> None:
        self.set_class(bool(text) and text != self._settled, "picking")
        if self._is_picking:
            state = self.program.open_session.state
            self._picks.offer(text.partition(",")[0], state, self.program.finder)

    def _write(self, typed: dict[str, str]) -> object:
        state = self.program.open_session.state
        guest = linked(self._chosen, typed[NAME], state)
        return self._save_person(typed, guest.number if guest else None)

    @property
    def _is_picking(self) -> bool:
        return self.has_class("picking") and self._line(NAME).has_focus

    @property
    def _picks(self) -> PeoplePicks:
        return self.query_one(PeoplePicks)
