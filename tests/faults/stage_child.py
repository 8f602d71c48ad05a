"""A stage without a screen: a step in, its entry on disk, what is seen out. It is there to be killed."""

import sys
from collections.abc import Callable
from pathlib import Path

from data.ceremony import Ceremony
from data.clock_watch import ClockWatch
from data.commands import stage
from data.commands.undo import undo

STEPS: dict[str, Callable[[Ceremony], object]] = {
    "go": stage.go,
    "back": stage.back,
    "pause": stage.pause_or_resume,
    "more": lambda ceremony: stage.adjust(ceremony, 1),
    "undo": undo,
    "look": lambda _ceremony: None,
}


def main() -> None:
    with Ceremony(Path(sys.argv[1])) as ceremony:
        watch = ClockWatch(ceremony)
        watch.came_back()
        for line in sys.stdin:
            STEPS[line.strip()](ceremony)
            watch.look()
            print(seen(ceremony), flush=True)


def seen(ceremony: Ceremony) -> str:
    """What runs, for how many seconds, of how many minutes, and how far all others have come."""
    rundown, now = ceremony.state.rundown, ceremony.now()
    begun = [item for item in ceremony.state.event.program if item.id in rundown.runs]
    ran = {item.id: rundown.elapsed(item.id, now).total_seconds() for item in begun}
    return " ".join(
        f"{item.id}:{rundown.state(item.id)}:{rundown.minutes(item)}:{ran[item.id]:.2f}" for item in begun
    )


if __name__ == "__main__":
    main()
