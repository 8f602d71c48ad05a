"""How long a person's key takes on every screen: ``python -m tests.bench.keys [KEYS] [PLACE ...]``.

Each key is timed from its coming in until what it did is painted first (*acts*) and until all that it did
is done and painted (*rests*), in time that jumps (``tests.virtual_time``): what is waited for, the judge's
hold and Textual's frames, is exact, and to it come the processor's milliseconds, so that a busy machine tells
nearly the same as an idle one. Beside these, how long the key was held, what was computed for it, and the
ratio of this to what the least Textual program with an Input computes for a letter in the same run. With
``real`` among the places, the same keys in real time. Exits 1 when of a hundred keys more than one acts late.
"""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import thread_time
from typing import Any, NamedTuple

from textual import events
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Input

from data.commands.stage import stage
from data.session.folders.home import HOME_VARIABLE
from data.session.laptop.own_folder import DATA_VARIABLE
from data.session.session import Session
from tests.bench.echo_app import EchoApp
from tests.bench.latency import households
from tests.bench.streams import p99
from tests.conftest import found, list_guests
from tests.virtual_time import LoopClock, run
from tui.frame.keys.key_order import let_earlier_keys_finish
from tui.shell.app import CeremonyApp

KEYS = 100
GUESTS = 140
LATEST = 0.1
HEADS = ("acts p50", "p99", "rests p50", "p99", "held", "work", "× least")
_BETWEEN = 0.25
_LETTER: tuple[str, ...] = ("n", "backspace")
_CURSOR: tuple[str, ...] = ("down", "up")
_MINUTE: tuple[str, ...] = ("plus", "minus")
_SIDE: tuple[str, ...] = ("right", "left")


class Place(NamedTuple):
    """Where keys are pressed: those that lead there, and those that are pressed in turn."""

    way: Sequence[str]
    keys: Sequence[str]


PLACES = {
    "door, a letter": Place(("f2",), _LETTER),
    "door, an arrow": Place(("f2", "n", "g"), _CURSOR),
    "stage, a minute": Place(("f3", "space"), _MINUTE),
    "gifts, a letter": Place(("f4", "down"), _LETTER),
    "gifts, an arrow": Place(("f4",), _CURSOR),
    "guests, a letter": Place(("f5",), _LETTER),
    "guests, an arrow": Place(("f5",), _CURSOR),
    "report, an arrow": Place(("f6",), _CURSOR),
    "event, an arrow": Place(("f10",), _CURSOR),
    "papers, an arrow": Place(("ctrl+g",), _CURSOR),
    "registrations, a letter": Place(("ctrl+r",), _LETTER),
    "registrations, an arrow": Place(("ctrl+r",), _CURSOR),
    "missing, a letter": Place(("ctrl+t",), _LETTER),
    "missing, an arrow": Place(("ctrl+t",), _CURSOR),
    "log, a letter": Place(("ctrl+l",), _LETTER),
    "log, an arrow": Place(("ctrl+l",), _CURSOR),
    "new guest, a letter": Place(("f2", "f8"), _LETTER),
    "new guest, an arrow": Place(("f2", "f8"), _CURSOR),
    "note, a letter": Place(("ctrl+n",), _LETTER),
    "question, an arrow": Place(("f3", "space", "b"), _SIDE),
    "help, an arrow": Place(("f1",), _CURSOR),
    "commands, a letter": Place(("ctrl+p",), _LETTER),
    "commands, an arrow": Place(("ctrl+p", "n"), _CURSOR),
}
WELCOME = {
    "first screen, an arrow": Place((), _CURSOR),
    "new event, a letter": Place(("n",), _LETTER),
}
"""Places where no event is open."""


class Taken(NamedTuple):
    """Seconds that a key took: in the judge's hands, and until something and all was painted, of which the
    processor worked so many."""

    held: float
    first: float
    first_work: float
    whole: float
    work: float


class Hand:
    """Presses keys in an app, and notes what each took in ``taken``. ``acts`` is the app's method that lets
    a key act: a key's time before it is a wait."""

    def __init__(self, app: App[Any], owner: object, acts: str) -> None:
        self._app, self._loop = app, asyncio.get_running_loop()
        self.taken: list[Taken] = []
        self._begun = 0.0
        self._first: tuple[float, float] | None = None
        act: Callable[[events.Event], Coroutine[Any, Any, None]] = getattr(owner, acts)

        async def noted(event: events.Event) -> None:
            held, self._first = self._loop.time() - event.time, None
            await act(event)
            if isinstance(event, events.Key):
                self._ends = asyncio.create_task(self._end(event, held))

        setattr(owner, acts, noted)
        display = app._display

        def shown(*what: Any) -> None:
            display(*what)
            self._first = self._first or (self._loop.time(), thread_time())

        setattr(app, display.__name__, shown)

    async def press(self, key: str) -> None:
        """Press a key and wait as long as a quick hand does."""
        event = events.Key(key, key if len(key) == 1 else None)
        self._begun = thread_time()
        self._app.post_message(event)
        await asyncio.sleep(_BETWEEN)

    async def _end(self, event: events.Key, held: float) -> None:
        for _round in range(2):
            await let_earlier_keys_finish(self._app)
            await self._told(self._app.call_later)
        await self._told(self._app.screen.call_after_refresh)
        now, worked = self._loop.time(), thread_time()
        first, first_worked = self._first or (now, worked)
        times = (first - event.time, first_worked - self._begun, now - event.time, worked - self._begun)
        self.taken.append(Taken(held, *times))

    async def _told(self, call: Callable[..., bool]) -> None:
        done = asyncio.Event()
        if call(done.set):
            await done.wait()


@asynccontextmanager
async def shown(app: App[Any]) -> AsyncIterator[Pilot[Any]]:
    """The app, painting as it does in a terminal, though into the void."""
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        yield pilot


async def least(count: int) -> list[Taken]:
    """What a letter takes in the least program."""
    app = EchoApp()
    async with shown(app):
        app.query_one(Input).cursor_blink = False
        hand = Hand(app, app, "on_event")
        for number in range(count):
            await hand.press(_LETTER[number % 2])
    return hand.taken


async def ours(place: Place, folder: Path | None, count: int) -> list[Taken]:
    """What a key takes at a place of the program."""
    clock = LoopClock(asyncio.get_running_loop())
    session = Session(folder, clock=clock) if folder else None
    app = CeremonyApp(session, clock)
    async with shown(app) as pilot:
        hand = Hand(app, app.keys, "_act")
        for key in place.way:
            await hand.press(key)
            await asyncio.sleep(1.0)
        await pilot._wait_for_screen()
        await asyncio.sleep(2.0)
        for line in app.screen.query(Input):
            line.cursor_blink = False
        hand.taken.clear()
        for number in range(count):
            await hand.press(place.keys[number % len(place.keys)])
        await asyncio.sleep(1.0)
    return hand.taken


def row(name: str, taken: Sequence[Taken], floor: Sequence[Taken], *, real: bool) -> tuple[str, bool]:
    """A row of the table, and whether the keys came in time."""
    acts = [one.first + (0.0 if real else one.first_work) for one in taken]
    rests = [one.whole + (0.0 if real else one.work) for one in taken]
    work, bare = (median(one.work for one in several) for several in (taken, floor))
    seconds = [median(acts), p99(acts), median(rests), p99(rests), median(one.held for one in taken), work]
    figures = [*(second * 1e3 for second in seconds), work / bare]
    return f"{name:<24}" + "".join(f"{figure:>10.1f}" for figure in figures), p99(acts) <= LATEST


def main(count: int, asked: Sequence[str]) -> int:
    """Print the table; 1 when a key was late."""
    real = "real" in asked
    words = [word for word in asked if word != "real"]
    play: Callable[[Coroutine[Any, Any, list[Taken]]], list[Taken]] = asyncio.run if real else run
    failed = 0
    print(f"{'ms':<24}" + "".join(f"{head:>10}" for head in HEADS))
    with TemporaryDirectory() as parent:
        os.environ[HOME_VARIABLE], os.environ[DATA_VARIABLE] = parent, str(Path(parent) / "own")
        floor = play(least(count))
        print(row("least program, a letter", floor, floor, real=real)[0], flush=True)
        for number, (name, place) in enumerate({**PLACES, **WELCOME}.items()):
            if words and not any(word in name for word in words):
                continue
            folder = Path(parent) / f"event-{number}"
            with Session(found(folder)) as session:
                list_guests(session, households(session.state.event.number, GUESTS))
                if name.startswith("question"):
                    stage.go(session)
            taken = play(ours(place, folder if name in PLACES else None, count))
            text, is_in_time = (
                row(name, taken, floor, real=real) if taken else (f"{name}: no key acted", False)
            )
            print(text + ("" if is_in_time else "  LATE"), flush=True)
            failed += not is_in_time
    return int(failed > 0)


if __name__ == "__main__":
    given = sys.argv[1:]
    number = int(given.pop(0)) if given and given[0].isdecimal() else KEYS
    sys.exit(main(number, given))
