"""Opening an event, at the place where work goes on, and leaving it.

What works while one is open is loaded when one is opened: the first screen stands before that.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from textual.screen import Screen

from data.clock import Clock
from tui.frame.program import program_of
from tui.shell.events.forgetting import drop_places, forget
from tui.shell.network.company import Company
from tui.shell.places import event_screen, load_place, load_welcome
from tui.shell.program_actions import ProgramActions

if TYPE_CHECKING:
    from data.queries.people.guest_search import GuestSearch
    from data.repair.mending import Finding
    from data.session.session import Session
    from tui.scanning.camera_watcher import CameraWatcher
    from tui.shell.events.open_event import OpenEvent


class OpeningApp(ProgramActions):
    """The part of the program that opens events and leaves them; ``session`` is the one that is open."""

    session: "Session | None" = None
    clock: Clock
    company: Company
    _opened: "OpenEvent | None" = None
    _finder: "GuestSearch | None" = None

    @property
    def open_session(self) -> "Session":
        """The open event; only screens of an event ask for it."""
        assert self.session is not None
        return self.session

    @property
    def watches(self) -> "CameraWatcher | None":
        """What watches cameras and folders for the open event; None while none is open."""
        return self._opened.watches if self._opened is not None else None

    @property
    def finder(self) -> "GuestSearch":
        """The search among the open event's guests; the screens that search share it."""
        found = self._finder
        if found is None:
            from data.queries.people.guest_search import GuestSearch

            found = self._finder = GuestSearch(self.open_session.state)
        return found

    def open_event(self, folder: Path, at: str = "") -> None:
        """Open an event at its place ``at``, else its door. Raises CeremonyError when it cannot be."""
        from data.session.session import Session

        self.close_event()
        self._go_into(Session(folder, clock=self.clock), at)

    def open_or_mend(self, folder: Path, at: str = "") -> None:
        """Open an event, or show what can be mended first. Raises CeremonyError when neither can be."""
        from data.repair.opening_offer import open_or_find
        from data.session.session import Session

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

    def _begin(self, session: "Session") -> str:
        """Begin what works while ``session`` is open; the name of the place at which work goes on."""
        from tui.shell.events.open_event import OpenEvent

        self.session, self._finder = session, None
        self._opened = OpenEvent(program_of(self), session)
        return self._opened.begin()

    def _go_into(self, session: "Session", at: str) -> None:
        begin = self._begin(session)
        self.switch_screen(self._place(at or begin))
        self.keyboard.lock()
        self.call_after_refresh(self.company.resume)

    def _first_screen(self, finding: "Finding | None") -> str | Screen[None]:
        """What is shown first: the event that is given, what can be mended of one, or the list of events."""
        if finding is not None:
            from tui.shell.dialogs.mend import MendScreen

            return MendScreen(finding)
        return load_welcome() if self.session is None else self._place(self._begin(self.session))

    def _place(self, name: str) -> str:
        """The name of a place of the open event, loaded if it was never shown."""
        if not self.is_screen_installed(name):
            self.install_screen(load_place(name), name)
        return name

    async def leave_event(self) -> Path | None:
        """Go to the first screen and let go of the open event; of a rehearsal, where it leads back to."""
        await self.switch_screen(load_welcome())
        return self.close_event()

    def close_event(self) -> Path | None:
        """Let go of the open event, if there is one; of a rehearsal, where it leads back to."""
        if self.session is None:
            return None
        self.windows.close_soon()
        folder = self.session.folder
        self._let_go()
        self.session, self._finder = None, None
        self._withdraw_offers()
        forget(self)
        drop_places(self)
        return self.practice.end(folder)

    async def forget_people(self, sentence: str) -> None:
        """Show the place in front anew, with ``sentence``, and drop all others: personal data were deleted.

        What a screen, its lines and its lists said of people is nowhere but in them, and goes with them.
        """
        shown = event_screen(self.screen)
        if self.session is None or shown is None:
            return
        self._finder = None
        self._withdraw_offers()
        forget(self)
        fresh = load_place(shown.NAME)
        self.say_when_shown(sentence, "welcome")
        await self.switch_screen(fresh)
        drop_places(self)
        self.install_screen(fresh, shown.NAME)

    async def action_events(self) -> None:
        """Leave the open event and show the list of events; a rehearsal, and be where it was begun."""
        if self.session is None or not (self._is_free() and event_screen(self.screen)):
            return
        if (back := await self.leave_event()) is not None:
            with self.refusals():
                self.open_event(back)

    async def on_unmount(self) -> None:
        if self.watches is not None:
            self.watches.close()
        await self.windows.close()
        if self.session is not None:
            folder = self.session.folder
            self._let_go()
            self.practice.end(folder)

    def _let_go(self) -> None:
        self.company.leave()
        opened, self._opened = self._opened, None
        if opened is not None:
            opened.end()
        elif self.session is not None:
            self.session.close()
