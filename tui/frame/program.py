"""What the parts of the screen may ask of the running program.

Places, dialogs and widgets know the program by this protocol alone, so that none of them ties itself to the
app, which knows them all.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, cast

from textual.dom import DOMNode
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import Widget

from data.clock import Clock
from data.errors import CeremonyError
from tui.frame.bells import Bells
from tui.frame.keys.command import Command
from tui.frame.keys.repeat import RepeatGuard

if TYPE_CHECKING:
    from data.commands.door.answer import Answer
    from data.model.entries.door import Channel
    from data.queries.people.guest_search import GuestSearch
    from data.repair.mending import Finding
    from data.session.session import Session

Result = TypeVar("Result")


class Program(Protocol):
    """The running program, as those see it who work in it. ``session`` is None while no event is open.

    ``go_lock`` keeps GO from being pressed twice, at the laptop or on the MC's phone.
    """

    session: "Session | None"
    clock: Clock
    bells: Bells
    go_lock: RepeatGuard
    is_recording: bool

    @property
    def open_session(self) -> "Session":
        """The open event; only parts of an event's screens ask for it."""
        ...

    @property
    def finder(self) -> "GuestSearch":
        """The search among the open event's guests, shared by all screens."""
        ...

    @property
    def together_line(self) -> tuple[str, str]:
        """How several laptops stand together and how urgent that is; empty while this one is alone."""
        ...

    @property
    def focused(self) -> Widget | None:
        """The widget that has the focus."""
        ...

    @property
    def screen(self) -> Screen[Any]:
        """The screen in front."""
        ...

    @property
    def screen_stack(self) -> list[Screen[Any]]:
        """All screens that are shown, the one in front last."""
        ...

    def footer(self, screen: str) -> list[Command]:
        """What the footer of a screen shows, in order."""
        ...

    def place_name(self, screen: str) -> str:
        """What one of the event's screens is called, with its key: ``F2 Door``."""
        ...

    def open_event(self, folder: Path, at: str = "") -> None:
        """Open an event at its place ``at``, else its door. Raises CeremonyError when it cannot be."""
        ...

    def open_or_mend(self, folder: Path, at: str = "") -> None:
        """Open an event, or show what can be mended first. Raises CeremonyError when neither can be."""
        ...

    def mend(self, found: "Finding") -> None:
        """Show what can be mended of an event, and by which key."""
        ...

    def show_events(self) -> None:
        """Show the list of events."""
        ...

    async def forget_people(self, sentence: str) -> None:
        """Let every screen forget what it said of people, and say ``sentence``: they were deleted."""
        ...

    def action_show(self, name: str) -> None:
        """Go to one of the event's places."""
        ...

    def show_gift(self, gift: str) -> None:
        """Go to the gifts' screen, with the gift of this id marked."""
        ...

    def key_time(self) -> float:
        """The time by the clock that stamps the keys, in seconds."""
        ...

    def take_scan(self, text: str, channel: "Channel" = "scanner") -> None:
        """Check in by a scan and show its answer wherever the person is looking."""
        ...

    def refusals(self) -> AbstractContextManager[None]:
        """Run a command: its refusal becomes a sentence on screen, its success a redraw."""
        ...

    def write(
        self,
        command: Callable[[], Result],
        then: Callable[[Result], None],
        refused: Callable[[CeremonyError], None],
    ) -> None:
        """Do a command of the open event in its turn; on a slow disk the screen goes on meanwhile."""
        ...

    def carry_out(self, command: Callable[[], Result], then: Callable[[Result], None]) -> None:
        """Do a person's command of the open event in its turn: its refusal becomes a sentence on screen, its
        success a redraw. ``command`` touches no widget; ``then`` does. See also ``frame.carrying_out``."""
        ...

    def refuse_guest(self, error: CeremonyError) -> None:
        """Show that nothing was recorded, in the place of the last answer, and let it be heard."""
        ...

    def tell_writing(self, waiting: int) -> None:
        """Say, where answers stand, that a slow disk has not taken yet what was scanned."""
        ...

    def tell_news(self) -> None:
        """Say what was kept for the screen that has come."""
        ...

    def say_when_shown(self, sentence: str, tone: str) -> None:
        """Show a sentence on the screen that is about to come."""
        ...

    def refuse(self, error: CeremonyError) -> None:
        """Show why something was not done."""
        ...

    def say(self, sentence: str, tone: str = "quiet") -> None:
        """Show a sentence where the person is looking."""
        ...

    def say_too_soon(self) -> None:
        """Say that a key that is locked against being held down has to be pressed once more."""
        ...

    async def rehearse(self, source: Path | None, per_minute: float, back: Path | None) -> None:
        """Open a copy of the event in ``source`` (None: of the sample), to which guests come by themselves.

        ``back`` is the event to which leaving leads. Raises CeremonyError when it cannot be copied.
        """
        ...

    def ring(self, answer: "Answer") -> None:
        """Let an answer be heard."""
        ...

    def bell(self) -> None:
        """Ring the terminal's bell once."""
        ...

    def state_changed(self) -> None:
        """Redraw after an entry."""
        ...

    def redraw_soon(self) -> None:
        """Redraw behind what is being painted now."""
        ...

    def key_escape(self) -> None:
        """Withdraw what is offered, and clear the line of answers."""
        ...

    def exit(self) -> None:
        """Leave the program."""
        ...

    def call_later(self, callback: Callable[..., Any], *args: Any) -> bool:
        """Have ``callback`` run by the program, also from another thread; False when it has ended."""
        ...

    def run_worker(
        self, work: Any, *, group: str = "default", exit_on_error: bool = True, thread: bool = False
    ) -> Any:
        """Have ``work`` run beside the program, in a ``thread``."""
        ...

    def set_timer(self, delay: float, callback: Callable[[], Any]) -> Timer:
        """Have ``callback`` run after ``delay`` seconds."""
        ...

    def push_screen(self, screen: Any, callback: Callable[[Any], Any] | None = None) -> Any:
        """Show a dialog; ``callback`` gets what it is left with."""
        ...


def program_of(node: DOMNode) -> Program:
    """The program that a screen or widget runs in."""
    return cast(Program, node.app)


class OfProgram:
    """What a screen, a dialog or a widget is beside that: a part of the program."""

    @property
    def program(self) -> Program:
        """The program that this runs in."""
        assert isinstance(self, DOMNode)
        return program_of(self)

    def hands_in(self) -> None:
        """Hear that what it holds is being recorded from now on."""


class OfEvent(OfProgram):
    """A part of the program that is there only while an event is open."""

    @property
    def session(self) -> "Session":
        """The open event."""
        return self.program.open_session
