"""What the pages need of the program that they are a window into: with screens, or without."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from data.clock import Clock
from data.commands.door.answer import Answer
from data.errors import CeremonyError
from data.queries.people.guest_search import GuestSearch
from data.session.session import Session
from data.state.phones import Phone
from tui.frame.keys.repeat import RepeatGuard

Result = TypeVar("Result")


class Host(Protocol):
    """The running program. All of it runs in one thread, that of the loop: the ledger has one writer."""

    @property
    def session(self) -> Session:
        """The open event."""
        ...

    @property
    def clock(self) -> Clock:
        """The program's clocks."""
        ...

    @property
    def go_lock(self) -> RepeatGuard:
        """What keeps GO from being pressed twice, at the laptop or on any phone."""
        ...

    @property
    def finder(self) -> GuestSearch:
        """The search among the event's guests."""
        ...

    def write(
        self,
        command: Callable[[], Result],
        then: Callable[[Result], None],
        refused: Callable[[CeremonyError], None],
    ) -> None:
        """Do a command of the event in its turn, as the laptop's own are done."""
        ...

    def phone_answered(self, phone: Phone, answer: Answer) -> None:
        """Show on the laptop what a phone was told."""
        ...

    def warn(self, sentence: str) -> None:
        """Show on the laptop that somebody tries what they may not."""
        ...


class Alone:
    """A program without screens: ``main.py companion EVENT``."""

    def __init__(self, session: Session, tell: Callable[[str], None]) -> None:
        self.session = session
        self.clock = session.clock
        self.finder = GuestSearch(session.state)
        self.go_lock = RepeatGuard()
        self._tell = tell

    def write(
        self,
        command: Callable[[], Result],
        then: Callable[[Result], None],
        refused: Callable[[CeremonyError], None],
    ) -> None:
        """Do it now."""
        try:
            result = command()
        except CeremonyError as error:
            refused(error)
        else:
            then(result)

    def phone_answered(self, phone: Phone, answer: Answer) -> None:
        """Say nothing: no name goes into a terminal's log."""

    def warn(self, sentence: str) -> None:
        """Print it."""
        self._tell(sentence)
