"""The program: it owns the open event, takes every scan, and moves between the screens."""

from pathlib import Path
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.command import CommandPalette

from data.clock import Clock, SystemClock
from data.errors import CeremonyError
from data.language import _
from data.model.entries.door import Channel
from data.queries.people.guest_search import GuestSearch
from data.repair.mending import Finding
from data.repair.offering import to_mend
from data.session.clock_watch import ClockWatch
from data.session.session import Session
from data.session.settings import load_settings
from tui.door.screen import DoorScreen
from tui.event.screen import EventScreen
from tui.frame.bells import Bells
from tui.frame.dialog import Dialog
from tui.frame.event_screen import CeremonyScreen
from tui.gifts.screen import GiftsScreen
from tui.guests.screen import GuestsScreen
from tui.log.screen import LogScreen
from tui.missing.screen import MissingScreen
from tui.papers.screen import PapersScreen
from tui.registrations.screen import RegistrationsScreen
from tui.report.screen import ReportScreen
from tui.scanning.camera_watcher import CameraWatcher
from tui.scanning.scan_router import ScanRouter
from tui.shell.dialogs.duty import ask_duty
from tui.shell.dialogs.help import HelpScreen
from tui.shell.dialogs.mend import MendScreen
from tui.shell.dialogs.note import NoteDialog
from tui.shell.key_order import let_earlier_keys_finish, let_screen_open, move_focus
from tui.shell.leave_offer import LeaveOffer
from tui.shell.ledger_care import LedgerCare
from tui.shell.palette import RegistryProvider
from tui.shell.registry import PRIORITY_KEYS, program_bindings
from tui.shell.telling import TellingApp
from tui.shell.theme import HALL
from tui.shell.undo_offer import UndoOffer
from tui.stage.screen import StageScreen
from tui.welcome.screen import WelcomeScreen

_DAY_SCREENS: tuple[type[CeremonyScreen], ...] = (
    DoorScreen,
    StageScreen,
    GiftsScreen,
    GuestsScreen,
    ReportScreen,
    EventScreen,
    RegistrationsScreen,
    MissingScreen,
    LogScreen,
    PapersScreen,
)


class CeremonyApp(TellingApp):
    """The terminal UI. It begins at the door (on the stage where an item runs), without event at welcome."""

    CSS_PATH = "theme.tcss"
    BINDINGS: ClassVar[list[BindingType]] = program_bindings()
    COMMANDS = {RegistryProvider}
    ENABLE_COMMAND_PALETTE = True

    def __init__(
        self, session: Session | None = None, clock: Clock | None = None, finding: Finding | None = None
    ) -> None:
        super().__init__()
        self._finding = finding
        self.session = session
        self.clock = clock or (session.clock if session else SystemClock())
        self._desk = ScanRouter(self, session) if session else None
        self.watches = CameraWatcher(self, self._desk) if self._desk else None
        self._finder: GuestSearch | None = None
        self._redraws = False
        self.bells = Bells(self)
        self._undo, self._leaving = UndoOffer(self), LeaveOffer(self)
        self._clock_watch: ClockWatch | None = None
        self._care: LedgerCare | None = None
        self.fault: Exception | None = None

    @property
    def open_session(self) -> Session:
        """The open event; only screens of an event ask for it."""
        assert self.session is not None
        return self.session

    def on_mount(self) -> None:
        self.register_theme(HALL)
        self.theme = HALL.name
        self.set_interval(1.0, self._tick)
        if self._finding is not None:
            self.push_screen(MendScreen(self._finding))
        elif self.session is None:
            self.push_screen(WelcomeScreen())
        else:
            self._install()
            self.push_screen(self._begin(self.session))

    @property
    def finder(self) -> GuestSearch:
        """The search among the open event's guests; the screens that search share it."""
        assert self._finder is not None
        return self._finder

    def open_event(self, folder: Path) -> None:
        """Open an event and go to its door. Raises CeremonyError when it cannot be opened."""
        self.close_event()
        opened = Session(folder, clock=self.clock)
        self.session, self._desk = opened, ScanRouter(self, opened)
        self.watches = CameraWatcher(self, self._desk)
        self._install()
        self.switch_screen(self._begin(opened))

    def open_or_mend(self, folder: Path) -> None:
        """Open an event, or show what can be mended first. Raises CeremonyError when neither can be."""
        found = to_mend(folder)
        if found is None:
            self.open_event(folder)
        else:
            self.switch_screen(MendScreen(found))

    def show_events(self) -> None:
        """Show the list of events."""
        self.switch_screen(WelcomeScreen())

    def _begin(self, session: Session) -> str:
        """Begin to watch the clocks of an event just opened; the screen on which work goes on."""
        self._clock_watch, self._care = ClockWatch(session), LedgerCare(self, session)
        try:
            self._clock_watch.came_back()
        except CeremonyError:  # Nothing can be asked on a full disk; the first command will say so.
            return "door"
        return "stage" if session.state.agenda_progress.current else "door"

    def close_event(self) -> None:
        """Let go of the open event, if there is one."""
        if self.session is not None:
            self._leave_watches()
            self._let_go(self.session)
            self.session = self._desk = self._clock_watch = None
            for kind in _DAY_SCREENS:
                self.uninstall_screen(kind.NAME)

    def action_command_palette(self) -> None:
        """Find a command by its name."""
        if not isinstance(self.screen, CommandPalette):
            self.push_screen(CommandPalette(placeholder=_("Find a command…"), id="--command-palette"))

    async def action_events(self) -> None:
        """Leave the open event and show the list of events."""
        if self.session is None or not isinstance(self.screen, CeremonyScreen):
            return
        await self.switch_screen(WelcomeScreen())
        self.close_event()

    def _install(self) -> None:
        if self.session is not None and not self.session.duty:
            self.session.duty = load_settings().duty
        self._finder = GuestSearch(self.open_session.state)
        for kind in _DAY_SCREENS:
            self.install_screen(kind(), kind.NAME)

    async def on_event(self, event: events.Event) -> None:
        """Look at every key before any widget does, so that a scan works whatever has the focus."""
        if self._desk is not None and not event.is_forwarded:
            if isinstance(event, events.Key) and (
                self._desk.key(event) or move_focus(self.screen, event.key)
            ):
                return
            if isinstance(event, events.Paste) and self._desk.paste(event.text):
                return
        if isinstance(event, events.Key) and event.key in PRIORITY_KEYS and not event.is_forwarded:
            await let_earlier_keys_finish(self)
            screen = self.screen
            await super().on_event(event)
            await let_screen_open(self, screen)
            return
        await super().on_event(event)

    def take_scan(self, text: str, channel: Channel = "scanner") -> None:
        """Check in by a scan and show its answer wherever the person is looking."""
        assert self._desk is not None
        self._desk.take(text, channel)

    def state_changed(self) -> None:
        """Redraw after an entry."""
        self._redraws = False
        for screen in self.screen_stack:
            if isinstance(screen, CeremonyScreen):
                screen.refresh_all()

    def redraw_soon(self) -> None:
        """Redraw behind what is being painted now: once, for however many entries came meanwhile."""
        if not self._redraws:
            self._redraws = True
            self.call_after_refresh(self._redraw_if_due)

    def _redraw_if_due(self) -> None:
        if self._redraws:
            self.state_changed()

    def action_show(self, name: str) -> None:
        """Go to one of the event's screens; dialogs are left."""
        if self.session is None:
            self.say(_("Choose or make an event first."), "refused")
            return
        if isinstance(self.screen, CeremonyScreen):
            if name == self.screen.NAME:
                self.screen.shown_again()
            else:
                self.switch_screen(name)

    def action_note(self) -> None:
        """Ask for a note to the MC."""
        if isinstance(self.screen, CeremonyScreen):
            self.push_screen(NoteDialog())

    def action_help(self) -> None:
        """Show what every key does."""
        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(getattr(self.screen, "NAME", "")))

    def action_switch_bell(self) -> None:
        """Switch the bell off, or on again."""
        self.say(_("The bell is on.") if self.bells.switch() else _("The bell is off."))
        self.state_changed()

    def action_duty(self) -> None:
        """Ask who is on duty."""
        if isinstance(self.screen, CeremonyScreen):
            ask_duty(self)

    def action_undo(self) -> None:
        """Say what would be undone; at the second press, undo it."""
        if self.session is None or isinstance(self.screen, Dialog):
            return
        self._undo.press()

    def key_escape(self) -> None:
        """Withdraw the offers to undo and to leave, and clear the line of answers."""
        self._undo.withdraw()
        self._leaving.withdraw()
        self.say("")

    def action_leave(self) -> None:
        """Leave; every entry is on disk already. While an item runs, only at the second press."""
        self._leaving.press()

    def _leave_watches(self) -> None:
        if self.watches is not None:
            self.watches.close()
            self.watches = None

    def on_unmount(self) -> None:
        self._leave_watches()
        if self.session is not None:
            self._let_go(self.session)

    def _let_go(self, session: Session) -> None:
        if self._care is not None:
            self._care.end()
            self._care = None
        session.close()

    def _handle_exception(self, error: Exception) -> None:
        """Leave with the fault in ``fault`` instead of a traceback over the screen; tests still see it."""
        if self.is_headless:
            super()._handle_exception(error)
            return
        self.fault = error
        self.exit(return_code=1)

    def _tick(self) -> None:
        if not self.screen_stack:
            return
        if self._clock_watch is not None and self._asks_about_time(self._clock_watch):
            self.state_changed()
        if self._care is not None:
            self._care.tick()
        for screen in self.screen_stack:
            if isinstance(screen, CeremonyScreen) and screen.is_mounted:
                screen.tick_all()

    def _asks_about_time(self, watch: ClockWatch) -> bool:
        try:
            return watch.look() is not None
        except CeremonyError as error:
            self.refuse(error)
            return False
