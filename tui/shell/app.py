"""The program: it owns the open event, takes every scan, and moves between the screens."""

from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import BindingType
from textual.driver import Driver
from textual.reactive import Reactive
from textual.widgets import Input

from data.clock import Clock, SystemClock
from data.collector import begun
from data.language import _
from tui.frame.bells import Bells
from tui.frame.keys.command import Command
from tui.frame.keys.haste import too_fast
from tui.frame.keys.key_order import act_in_order, let_earlier_keys_finish
from tui.frame.keys.repeat import RepeatGuard
from tui.frame.theme import HALL, begin_in_theme
from tui.scanning.key_desk import KeyDesk
from tui.scanning.key_reader import read_by_arrival
from tui.shell.events.practice import Practice
from tui.shell.keyboard_lock import KeyboardLock
from tui.shell.keys.registry import PRIORITY_KEYS, footer_of, place_name, program_bindings
from tui.shell.network.company import Company
from tui.shell.network.phone_pages import Windows
from tui.shell.offers.leave_offer import LeaveOffer
from tui.shell.offers.undo_offer import UndoOffer
from tui.shell.opening import OpeningApp
from tui.shell.places import event_screen, event_screens, load_provider

if TYPE_CHECKING:
    from data.model.entries.door import Channel
    from data.repair.mending import Finding
    from data.session.session import Session


SELECT_ALL = "ctrl+a"


class CeremonyApp(OpeningApp):
    """The terminal UI. It begins at the door (on the stage where an item runs), without event at welcome."""

    CSS_PATH = "../frame/theme.tcss"
    theme = Reactive(HALL.name, init=False)
    BINDINGS: ClassVar[list[BindingType]] = program_bindings()
    COMMANDS = {load_provider}
    ENABLE_COMMAND_PALETTE = True

    def __init__(
        self,
        session: "Session | None" = None,
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
        self.keys = KeyDesk(self, act=self._act, take=self.take_scan, refuse=self._refuse_line_end)
        self._redraws = False
        self.bells, self.go_lock = Bells(self), RepeatGuard()
        self._undo, self._leaving, self.practice = UndoOffer(self), LeaveOffer(self), Practice(self)
        self.keyboard = KeyboardLock(self)
        self.company = Company(self)
        self.windows, self._begins_with_phones = Windows(self), companion

    def get_driver_class(self) -> type[Driver]:
        return read_by_arrival(super().get_driver_class())

    def on_mount(self) -> None:
        self.set_interval(1.0, self._tick)
        self.push_screen(self._first_screen(self._finding))
        if self.session is not None and self._finding is None:
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

    def footer(self, screen: str) -> list[Command]:
        """What the footer of a screen shows, in order."""
        return footer_of(screen)

    def place_name(self, screen: str) -> str:
        """What one of the event's screens is called, with its key."""
        return place_name(screen)

    async def on_event(self, event: events.Event) -> None:
        """Judge every key before any widget has it, so that a scan works whatever has the focus."""
        if self.practice.is_tour and isinstance(event, events.Key | events.Paste):
            self.practice.leave()
            return
        if not event.is_forwarded:
            if isinstance(event, events.Key):
                await self.keys.key(event)
                return
            opened = self._opened
            if isinstance(event, events.Paste) and opened is not None and opened.scans.paste(event.text):
                return
            if opened is not None and not self.keyboard.takes(event):
                return
        await super().on_event(event)

    async def _act(self, event: events.Key) -> None:
        """Let a person's key act, where the keyboard is not locked to scanning."""
        if self._opened is not None and not self.keyboard.takes(event):
            return
        if event.key == SELECT_ALL and isinstance(self.focused, Input):
            # What stands in a field is meant, as in all other programs; an empty line of a place has nothing.
            await let_earlier_keys_finish(self)
            if isinstance(self.focused, Input) and (self.focused.value or self.screen.is_modal):
                self.focused.select_all()
                return
        await act_in_order(self, event, super().on_event, at_once=event.key in PRIORITY_KEYS)

    def key_time(self) -> float:
        """The time by the clock that stamps the keys, in seconds."""
        return self.keys.now()

    def take_scan(self, text: str, channel: "Channel" = "scanner") -> None:
        """Check in by a scan and show its answer wherever the person is looking."""
        take_code = getattr(self.screen, "take_code", None)
        if take_code is not None and take_code(text):
            return
        if self._opened is not None:
            self._opened.scans.take(text, channel)
            return
        from tui.scanning.scan_router import pasted_into

        if not pasted_into(self.focused, text):
            self.say(_("Choose or make an event first."), "refused")

    def _refuse_line_end(self) -> None:
        self.say(too_fast(), "misread")

    def state_changed(self) -> None:
        """Redraw after an entry."""
        self._redraws = False
        for screen in event_screens(self.screen_stack):
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
        if self._is_free() and (shown := event_screen(self.screen)) is not None:
            if name == shown.NAME:
                shown.shown_again()
            else:
                self.switch_screen(self._place(name))

    def show_gift(self, gift: str) -> None:
        """Go to the gifts' screen, with the gift of this id marked."""
        if (gifts := event_screen(self.get_screen(self._place("gifts")))) is not None:
            gifts.want(gift)
        self.action_show("gifts")

    def _tick(self) -> None:
        if not self.screen_stack:
            return
        self.keyboard.look()
        if self._opened is None:
            return
        self._opened.tick()
        self.company.tick()
        for screen in event_screens(self.screen_stack):
            if screen.is_mounted:
                screen.tick_all()
