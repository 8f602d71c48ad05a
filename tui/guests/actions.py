"""Ctrl+E at the guests: what can be done with the guest that is chosen, a letter each."""

from functools import partial

from textual.app import ComposeResult
from textual.widgets import Static

from data.commands.door.door import replace_card
from data.commands.guests import withdraw_guest
from data.language import _
from data.model.guest import Guest
from data.state.state import State
from tui.frame.carrying_out import carry_out
from tui.frame.dialogs.dialog import Ask
from tui.frame.dialogs.edit_value import EditValueDialog, Field
from tui.frame.dialogs.letter_menu import LetterMenu
from tui.guests.dialogs.edit_guest import EditGuestDialog
from tui.guests.dialogs.take_back import TakeBackDialog
from tui.safe_text import joined, lines, plain
from tui.widgets.answers import belongs_to


class GuestActionsDialog(LetterMenu[str]):
    """Letters, or arrows and Enter. Dismisses with a sentence that says what was done."""

    def __init__(self, guest: Guest | None, state: State, *, typed: str = "") -> None:
        super().__init__(_("Edit"))
        self._guest = guest
        self._state = state
        self._typed = typed
        self._withdrawn = [one for one in state.guests.values() if one.withdrawn]
        if guest is not None and not guest.withdrawn:
            self.actions = {
                "s": (_("edit what the list says"), self._correct),
                "c": (_("a new card, because the card is lost"), self._replace),
                "r": (_("withdraw the invitation"), self._withdraw),
            }
        self.actions["t"] = (_("add a guest to the list"), self._add)
        if self._withdrawn:
            self.actions["m"] = (_("take a withdrawn guest back"), self._take_back)

    def content(self) -> ComposeResult:
        if self._guest is not None:
            where = belongs_to(self._guest, self._state.event)
            yield Static(
                lines(
                    [
                        joined(plain(f"{self._guest.number:03} "), plain(self._guest.name, "bold")),
                        plain(where, "$foreground 70%"),
                    ]
                ),
                classes="question",
            )
        yield from self.menu()

    @property
    def _chosen(self) -> Guest:
        assert self._guest is not None
        return self._guest

    def _correct(self) -> None:
        self.app.push_screen(EditGuestDialog(self._state.event, self._chosen), self._corrected)

    def _corrected(self, saved: Guest | None) -> None:
        if saved is not None:
            self.dismiss(_("Edited: {number:03} {name}").format(number=saved.number, name=saved.name))

    def _add(self) -> None:
        self.app.push_screen(EditGuestDialog(self._state.event, typed=self._typed), self._added)

    def _added(self, saved: Guest | None) -> None:
        if saved is not None:
            self.dismiss(_("On the list: {number:03} {name}").format(number=saved.number, name=saved.name))

    def _replace(self) -> None:
        question = joined(
            plain(self._chosen.name, "bold"),
            "\n\n",
            _("The card that was given out stops working; the new one has to be drawn (F8) and printed."),
        )

        def replaced(guest: Guest) -> None:
            self.leave_with(_("New card: {number:03} {name}").format(number=guest.number, name=guest.name))

        def answered(yes: bool | None) -> None:
            if yes:
                carry_out(
                    self, partial(replace_card, self.program.open_session, self._chosen.number), replaced
                )

        self.app.push_screen(Ask(_("Replace the card?"), question, _("Yes, a new card")), answered)

    def _withdraw(self) -> None:
        guest = self._chosen

        def save(typed: dict[str, str]) -> None:
            withdraw_guest(self.program.open_session, guest.number, typed["reason"])

        def done(saved: bool | None) -> None:
            if saved:
                self.dismiss(_("Withdrawn: {number:03} {name}").format(number=guest.number, name=guest.name))

        label = _("Why is {name} no longer invited?").format(name=guest.name)
        why = _("The card stops working; the guest stays in the record and can be taken back.")
        self.app.push_screen(
            EditValueDialog(_("Withdraw the invitation"), [Field("reason", label)], save, why=why), done
        )

    def _take_back(self) -> None:
        self.app.push_screen(TakeBackDialog(self._withdrawn, self._state), self._taken_back)

    def _taken_back(self, guest: Guest | None) -> None:
        if guest is not None:
            self.dismiss(
                _("On the list again: {number:03} {name}").format(number=guest.number, name=guest.name)
            )
