"""F8 at the door: somebody who is not on the list."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from data.commands.door import Answer, walk_in
from data.language import _
from data.model.event import Event
from tui.screens.dialog import Dialog
from tui.untrusted import plain
from tui.widgets.choice import Choice
from tui.widgets.line_input import LineInput

_FIELDS = ("name", "place", "title")


class WalkInDialog(Dialog[Answer]):
    """Name, where from, title; the group is chosen with the arrows. Dismisses with the answer."""

    BINDINGS = [("ctrl+s", "record", "")]
    AUTO_FOCUS = "#name"

    def __init__(self, event: Event, typed: str) -> None:
        super().__init__(_("Guest who is not on the list"))
        self._event = event
        self._typed = typed

    def content(self) -> ComposeResult:
        groups = sorted(self._event.delegations, key=lambda d: (d.kind != "household", d.rank))
        labels = {
            "name": _("Full name"),
            "place": _("Hamlet or office"),
            "title": _("Title"),
        }
        yield Choice([(d.id, d.name) for d in groups], id="group")
        yield Static(plain(""))
        for field in _FIELDS:
            with Horizontal(classes="form-row", id=f"row-{field}"):
                yield Static(plain(labels[field]), classes="label")
                yield LineInput(self._typed if field == "name" else "", id=field)
        yield Static(
            plain(_("Enter: next field.  ↑ ↓: which group.  Enter in the last field or ^S: check in."), "dim")
        )

    def on_mount(self) -> None:
        self._fit_group()

    def on_choice_changed(self) -> None:
        self._fit_group()

    def _fit_group(self) -> None:
        """A household has no title to ask for."""
        self.query_one("#row-title").display = not self._is_household

    def on_line_input_entered(self, event: LineInput.Entered) -> None:
        place = _FIELDS.index(event.line.id or "")
        if place == len(_FIELDS) - 1 or (place == 1 and self._is_household):
            self.action_record()
        else:
            self.query_one(f"#{_FIELDS[place + 1]}").focus()

    def key_up(self) -> None:
        self._move(-1)

    def key_down(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        self.query_one(Choice).step(step)

    @property
    def _is_household(self) -> bool:
        return self.query_one(Choice).value == self._event.households.id

    def action_record(self) -> None:
        values = {field: self.query_one(f"#{field}", LineInput).value for field in _FIELDS}
        household = self._is_household
        with self.program.refusals():
            answer = walk_in(
                self.program.open_ceremony,
                kind="household" if household else "delegate",
                name=values["name"],
                hamlet=values["place"] if household else "",
                organisation="" if household else values["place"],
                title="" if household else values["title"],
                delegation=self.query_one(Choice).value,
            )
            self.dismiss(answer)
