"""F7 at the door: who came in the head's place, and how many."""

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from data.commands.door import set_party
from data.language import _
from data.model.guest import Guest
from data.state.attendance import Attendance
from tui.menu_letter import menu_letter
from tui.screens.dialog import Dialog
from tui.untrusted import joined, lines, plain
from tui.widgets.line_input import LineInput

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Relations(Static, can_focus=True):
    """The relations with a letter each; the letter records it at once."""


class PartyDialog(Dialog[None]):
    """Letter = relation, recorded at once; or Tab to the name and the number of people, Enter."""

    AUTO_FOCUS = "Relations"

    def __init__(self, guest: Guest, attendance: Attendance, relations: tuple[str, ...]) -> None:
        super().__init__(_("Who came"))
        self._guest = guest
        self._attendance = attendance
        self._relations = relations[: len(_LETTERS)]

    def content(self) -> ComposeResult:
        yield Static(plain(self._guest.name, "bold"), classes="question")
        yield Relations(self._choices())
        yield Static(plain(""))
        for id, label, value in (
            ("substitute", _("Name of who came"), self._attendance.substitute),
            ("people", _("People"), str(self._attendance.people)),
        ):
            with Horizontal(classes="form-row"):
                yield Static(plain(label), classes="label")
                yield LineInput(value, id=id)
        yield Static(
            plain(_("Letter: choose and record.  Tab: name, people.  Enter: record.  Esc: leave."), "dim")
        )

    def on_key(self, event: events.Key) -> None:
        # A letter may come before anything has the focus: only in a field it is text.
        letter = menu_letter(event.character)
        if isinstance(self.focused, LineInput) or not letter:
            return
        event.stop()
        place = _LETTERS.index(letter)
        if place < len(self._relations):
            self._record(self._relations[place])
        elif place == len(self._relations):
            self._record("")

    def on_line_input_entered(self, event: LineInput.Entered) -> None:
        if event.line.id == "substitute":
            self.query_one("#people", LineInput).focus()
        else:
            self._record(self._attendance.relation)

    def _record(self, relation: str) -> None:
        people = self.query_one("#people", LineInput).value.strip()
        if not people.isdecimal():
            self.strip.say(_("Type the number of people in digits."), "refused")
            return
        with self.program.refusals():
            set_party(
                self.program.open_ceremony,
                self._guest.number,
                relation=relation,
                substitute=self.query_one("#substitute", LineInput).value,
                people=int(people),
            )
            self.dismiss(None)

    def _choices(self) -> Content:
        cells = [
            joined(plain(f" {letter} ", "bold $accent"), f"{relation:<14}")
            for letter, relation in zip(_LETTERS, self._relations, strict=False)
        ]
        cells.append(joined(plain(f" {_LETTERS[len(self._relations)]} ", "bold $accent"), _("the head came")))
        return lines([joined(*cells[row : row + 4]) for row in range(0, len(cells), 4)])
