"""What every act of a rehearsal works with, and where it notes what held."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from data.clock import SetClock
from data.session.session import Session
from data.state.state import State

Progress = Callable[[str, int, int], None]


@dataclass
class Stand:
    """The open event in ``folder`` with its clock; ``other`` is the folder of another village's event."""

    session: Session
    clock: SetClock
    folder: Path
    other: Path
    progress: Progress
    checks: list[tuple[str, bool]] = field(default_factory=list)
    files: list[Path] = field(default_factory=list)

    @property
    def state(self) -> State:
        """The event as it stands."""
        return self.session.state

    def check(self, sentence: str, held: bool) -> None:
        """Note a check as a sentence and whether it held."""
        self.checks.append((sentence, held))

    def named(self, what: str) -> Callable[[int, int], None]:
        """The progress of one kind of work."""
        return lambda done, total: self.progress(what, done, total)
