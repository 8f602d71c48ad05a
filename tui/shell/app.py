"""The program: it owns the open event, takes every scan, and moves between the screens."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar

from textual import events
from textual.app import App
from textual.binding import BindingType
from textual.command import CommandPalette

from data.clock import Clock, SystemClock
from data.commands.door.door import Answer
from data.errors import CeremonyError
from data.language import _
from data.model.entries.door import Channel
from data.queries.people.guest_search import GuestSearch
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
from tui.scanning.key_desk import KeyDesk
from tui.scanning.scan_router import ScanRouter
from tui.shell.dialogs.duty import ask_duty
from tui.shell.dialogs.help import HelpScreen
from tui.shell.dialogs.note import NoteDialog
from tui.shell.key_order import act_in_order
from tui.shell.leave_offer import LeaveOffer
from tui.shell.palette import RegistryProvider
from tui.shell.registry import PRIORITY_KEYS, program_bindings
from tui.shell.theme import HALL
from tui.shell.undo_offer import UndoOffer
from tui.stage.screen import StageScreen
from tui.welcome.screen import WelcomeScreen
from tui.widgets.answers import look_of

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


class CeremonyApp(App[None]):
    """The terminal UI. It begins at the door (on the stage where an item runs), without event at welcome."""

    CSS_PATH = "theme.tcss"
    BINDINGS: ClassVar[list[BindingType]] = program_bindings()
    COMMANDS = {RegistryProvider}
    ENABLE_COMMAND_PALETTE = True

    def __init__(self, session: Session | None = None, clock: Clock | None = None) -> None:
        super().__init__()
        self.session = session
        self.clock = clock or (session.clock if session else SystemClock())
        self._desk = ScanRouter(self, session) if session else None
        self.keys = KeyDesk(self, act=self._act, take=self.take_scan, refuse=self._refuse_line_end)
        self.watches = CameraWatcher(self, self._desk) if self._desk else None
        self._finder: GuestSearch | None = None
        self._redraws, self.bells = False, Bells(self)
        self._undo, self._leaving = UndoOffer(self), LeaveOffer(self)
        self._clock_watch: ClockWatch | None = None
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
        if self.session is None:
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

    def _begin(self, session: Session) -> str:
        """Begin to watch the clocks of an event just opened; the screen on which work goes on."""
        self._clock_watch = ClockWatch(session)
        try:
            self._clock_watch.came_back()
        except CeremonyError:  # Nothing can be asked on a full disk; the first command will say so.
            return "door"
        return "stage" if session.state.agenda_progress.current else "door"

    def close_event(self) -> None:
        """Let go of the open event, if there is one."""
        if self.session is not None:
            self._leave_watches()
            self.session.close()
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
        """Judge every key before any widget has it, so that a scan works whatever has the focus."""
        if not event.is_forwarded:
            if isinstance(event, events.Key):
                await self.keys.key(event)
                return
            if isinstance(event, events.Paste) and self._desk is not None and self._desk.paste(event.text):
                return
        await super().on_event(event)

    async def _act(self, event: events.Key) -> None:
        """Let a person's key act."""
        await act_in_order(self, event, super().on_event, at_once=event.key in PRIORITY_KEYS)

    def take_scan(self, text: str, channel: Channel = "scanner") -> None:
        """Check in by a scan and show its answer wherever the person is looking."""
        if self._desk is None:
            self.say(_("Choose or make an event first."), "refused")
        else:
            self._desk.take(text, channel)

    def _refuse_line_end(self) -> None:
        self.say(_("That came too fast for a hand. Look, then press the key once more."), "misread")

    def ring(self, answer: Answer) -> None:
        """Let an answer be heard."""
        self.bells.ring(look_of(answer).bells)

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

    def refuse(self, error: CeremonyError) -> None:
        """Show why something was not done."""
        self.bells.ring()
        self.say(error.sentence, "refused")

    def say(self, sentence: str, tone: str = "quiet") -> None:
        """Show a sentence where the person is looking; under the list of commands, behind it."""
        for screen in reversed(self.screen_stack):
            if isinstance(screen, CeremonyScreen | Dialog | WelcomeScreen):
                screen.strip.say(sentence, tone)
                return

    @contextmanager
    def refusals(self) -> Iterator[None]:
        """Run a command: its refusal becomes a sentence on screen, its success a redraw."""
        try:
            yield
        except CeremonyError as error:
            self.refuse(error)
        else:
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
            self.session.close()

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
        for screen in self.screen_stack:
            if isinstance(screen, CeremonyScreen) and screen.is_mounted:
                screen.tick_all()

    def _asks_about_time(self, watch: ClockWatch) -> bool:
        try:
            return watch.look() is not None
        except CeremonyError as error:
            self.refuse(error)
            return False
