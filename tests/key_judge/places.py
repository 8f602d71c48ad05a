"""The real program under streams of keys, by a clock of its own: no time passes but what the keys say."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from random import Random

from textual import events
from textual.pilot import Pilot

from data.model.entries.door import CameAgain, CheckedIn, ScanRefused
from data.model.entries.gifts import GiftRefused, HandedOver
from data.session.session import Session
from tests.conftest import found, list_guests, many_households
from tests.key_judge.kinds import Pressed, broken, by_hand, card, foreign, keys_of
from tui.gifts.gift_list import GiftList
from tui.gifts.screen import GiftsScreen
from tui.shell.app import CeremonyApp
from tui.widgets.lines.line_input import LineInput

PLACES = {
    "door": ("f2",),
    "stage": ("f3",),
    "gift desk": ("f4",),
    "form": ("f2", "f8"),
    "papers": ("ctrl+g",),
    "event": ("f10",),
}
"""The keys that lead to each place."""
KINDS = ("card", "card", "foreign", "foreign", "broken", "hand", "both")
_OURS = (CheckedIn, CameAgain, ScanRefused, HandedOver, GiftRefused)
_DESK_GIFT = "tai-lieu"


class Counters(Counter[str]):
    """Counts of ``tried``, ``wrong``, ``acted`` and ``lost``; ``late`` are a person's keys, in seconds."""

    late: list[float]

    def __init__(self) -> None:
        super().__init__()
        self.late = []
        self.told: list[str] = []


class Keyboard:
    """Presses keys in the program at the times that they say."""

    def __init__(self, app: CeremonyApp, pilot: Pilot[None]) -> None:
        self._app, self._pilot = app, pilot
        self._now = 1000.0
        self.late: list[float] = []
        app.keys.now = lambda: self._now  # type: ignore[method-assign]
        app.keys._wait = lambda: None  # type: ignore[method-assign]
        act = app.keys._act

        async def timed(event: events.Key) -> None:
            self.late.append(self._now - event.time)
            await act(event)

        app.keys._act = timed

    async def play(self, pressed: list[Pressed]) -> None:
        """Let the keys come in and wait until all is said about them."""
        for key, character, after in pressed:
            await self._pass(after)
            event = events.Key(key, character)
            event.time = self._now
            self._app.post_message(event)
            await self._settle()
        await self._pass(4.0)
        await self._pilot.pause()

    async def _pass(self, seconds: float) -> None:
        end = self._now + seconds
        while (deadline := self._app.keys.deadline) is not None and deadline <= end:
            self._now = max(self._now, deadline)
            self._app.call_later(self._app.keys.look)
            await self._settle()
        self._now = end

    async def _settle(self) -> None:
        done = asyncio.Event()
        self._app.call_later(done.set)
        await done.wait()


@asynccontextmanager
async def program(folder: Path) -> AsyncIterator[tuple[Session, CeremonyApp, Pilot[None], Keyboard]]:
    """The program on a new event of a hundred households, and its keyboard."""
    with Session(found(folder)) as session:
        list_guests(session, many_households(session.state.event.number, 99))
        app = CeremonyApp(session)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            yield session, app, pilot, Keyboard(app, pilot)


async def go_to(place: str, app: CeremonyApp, pilot: Pilot[None], keyboard: Keyboard) -> None:
    """Stand at a place with an empty line."""
    while len(app.screen_stack) > 2:
        app.pop_screen()
        await pilot.pause()
    await keyboard.play([Pressed(key, None, 2.0) for key in PLACES[place]])
    if isinstance(app.screen, GiftsScreen):
        app.screen.query_one(GiftList).choose(_DESK_GIFT)
        app.screen.show_state()
        await pilot.pause()
    for line in app.screen.query(LineInput):
        line.value = ""
    await pilot.pause()


async def trial(place: str, folder: Path, chance: Random, count: int, counters: Counters) -> None:
    """Play ``count`` streams of every kind at one place, and count what came of them."""
    async with program(folder) as (session, app, pilot, keyboard):
        await go_to(place, app, pilot, keyboard)
        for _stream in range(count):
            kind = chance.choice(KINDS)
            stack = [type(screen) for screen in app.screen_stack]
            number = chance.randrange(1, 100)
            pressed, typed = _stream_of(kind, session.state.guests[number].code, number, place, chance)
            before, seen = len(session.state.entries), set(session.state.present)
            keyboard.late.clear()
            await keyboard.play(pressed)
            new = [entry.what for entry in session.state.entries[before:]]
            welcome = {number} if kind != "foreign" else set()
            served = {n for what in new if isinstance(what, HandedOver) for n in what.households or ()}
            strange = [what for what in new if not isinstance(what, _OURS)]
            moved = [type(screen) for screen in app.screen_stack] != stack
            counters["tried"] += 1
            wrong = bool((set(session.state.present) - seen | served) - welcome)
            counters["wrong"] += wrong
            counters["acted"] += bool(strange or moved)
            lost = not _arrived(kind, place, number, new, session) or not _stands(typed, place, app)
            counters["lost"] += lost
            if kind in ("hand", "both"):
                counters.late += keyboard.late
            if wrong or strange or moved or lost:
                counters.told.append(
                    f"{place} {kind} {number} wrong={wrong} {strange} {moved} {lost} {pressed}"
                )
            if moved or place in ("form", "door", "gift desk"):
                await go_to(place, app, pilot, keyboard)


def _stream_of(kind: str, code: str, number: int, place: str, chance: Random) -> tuple[list[Pressed], str]:
    """Keys of one kind, and the text that must then stand in the form."""
    if kind == "card":
        return card(code, chance), ""
    if kind == "foreign":
        return foreign(chance), ""
    if kind == "broken":
        return broken(code, chance), ""
    text = chance.choice(("Lan", "Nguyễn Văn")) if place == "form" else ""
    if kind == "both":
        scan = keys_of("00" + code + "\r", 0.002, chance, first=0.04)
        return [*by_hand(text, chance), *scan] if text else scan, text
    if place == "door":
        return by_hand(f"{number}\r", chance), ""
    if place == "stage":
        return by_hand("vv", chance), ""
    return by_hand(text, chance), text


def _arrived(kind: str, place: str, number: int, new: Sequence[object], session: Session) -> bool:
    if kind not in ("card", "both") and not (kind == "hand" and place == "door"):
        return True
    if place == "gift desk":
        had = session.state.handovers.share(_DESK_GIFT, number) is not None
        return had or any(isinstance(what, GiftRefused) and what.guest == number for what in new)
    return number in session.state.present


def _stands(typed: str, place: str, app: CeremonyApp) -> bool:
    return place != "form" or not typed or app.screen.query(LineInput).first().value == typed
