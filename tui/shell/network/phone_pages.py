"""The pages for phones, as the running program has them: off until switched on, ended with the event."""

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, TypeVar

from data.clock import Clock
from data.errors import CeremonyError
from data.language import _
from tui.frame.keys.repeat import RepeatGuard
from tui.frame.program import Program
from tui.shell.network.browser import show_in_browser

if TYPE_CHECKING:
    from data.commands.door.answer import Answer
    from data.queries.people.guest_search import GuestSearch
    from data.session.session import Session
    from data.state.phones import Phone
    from tui.companion.serving.server import Companion

Result = TypeVar("Result")


class Windowed(Program, Protocol):
    """The program, as the pages see it."""


class Windows:
    """Switches the pages on and off. While they are off ``companion`` is None, and nothing of them loaded."""

    def __init__(self, app: Windowed) -> None:
        self._app = app
        self.companion: Companion | None = None
        self._ending: set[asyncio.Task[None]] = set()

    async def open(self) -> "Companion | None":
        """Switch the pages on for the open event; None, after saying why, where that cannot be."""
        session = self._app.session
        if session is None:
            return None
        if self.companion is None:
            from tui.companion.pages import companion_with_pages

            companion = companion_with_pages(_InProgram(self._app, session))
            try:
                await companion.start()
            except CeremonyError as error:
                self._app.refuse(error)
                return None
            if self._app.session is not session:
                await companion.stop()
                return None
            self.companion = companion
            told = _("The phones' pages are on: https://{address}:{port}")
            self._app.say(told.format(address=companion.addresses[0], port=companion.port))
        return self.companion

    async def show_here(self, path: str) -> None:
        """Switch the pages on and show one in this laptop's browser; its address where there is none."""
        companion = await self.open()
        if companion is None:
            return
        address = f"http://127.0.0.1:{companion.plain_port}{path}"
        if await asyncio.to_thread(show_in_browser, address):
            told = _("The page is in the browser: {address}. Move it to the projector, F: whole screen.")
        else:
            told = _("No browser opened by itself. Type this address into one: {address}")
        self._app.say(told.format(address=address))

    async def close(self) -> None:
        """Switch the pages off and wait until nobody is served any more."""
        self.close_soon()
        await asyncio.gather(*self._ending, return_exceptions=True)

    def close_soon(self) -> None:
        """Switch the pages off: no request is answered any more, what is open ends behind this."""
        companion, self.companion = self.companion, None
        if companion is not None:
            companion.leave()
            task = asyncio.get_running_loop().create_task(companion.stop())
            self._ending.add(task)
            task.add_done_callback(self._ending.discard)


class _InProgram:
    """What the pages ask of the program with screens."""

    def __init__(self, app: Windowed, session: "Session") -> None:
        self._app = app
        self.session = session

    @property
    def clock(self) -> Clock:
        return self._app.clock

    @property
    def go_lock(self) -> RepeatGuard:
        return self._app.go_lock

    @property
    def finder(self) -> "GuestSearch":
        return self._app.finder

    def write(
        self,
        command: Callable[[], Result],
        then: Callable[[Result], None],
        refused: Callable[[CeremonyError], None],
    ) -> None:
        """Do a command in its turn, behind what the laptop's own scanner brought."""
        self._app.write(command, then, refused)
        self._app.redraw_soon()

    def phone_answered(self, phone: "Phone", answer: "Answer") -> None:
        """Show in one line what a phone at the door was told."""
        self._app.redraw_soon()

    def warn(self, sentence: str) -> None:
        """Show it where the person is looking."""
        self._app.say(sentence, "refused")
