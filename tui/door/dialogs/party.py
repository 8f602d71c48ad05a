"""F7 at the door: who came in the head's place, and how many."""

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from data.commands.door.door import MOST_PEOPLE, set_party
from data.language import _
from data.model.guest import Guest
from data.state.attendance import Attendance
from tui.frame.dialog import Dialog
from tui.safe_text import joined, lines, plain
from tui.widgets.lines.line_input import LineInput
from tui.widgets.menu_letter import menu_letter

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_COLUMN = 14
_STEPS = {"+": 1, "=": 1, "-": -1}


class Relations(Static, can_focus=True):
    """The relations with a letter each; the letter records it at once."""


class PartyDialog(Dialog[None]):
    """Letter = relation, recorded at once, with the people that ``+`` counted; Tab: the name, Enter."""

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
            lines(
                [
                    plain(_("Letter: who came, recorded at once.  + and -: how many people."), "dim"),
                    plain(_("Tab: the name, then Enter and the letter.  Enter: record.  Esc: leave."), "dim"),
                ]
            )
        )

    def on_key(self, event: events.Key) -> None:
        # A letter may come before anything has the focus: only in a field it is text.
        if isinstance(self.focused, LineInput):
            return
        step = _STEPS.get(event.character or "")
        if step is not None:
            event.stop()
            self._count(step)
        letter = menu_letter(event.character)
        if not letter:
            return
        event.stop()
        place = _LETTERS.index(letter)
        if place < len(self._relations):
            self._record(self._relations[place])
        elif place == len(self._relations):
            self.query_one("#substitute", LineInput).value = ""
            self._record("")

    def _count(self, step: int) -> None:
        """One person more or fewer; never a digit, which might be the first of a scan."""
        people = self.query_one("#people", LineInput)
        before = int(people.value) if people.value.isdecimal() else 1
        people.value = str(max(1, min(before + step, MOST_PEOPLE)))

    def key_enter(self) -> None:
        """Record the people with who came as it was."""
        self._record(self._attendance.relation)

    def on_line_input_entered(self, event: LineInput.Entered) -> None:
        if event.line.id == "substitute":
            # The name is there; the letter that says who it is records both.
            self.query_one(Relations).focus()
        else:
            self._record(self._attendance.relation)

    def _record(self, relation: str) -> None:
        people = self.query_one("#people", LineInput).value.strip()
        if not people.isdecimal():
            self.strip.say(_("Type the number of people in digits."), "refused")
            return
        with self.program.refusals():
            set_party(
                self.program.open_session,
                self._guest.number,
                relation=relation,
                substitute=self.query_one("#substitute", LineInput).value,
                people=int(people),
            )
            self.dismiss(None)

    def _choice(self, relation: str) -> Content:
        """A relation in its column, underlined when it is what was recorded."""
        style = "bold underline" if relation == self._attendance.relation else ""
        return joined(plain(relation, style), " " * max(1, _COLUMN - len(relation)))

    def _choices(self) -> Content:
        cells = [
            joined(plain(f" {letter} ", "bold $accent"), self._choice(relation))
            for letter, relation in zip(_LETTERS, self._relations, strict=False)
        ]
        cells.append(joined(plain(f" {_LETTERS[len(self._relations)]} ", "bold $accent"), _("the head came")))
        return lines([joined(*cells[row : row + 4]) for row in range(0, len(cells), 4)])
