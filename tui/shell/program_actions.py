"""What the keys of the whole program do: help, commands, notes, duty, bell, undo, rehearsal, leaving."""

from pathlib import Path
from typing import TYPE_CHECKING

from data.errors import CeremonyError
from data.language import _
from data.program_name import TITLE
from tui.frame.bells import Bells
from tui.frame.dialogs.dialog import Dialog
from tui.frame.program import program_of
from tui.shell.events.practice import Practice
from tui.shell.keyboard_lock import KeyboardLock
from tui.shell.network.phone_pages import Windows
from tui.shell.offers.leave_offer import LeaveOffer
from tui.shell.offers.undo_offer import UndoOffer
from tui.shell.places import event_screen
from tui.shell.terminal.frozen_output import FlowingApp
from tui.shell.terminal.letters import LettersApp

if TYPE_CHECKING:
    from data.session.session import Session


class ProgramActions(FlowingApp, LettersApp):
    """The actions of the program's own commands. In a dialog those that belong to screens say so."""

    TITLE = TITLE
    session: "Session | None"
    bells: Bells
    practice: Practice
    keyboard: KeyboardLock
    windows: Windows
    _undo: UndoOffer
    _leaving: LeaveOffer

    def action_command_palette(self) -> None:
        """Find a command by its name."""

        from tui.shell.keys.palette import FindCommand

        if self._is_free() and not isinstance(self.screen, FindCommand):
            self.push_screen(FindCommand(placeholder=_("Find a command…"), id="--command-palette"))

    def action_confirm_day(self) -> None:
        """The laptop's date, which is asked about, is right."""
        if self._is_free() and (shown := event_screen(self.screen)) is not None:
            shown.confirm_day()

    def action_note(self) -> None:
        """Ask for a note to the MC."""
        if self._is_free() and event_screen(self.screen):
            from tui.shell.dialogs.note import NoteDialog

            self.push_screen(NoteDialog())

    def action_help(self) -> None:
        """Show what every key does; in a dialog what that is for."""
        from tui.shell.dialogs.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            dialog = self.screen if isinstance(self.screen, Dialog) else None
            self.push_screen(HelpScreen(getattr(self.screen, "NAME", ""), dialog))

    def action_switch_bell(self) -> None:
        """Switch the bell off, or on again."""
        self.say(_("The bell is on.") if self.bells.switch() else _("The bell is off."))
        self.state_changed()

    async def action_phones(self) -> None:
        """Switch the pages for phones on, and show what pairs one."""
        if self.session is None or not (self._is_free() and event_screen(self.screen)):
            return
        if (companion := await self.windows.open()) is not None:
            from tui.companion.dialogs.phones import PhonesDialog

            self.push_screen(PhonesDialog(companion, self.windows.close_soon, self.windows.show_here))

    async def action_hall_page(self) -> None:
        """Show the audience's page in this laptop's browser."""
        if self.session is not None and self._is_free():
            await self.windows.show_here("/hoi-truong")

    def action_duty(self) -> None:
        """Ask who is on duty."""
        if self._is_free() and event_screen(self.screen):
            from tui.shell.dialogs.duty import ask_duty

            ask_duty(program_of(self))

    def action_lock(self) -> None:
        """Lock the keyboard to scanning, or ask for a PIN where there is none yet."""
        if self.session is not None and not self.keyboard.lock():
            self.action_pin()

    def action_pin(self) -> None:
        """Set, change or take away the PIN."""
        if self._is_free() and event_screen(self.screen):
            from tui.shell.dialogs.pin import ask_pin

            ask_pin(program_of(self), self.keyboard.read_pin)

    def action_several(self) -> None:
        """Share the open event with other laptops, or see how they stand together."""
        if self.session is not None and self._is_free() and self._has_extra():
            from tui.joining.dialog import SeveralDialog

            self.push_screen(SeveralDialog())

    def action_join(self) -> None:
        """Join a laptop that shares an event."""
        if self._is_free() and self._has_extra():
            from tui.joining.join_dialog import JoinDialog

            self.push_screen(JoinDialog())

    def _has_extra(self) -> bool:
        """Whether the libraries for several laptops are installed; says so where they are not."""
        from data.joining.extra_installed import need_extra

        try:
            need_extra()
        except CeremonyError as error:
            self.refuse(error)
            return False
        return True

    def action_undo(self) -> None:
        """Say what would be undone; at the second press, undo it."""
        if self.session is not None and self._is_free():
            self._undo.press()

    async def rehearse(self, source: Path | None, per_minute: float, back: Path | None) -> None:
        """Open a copy of an event to which guests come by themselves, as ``Practice.begin`` does."""
        await self.practice.begin(source, per_minute, back)

    async def action_tour(self) -> None:
        """Show a ceremony in a minute; any key leaves it."""
        await self.practice.show_around()

    def key_escape(self) -> None:
        """Withdraw the offers to undo and to leave, and clear the line of answers."""
        self._withdraw_offers()
        self.say("")

    def _withdraw_offers(self) -> None:
        self._undo.withdraw()
        self._leaving.withdraw()

    def action_leave(self) -> None:
        """Leave; every entry is on disk already. While an item runs, only at the second press."""
        self._leaving.press()

    def action_help_quit(self) -> None:
        """Ctrl+C, which ends other programs: say which key ends this one."""
        self.say(_("^Q leaves the program."))

    def _is_free(self) -> bool:
        """Whether no dialog is open; says what to do first where one is that would lose something."""
        if isinstance(self.screen, Dialog) and self.screen.gives_way:
            self.pop_screen()
        if isinstance(self.screen, Dialog):
            self.say(_("Esc first: this window is still open."), "misread")
            return False
        return True
