"""The real program under streams of keys of every kind, and what came of each."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import patch

from textual import events
from textual._compositor import Compositor
from textual.pilot import Pilot

from data.model.entries.door import CameAgain, CheckedIn, ScanRefused
from data.model.entries.gifts import GiftRefused, HandedOver
from data.session.session import Session
from tests.conftest import found, list_guests, many_households
from tests.tui.scanning.key_judge.kinds import Pressed, broken, by_hand, card, foreign, keys_of
from tests.virtual_time import LoopClock
from tests.waiting import until
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
SILENCE = 4.0
"""Seconds after which a stream is over, and a scanner's stutter too."""


@dataclass
class Counters:
    """What came of streams; ``late`` are a person's keys, each by so many seconds, ``told`` the faults."""

    tried: int = 0
    wrong: int = 0
    acted: int = 0
    lost: int = 0
    late: list[float] = field(default_factory=list)
    told: list[str] = field(default_factory=list)

    def add(self, other: "Counters") -> None:
        """Count in what ``other`` counted."""
        self.tried += other.tried
        self.wrong += other.wrong
        self.acted += other.acted
        self.lost += other.lost
        self.late += other.late
        self.told += other.told


class Keyboard:
    """Presses keys in the program at the times that they say, by the clock of the loop that it runs on."""

    def __init__(self, app: CeremonyApp) -> None:
        self._app, self._loop = app, asyncio.get_running_loop()
        self.late: list[float] = []
        act = app.keys._act

        async def timed(event: events.Key) -> None:
            self.late.append(self._loop.time() - event.time)
            await act(event)

        app.keys._act = timed

    async def play(self, pressed: list[Pressed]) -> list[Pressed]:
        """Let the keys come in and wait until all is said about them; returns when they really came."""
        before, came = self._loop.time(), []
        for key, character, after in pressed:
            if after > 0:
                await asyncio.sleep(after)
            event = events.Key(key, character)
            self._app.post_message(event)
            came.append(Pressed(key, character, event.time - before))
            before = event.time
        await asyncio.sleep(SILENCE)
        return came


@asynccontextmanager
async def unpainted() -> AsyncIterator[None]:
    """Nobody looks: what a program without terminal paints, only to throw it away, is not computed."""
    paint = Compositor.render_update

    def skip(self: Compositor, full: bool = False, **options: Any) -> Any:
        if full:
            return paint(self, full, **options)
        self._dirty_regions.clear()
        return None

    with patch.object(Compositor, "render_update", skip):
        yield


@asynccontextmanager
async def program(folder: Path) -> AsyncIterator[tuple[Session, CeremonyApp, Pilot[None], Keyboard]]:
    """The program on an event of a hundred households, a new one if none is there, and its keyboard."""
    is_new = not folder.exists()
    clock = LoopClock(asyncio.get_running_loop())
    with Session(found(folder) if is_new else folder, clock=clock) as session:
        if is_new:
            list_guests(session, many_households(session.state.event.number, 99))
        app = CeremonyApp(session)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            yield session, app, pilot, Keyboard(app)


async def go_to(place: str, app: CeremonyApp, pilot: Pilot[None], keyboard: Keyboard) -> None:
    """Stand at a place with an empty line."""
    while len(app.screen_stack) > 2:
        app.pop_screen()
        await pilot.pause()
    await keyboard.play([Pressed(key, None, 2.0) for key in PLACES[place]])
    await pilot._wait_for_screen()
    if isinstance(app.screen, GiftsScreen):
        app.screen.query_one(GiftList).choose(_DESK_GIFT)
        app.screen.show_state()
        await until(pilot, lambda: isinstance(app.focused, LineInput))
    _empty_lines(app)
    await pilot.pause()


def _empty_lines(app: CeremonyApp) -> None:
    for line in app.screen.query(LineInput):
        line.value = ""


async def trial(place: str, folder: Path, chance: Random, count: int, counters: Counters) -> None:
    """Play ``count`` streams of every kind at one place, and count what came of them."""
    async with program(folder) as (session, app, pilot, keyboard), unpainted():
        await go_to(place, app, pilot, keyboard)
        for _stream in range(count):
            kind = chance.choice(KINDS)
            stood = _where(app)
            number = chance.randrange(1, 100)
            pressed, typed = stream_of(kind, session.state.guests[number].code, number, place, chance)
            before, seen = len(session.state.entries), set(session.state.present)
            keyboard.late.clear()
            await keyboard.play(pressed)
            new = [entry.what for entry in session.state.entries[before:]]
            welcome = {number} if kind != "foreign" else set()
            served = {n for what in new if isinstance(what, HandedOver) for n in what.households or ()}
            strange = [what for what in new if not isinstance(what, _OURS)]
            moved = _where(app) != stood
            counters.tried += 1
            wrong = bool((set(session.state.present) - seen | served) - welcome)
            counters.wrong += wrong
            counters.acted += bool(strange or moved)
            lost = not _arrived(kind, place, number, new, session) or not _stands(typed, place, app)
            counters.lost += lost
            if kind in ("hand", "both"):
                counters.late += keyboard.late
            if wrong or strange or moved or lost:
                counters.told.append(
                    f"{place} {kind} {number} wrong={wrong} {strange} {moved} {lost} {pressed}"
                )
            if moved:
                await go_to(place, app, pilot, keyboard)
            _empty_lines(app)


def _where(app: CeremonyApp) -> list[object]:
    """The screens that are shown, and what has the focus: no scan moves either."""
    return [*(type(screen) for screen in app.screen_stack), app.focused]


def stream_of(kind: str, code: str, number: int, place: str, chance: Random) -> tuple[list[Pressed], str]:
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
