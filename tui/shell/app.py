"""The program: it owns the open event, takes every scan, and moves between the screens."""

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import BindingType
from textual.driver import Driver
from textual.reactive import Reactive

from data.clock import Clock, SystemClock
from data.commands.stage.clock_watch import ClockWatch
from data.errors import CeremonyError
from data.language import _
from data.memory import begun
from data.model.entries.door import Channel
from data.session.laptop.settings import load_settings
from data.session.session import Session
from tui.frame.bells import Bells
from tui.frame.command import Command
from tui.frame.event_screen import CeremonyScreen
from tui.frame.key_order import act_in_order
from tui.frame.repeat import RepeatGuard
from tui.frame.theme import HALL, begin_in_theme
from tui.scanning.camera_watcher import CameraWatcher
from tui.scanning.key_desk import KeyDesk
from tui.scanning.key_reader import read_by_arrival
from tui.scanning.scan_router import ScanRouter, pasted_into
from tui.shell.company import Company
from tui.shell.disk.ledger_care import LedgerCare
from tui.shell.keyboard_lock import KeyboardLock
from tui.shell.offers.leave_offer import LeaveOffer
from tui.shell.offers.undo_offer import UndoOffer
from tui.shell.places import PLACES, load_place, load_provider, load_welcome
from tui.shell.practice import Practice
from tui.shell.program_actions import ProgramActions
from tui.shell.registry import PRIORITY_KEYS, footer_of, place_name, program_bindings
from tui.shell.windows import Windows

if TYPE_CHECKING:
    from data.queries.people.guest_search import GuestSearch
    from data.repair.mending import Finding


class CeremonyApp(ProgramActions):
    """The terminal UI. It begins at the door (on the stage where an item runs), without event at welcome."""

    CSS_PATH = "../frame/theme.tcss"
    theme = Reactive(HALL.name, init=False)
    BINDINGS: ClassVar[list[BindingType]] = program_bindings()
    COMMANDS = {load_provider}
    ENABLE_COMMAND_PALETTE = True

    def __init__(
        self,
        session: Session | None = None,
        clock: Clock | None = None,
        finding: "Finding | None" = None,
        *,
        companion: bool = False,
    ) -> None:
        super().__init__()
        begin_in_theme(self)
        self._finding = finding
        self.session = session
        self.clock = clock or (session.clock if session else SystemClock())
        self._desk = ScanRouter(self, session) if session else None
        self.keys = KeyDesk(self, act=self._act, take=self.take_scan, refuse=self._refuse_line_end)
        self.watches = CameraWatcher(self, self._desk) if self._desk else None
        self._finder: GuestSearch | None = None
        self._redraws = False
        self.bells, self.go_lock = Bells(self), RepeatGuard()
        self._undo, self._leaving, self.practice = UndoOffer(self), LeaveOffer(self), Practice(self)
        self._clock_watch: ClockWatch | None = None
        self.keyboard = KeyboardLock(self)
        self.company = Company(self)
        self._care: LedgerCare | None = None
        self.windows, self._begins_with_phones = Windows(self), companion
        self.fault: Exception | None = None

    def get_driver_class(self) -> type[Driver]:
        return read_by_arrival(super().get_driver_class())

    @property
    def open_session(self) -> Session:
        """The open event; only screens of an event ask for it."""
        assert self.session is not None
        return self.session

    def on_mount(self) -> None:
        self.set_interval(1.0, self._tick)
        if self._finding is not None:
            from tui.shell.dialogs.mend import MendScreen

            self.push_screen(MendScreen(self._finding))
        elif self.session is None:
            self.push_screen(load_welcome())
        else:
            self._install()
            self.push_screen(self._place(self._begin(self.session)))
            self.keyboard.lock()
            self.call_after_refresh(self.company.resume)
            if self._begins_with_phones:
                self.run_worker(self.windows.open(), exit_on_error=False)

    def on_ready(self) -> None:
        begun()

    @property
    def together_line(self) -> tuple[str, str]:
        """How several laptops stand together and how urgent that is; empty while this one is alone."""
        return self.company.line

    @property
    def finder(self) -> "GuestSearch":
        """The search among the open event's guests; the screens that search share it."""
        found = self._finder
        if found is None:
            from data.queries.people.guest_search import GuestSearch

            found = self._finder = GuestSearch(self.open_session.state)
        return found

    def footer(self, screen: str) -> list[Command]:
        """What the footer of a screen shows, in order."""
        return footer_of(screen)

    def place_name(self, screen: str) -> str:
        """What one of the event's screens is called, with its key."""
        return place_name(screen)

    def open_event(self, folder: Path, at: str = "") -> None:
        """Open an event at its place ``at``, else its door. Raises CeremonyError when it cannot be."""
        self.close_event()
        self._go_into(Session(folder, clock=self.clock), at)

    def _go_into(self, opened: Session, at: str) -> None:
        self.session, self._desk = opened, ScanRouter(self, opened)
        self.watches = CameraWatcher(self, self._desk)
        self._install()
        begin = self._begin(opened)
        self.switch_screen(self._place(at or begin))
        self.keyboard.lock()
        self.call_after_refresh(self.company.resume)

    def open_or_mend(self, folder: Path, at: str = "") -> None:
        """Open an event, or show what can be mended first. Raises CeremonyError when neither can be."""
        from data.repair.offering import open_or_find

        self.close_event()
        found = open_or_find(folder, self.clock)
        if isinstance(found, Session):
            self._go_into(found, at)
        else:
            self.mend(found)

    def mend(self, found: "Finding") -> None:
        """Show what can be mended of an event, and by which key."""
        from tui.shell.dialogs.mend import MendScreen

        self.switch_screen(MendScreen(found))

    def show_events(self) -> None:
        """Show the list of events."""
        self.switch_screen(load_welcome())

    def _begin(self, session: Session) -> str:
        """Begin to watch the clocks of an event just opened; the screen on which work goes on."""
        self._clock_watch, self._care = ClockWatch(session), LedgerCare(self, session)
        try:
            self._clock_watch.came_back()
        except CeremonyError:  # Nothing can be asked on a full disk; the first command will say so.
            return "door"
        return "stage" if session.state.agenda_progress.current else "door"

    async def leave_event(self) -> Path | None:
        """Go to the first screen and let go of the open event; of a rehearsal, where it leads back to."""
        await self.switch_screen(load_welcome())
        return self.close_event()

    def close_event(self) -> Path | None:
        """Let go of the open event, if there is one; of a rehearsal, where it leads back to."""
        back = None
        if self.session is not None:
            self._leave_watches()
            self.windows.close_soon()
            folder = self.session.folder
            self._let_go(self.session)
            self.session = self._desk = self._clock_watch = None
            for name in PLACES:
                if self.is_screen_installed(name):
                    self.uninstall_screen(name)
            back = self.practice.end(folder)
        return back

    async def action_events(self) -> None:
        """Leave the open event and show the list of events; a rehearsal, and be where it was begun."""
        if self.session is None or not (self._is_free() and isinstance(self.screen, CeremonyScreen)):
            return
        if (back := await self.leave_event()) is not None:
            with self.refusals():
                self.open_event(back)

    def _install(self) -> None:
        if self.session is not None and not self.session.duty:
            self.session.duty = load_settings().duty
        self._finder = None

    def _place(self, name: str) -> str:
        """The name of a place of the open event, loaded if it was never shown."""
        if not self.is_screen_installed(name):
            self.install_screen(load_place(name), name)
        return name

    async def on_event(self, event: events.Event) -> None:
        """Judge every key before any widget has it, so that a scan works whatever has the focus."""
        if self.practice.is_tour and isinstance(event, events.Key | events.Paste):
            self.practice.leave()
            return
        if not event.is_forwarded:
            if isinstance(event, events.Key):
                await self.keys.key(event)
                return
            if isinstance(event, events.Paste) and self._desk is not None and self._desk.paste(event.text):
                return
            if self._desk is not None and not self.keyboard.takes(event):
                return
        await super().on_event(event)

    async def _act(self, event: events.Key) -> None:
        """Let a person's key act, where the keyboard is not locked to scanning."""
        if self._desk is not None and not self.keyboard.takes(event):
            return
        await act_in_order(self, event, super().on_event, at_once=event.key in PRIORITY_KEYS)

    def key_time(self) -> float:
        """The time by the clock that stamps the keys, in seconds."""
        return self.keys.now()

    def take_scan(self, text: str, channel: Channel = "scanner") -> None:
        """Check in by a scan and show its answer wherever the person is looking."""
        take_code = getattr(self.screen, "take_code", None)
        if take_code is not None and take_code(text):
            return
        if self._desk is not None:
            self._desk.take(text, channel)
        elif not pasted_into(self.focused, text):
            self.say(_("Choose or make an event first."), "refused")

    def _refuse_line_end(self) -> None:
        self.say(_("That came too fast for a hand. Look, then press the key once more."), "misread")

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
        # The first screen opens the event that is chosen there.
        if (open_at := getattr(self.screen, "open_at", None)) is not None and open_at(name):
            return
        if self.session is None:
            self.say(_("Choose or make an event first."), "refused")
            return
        if self._is_free() and isinstance(self.screen, CeremonyScreen):
            if name == self.screen.NAME:
                self.screen.shown_again()
            else:
                self.switch_screen(self._place(name))

    def show_gift(self, gift: str) -> None:
        """Go to the gifts' screen, with the gift of this id marked."""
        self.get_screen(self._place("gifts"), CeremonyScreen).want(gift)
        self.action_show("gifts")

    def _leave_watches(self) -> None:
        if self.watches is not None:
            self.watches.close()
            self.watches = None

    async def on_unmount(self) -> None:
        self._leave_watches()
        await self.windows.close()
        if self.session is not None:
            folder = self.session.folder
            self._let_go(self.session)
            self.practice.end(folder)

    def _let_go(self, session: Session) -> None:
        self.company.leave()
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
        self.keyboard.look()
        if self.session is not None:
            self.session.state.settle()
        if self._clock_watch is not None and self._asks_about_time(self._clock_watch):
            self.state_changed()
        if self._care is not None:
            self._care.tick()
        self.company.tick()
        for screen in self.screen_stack:
            if isinstance(screen, CeremonyScreen) and screen.is_mounted:
                screen.tick_all()

    def _asks_about_time(self, watch: ClockWatch) -> bool:
        try:
            return watch.look() is not None
        except CeremonyError as error:
            self.refuse(error)
            return False
