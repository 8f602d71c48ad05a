"""Putting a guest on the list, or setting right what the list says of one."""

from functools import partial

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from data.commands.guests import add_guest, correct_guest
from data.language import _
from data.messages.names import guest_fact_question
from data.model.event import Event
from data.model.guest import Guest
from data.model.guest_facts import FACTS
from data.model.plan import GuestKind
from tui.frame.carrying_out import carry_out
from tui.frame.dialogs.dialog import Dialog
from tui.safe_text import plain
from tui.widgets.lines.line_input import LineInput
from tui.widgets.lists.choice import Choice
from tui.widgets.lists.inline_select import InlineSelect

_FIELDS = tuple(name for name, fact in FACTS.items() if fact.asked)


class EditGuestDialog(Dialog[Guest]):
    """All that the list says of a guest; without ``guest`` a new one is added.

    Which fields are asked for follows the group. Dismisses with the guest as it now is.
    """

    BINDINGS = [("ctrl+s", "save", "")]
    AUTO_FOCUS = "#name"

    def __init__(self, event: Event, guest: Guest | None = None, *, typed: str = "") -> None:
        title = _("New guest") if guest is None else _("Guest {number:03}").format(number=guest.number)
        super().__init__(title)
        self._event = event
        self._guest = guest
        self._typed = typed

    def content(self) -> ComposeResult:
        kinds = {self._guest.kind} if self._guest else {"household", "delegate"}
        groups = sorted(
            (d for d in self._event.delegations if d.kind in kinds),
            key=lambda d: (d.kind != "household", d.rank),
        )
        chosen = self._guest.delegation if self._guest else None
        with Horizontal(classes="form-row"):
            yield Static(plain(_("Group")), classes="label")
            yield InlineSelect([(d.id, d.name) for d in groups], value=chosen, id="group")
        for field in _FIELDS:
            with Horizontal(classes="form-row", id=f"of-{field}"):
                yield Static(plain(guest_fact_question(field)), classes="label")
                yield LineInput(self._first(field), selects="figures", id=field)
        yield Static(plain(_("Enter: next field.  ↑ ↓: which group.  ^S: save.  Esc: leave it."), "dim"))

    def on_mount(self) -> None:
        self._fit_group()
        line = self._line("name")
        line.cursor_position = len(line.value)

    def on_choice_changed(self) -> None:
        self._fit_group()

    def on_key(self, event: events.Key) -> None:
        if event.key in ("enter", "ctrl+j") and isinstance(self.focused, Choice):
            event.stop()
            self._line("name").focus()

    def key_up(self) -> None:
        self.query_one(Choice).step(-1)

    def key_down(self) -> None:
        self.query_one(Choice).step(1)

    def on_line_input_entered(self, event: LineInput.Entered) -> None:
        asked = self._asked()
        place = asked.index(event.line.id or "")
        if place == len(asked) - 1:
            self.action_save()
            return
        following = self._line(asked[place + 1])
        following.cursor_position = len(following.value)
        following.focus()

    def action_save(self) -> None:
        """Write the guest; a refusal is shown and nothing that was typed is lost."""
        session = self.program.open_session
        facts = self._facts()
        if self._guest is None:
            command = partial(add_guest, session, kind=self._kind, **facts)
        else:
            command = partial(correct_guest, session, self._guest.number, **facts)
        carry_out(self, command, self.leave_with)

    @property
    def _kind(self) -> GuestKind:
        group = self._event.delegation(self.query_one(Choice).value)
        return group.kind if group else "delegate"

    def _facts(self) -> dict[str, str]:
        """What was typed in the fields that are asked for; others keep what they hold."""
        facts = {field: self._line(field).value for field in self._asked()}
        return facts | {"delegation": self.query_one(Choice).value}

    def _asked(self) -> list[str]:
        return [field for field in _FIELDS if FACTS[field].of in (None, self._kind)]

    def _fit_group(self) -> None:
        asked = self._asked()
        for field in _FIELDS:
            self.query_one(f"#of-{field}").display = field in asked
        if self.focused is not None and not self.focused.is_on_screen:
            self._line("name").focus()

    def _first(self, field: str) -> str:
        if self._guest is None:
            return self._typed if field == "name" else ""
        value = getattr(self._guest, field)
        return "" if value is None else str(value)

    def _line(self, field: str) -> LineInput:
        return self.query_one(f"#{field}", LineInput)
