"""F7 at the door: who came in a guest's place, and how many."""

from functools import partial

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from data.commands.door.answer import Answer
from data.commands.door.door import MOST_PEOPLE, admit, set_party
from data.language import _
from data.model.entries.door import Channel
from data.model.guest import Guest
from data.plans.plan_words import in_person, relation_label
from data.state.people.attendance import Attendance
from tui.frame.carrying_out import carry_out
from tui.frame.dialogs.dialog import Dialog
from tui.safe_text import joined, lines, plain
from tui.widgets.lines.line_input import LineInput
from tui.widgets.menu_letter import menu_letter

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_COLUMN = 14
_STEPS = {"+": 1, "=": 1, "-": -1}


class Relations(Static, can_focus=True):
    """The relations with a letter each; the letter records it at once."""


class PartyDialog(Dialog[Answer]):
    """Letter = relation, recorded at once, with the people that ``+`` counted; Tab: the name, Enter.

    For a delegate somebody of the office comes, whose name is what counts: it is typed first, then Enter,
    and a letter or Enter records it.
    A guest who is not in yet is let in by it, with who came; dismisses with the door's answer then.
    Leaving the dialog lets nobody in.
    """

    AUTO_FOCUS = "Relations"

    def __init__(
        self, guest: Guest, attendance: Attendance | None, relations: tuple[str, ...], channel: Channel
    ) -> None:
        super().__init__(_("Who came"))
        self._guest = guest
        self._attendance = attendance
        self._channel: Channel = channel
        self._relations = relations[: len(_LETTERS)]

    def on_mount(self) -> None:
        if not self._guest.is_household:
            self.query_one("#substitute", LineInput).focus()

    def content(self) -> ComposeResult:
        before = self._attendance
        yield Static(plain(self._guest.name, "bold"), classes="question")
        if before is None:
            yield Static(plain(_("Not in yet: Esc lets nobody in."), "$warning"))
        if self._guest.is_household:
            yield Relations(self._choices())
            yield Static(plain(""))
            yield self._field("substitute")
        else:
            yield self._field("substitute")
            yield Relations(self._choices())
        yield self._field("people")
        yield Static(lines([plain(hint, "dim") for hint in self._hints()]))

    def _field(self, id: str) -> Horizontal:
        before = self._attendance
        if id == "people":
            label, value = _("People"), str(before.people if before else 1)
        else:
            label, value = _("Name of who came"), before.substitute if before else ""
        line = LineInput(value, selects=id == "people", id=id)
        return Horizontal(Static(plain(label), classes="label"), line, classes="form-row")

    def _hints(self) -> tuple[str, str]:
        if self._guest.is_household:
            return (
                _("Letter: who came, recorded at once.  + and -: how many people."),
                _("Tab: the name, then Enter and the letter.  Enter: record.  Esc: leave."),
            )
        return (
            _("The name, then Enter; then the letter, or Enter without one, records it."),
            _("Behind the name + and -: how many people.  Esc: leave."),
        )

    def on_key(self, event: events.Key) -> None:
        # A letter may come before anything has the focus: only in a field it is text.
        if isinstance(self.focused, LineInput):
            return
        if self.focused is None and not self._guest.is_household and event.is_printable:
            event.stop()
            line = self.query_one("#substitute", LineInput).focus()
            line.insert_typed(event.character or "")
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
        self._record(self._relation)

    @property
    def _relation(self) -> str:
        return self._attendance.relation if self._attendance else ""

    def on_line_input_entered(self, event: LineInput.Entered) -> None:
        if event.line.id == "substitute":
            # The name is there; the letter that says who it is records both.
            self.query_one(Relations).focus()
        else:
            self._record(self._relation)

    def _record(self, relation: str) -> None:
        people = self.query_one("#people", LineInput).value.strip()
        if not people.isdecimal():
            self.strip.say(_("Type the number of people in digits."), "refused")
            return
        substitute = self.query_one("#substitute", LineInput).value
        carry_out(self, partial(self._told, relation, substitute, int(people)), self.leave_with)

    def _told(self, relation: str, substitute: str, people: int) -> Answer | None:
        session, number = self.program.open_session, self._guest.number
        if number in session.state.present:
            set_party(session, number, relation=relation, substitute=substitute, people=people)
            return None
        return admit(session, number, self._channel, relation=relation, substitute=substitute, people=people)

    def _choice(self, relation: str) -> Content:
        """A relation in its column, underlined when it is what was recorded."""
        style = "bold underline" if relation and relation == self._relation else ""
        label = relation_label(relation)
        return joined(plain(label, style), " " * max(1, _COLUMN - len(label)))

    def _choices(self) -> Content:
        cells = [
            joined(plain(f" {letter} ", "bold $accent"), self._choice(relation))
            for letter, relation in zip(_LETTERS, self._relations, strict=False)
        ]
        last = f" {_LETTERS[len(self._relations)]} "
        cells.append(joined(plain(last, "bold $accent"), in_person(self._guest)))
        return lines([joined(*cells[row : row + 4]) for row in range(0, len(cells), 4)])
