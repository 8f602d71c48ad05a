"""Ctrl+E at the door: setting right what is wrong with the guest that is shown, a letter each."""

from functools import partial

from textual.app import ComposeResult
from textual.widgets import Static

from data.commands.door.presence import leave, remove_check_in
from data.commands.guests import correct_guest
from data.language import _
from data.messages.names import guest_fact_question
from data.model.guest import Guest
from data.model.guest_facts import FACTS, FactName
from tui.door.dialogs.wrong_person import Find, WrongPersonDialog
from tui.frame.carrying_out import carry_out
from tui.frame.dialogs.edit_value import EditValueDialog, Field
from tui.frame.dialogs.letter_menu import LetterMenu
from tui.safe_text import joined, plain

_LETTERS = "abcde"
_NAMED: tuple[FactName, ...] = ("name", "birth_year")


class DoorActionsDialog(LetterMenu[str]):
    """Letters, or arrows and Enter. Dismisses with a sentence that says what was done."""

    def __init__(self, guest: Guest, find: Find) -> None:
        super().__init__(_("Edit"))
        self._guest = guest
        self._find = find

    def content(self) -> ComposeResult:
        attendance = self.program.open_session.state.present.get(self._guest.number)
        actions = [(_("a note for the door, such as “front row”"), self._note)]
        if attendance is not None:
            actions = [
                (_("wrong person: somebody else came"), self._move),
                *([(_("goes home early"), self._leave)] if attendance.is_here else []),
                (_("did not come at all: take the check-in away"), self._remove),
                *actions,
            ]
        actions.append((_("the name or the year of birth is wrong (all else: F5, ^E)"), self._correct))
        self.actions = dict(zip(_LETTERS, actions, strict=False))
        yield Static(
            joined(plain(f"{self._guest.number:03} "), plain(self._guest.name, "bold")), classes="question"
        )
        yield from self.menu()

    def _move(self) -> None:
        self.app.push_screen(WrongPersonDialog(self._guest, self._find), self._done)

    def _leave(self) -> None:
        told = _("Goes home early: {name}").format(name=self._guest.name)
        command = partial(leave, self.program.open_session, self._guest.number)
        carry_out(self, command, lambda _entry: self.leave_with(told))

    def _remove(self) -> None:
        told = _("Check-in taken away: {name}").format(name=self._guest.name)
        command = partial(remove_check_in, self.program.open_session, self._guest.number)
        carry_out(self, command, lambda _entry: self.leave_with(told))

    def _correct(self) -> None:
        guest = self._guest
        fields = [
            Field(fact, guest_fact_question(fact), str(getattr(guest, fact) or ""))
            for fact in _NAMED
            if FACTS[fact].of in (None, guest.kind)
        ]
        self.app.push_screen(EditValueDialog(guest.name, fields, self._save_facts), self._corrected)

    def _save_facts(self, typed: dict[str, str]) -> None:
        correct_guest(self.program.open_session, self._guest.number, **typed)

    def _corrected(self, saved: bool | None) -> None:
        if saved:
            guest = self.program.open_session.state.guests[self._guest.number]
            self._done(_("Now it says: {name}").format(name=guest.name))

    def _note(self) -> None:
        field = Field("note", _("What the door should see when this guest comes"), self._guest.note)
        self.app.push_screen(EditValueDialog(self._guest.name, [field], self._save_note), self._noted)

    def _save_note(self, typed: dict[str, str]) -> None:
        correct_guest(self.program.open_session, self._guest.number, note=typed["note"])

    def _noted(self, saved: bool | None) -> None:
        if saved:
            self._done(_("Noted for {name}").format(name=self._guest.name))

    def _done(self, sentence: str | None) -> None:
        if sentence:
            self.dismiss(sentence)
