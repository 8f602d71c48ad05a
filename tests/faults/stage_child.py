"""A stage without a screen: a step in, its entry on disk, what is seen out. It is there to be killed."""

import sys
from collections.abc import Callable
from pathlib import Path

from data.commands.stage import stage
from data.commands.stage.clock_watch import ClockWatch
from data.commands.undo import undo
from data.session.session import Session

STEPS: dict[str, Callable[[Session], object]] = {
    "go": stage.go,
    "back": stage.back,
    "pause": stage.pause_or_resume,
    "more": lambda session: stage.adjust(session, 1),
    "undo": undo,
    "look": lambda _session: None,
}


def main() -> None:
    with Session(Path(sys.argv[1])) as session:
        watch = ClockWatch(session)
        watch.came_back()
        for line in sys.stdin:
            STEPS[line.strip()](session)
            watch.look()
            print(seen(session), flush=True)


def seen(session: Session) -> str:
    """What runs, for how many seconds, of how many minutes, and how far all others have come."""
    agenda_progress, now = session.state.agenda_progress, session.now()
    begun = [item for item in session.state.event.program if item.id in agenda_progress.runs]
    ran = {item.id: agenda_progress.elapsed(item.id, now).total_seconds() for item in begun}
    return " ".join(
        f"{item.id}:{agenda_progress.state(item.id)}:{agenda_progress.minutes(item)}:{ran[item.id]:.2f}"
        for item in begun
    )


if __name__ == "__main__":
    main()
