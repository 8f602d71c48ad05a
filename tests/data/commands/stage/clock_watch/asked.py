"""What the clocks' watch asks, and a program that is started again."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from shutil import copytree

from data.clock import SetClock
from data.commands.stage.clock_watch import ClockWatch
from data.model.entries.stage import TimeInDoubt
from data.session.session import Session

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
FIRST = "gioi-thieu"


def question(session: Session) -> tuple[str, TimeInDoubt]:
    found = session.state.agenda_progress.question()
    assert found is not None
    return found


@contextmanager
def started_again(session: Session, clock: SetClock, to: Path) -> Iterator[tuple[Session, ClockWatch]]:
    """The program as it comes back on what a crash left: another run, ticks that began anew."""
    copytree(session.folder, to)
    again = SetClock(clock.wall, ticks=7.0)
    with Session(to, clock=again) as opened:
        watch = ClockWatch(opened)
        watch.came_back()
        yield opened, watch
