"""What ``Pilot`` is in all tests: a person at the keyboard, and somebody who looks only once nothing moves.

Tests of screens run in time that jumps (``tests/virtual_time.py``). A test marked ``real_time`` runs by the
machine's clocks, because it waits for what no loop knows of: another program, a socket, a thread that a test
holds.
"""

import asyncio
from collections.abc import Callable, Mapping
from contextlib import suppress
from time import monotonic
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot

from tests.virtual_time import VirtualLoop
from tui.scanning.key_desk import KeyDesk
from tui.scanning.key_pace import HOLD
from tui.shell.disk import write_desk

REAL_TIME = "real_time"
_LONGEST_LOOK = 30.0
_BETWEEN_KEYS = 0.6
"""Seconds: nobody takes two keys this far apart for a scanner's."""
_AT_ONCE = 0.02
"""Seconds in which all is done that is to be done at once."""
_QUIET_LOOKS = 5
"""So many times in a row nothing was left to read: what a key set off has been done."""


def loop_factories(item: pytest.Item) -> Mapping[str, Callable[[], asyncio.AbstractEventLoop]]:
    """The loop that an asynchronous test runs on."""
    return {"time": asyncio.new_event_loop if item.get_closest_marker(REAL_TIME) else VirtualLoop}


@pytest.fixture(autouse=True)
def unhurried(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """``pilot.press`` is a person's hand: more than half a second lies between two keys, by the clock that
    stamps keys, and a ``pilot.pause`` is long enough to see that nothing follows.

    Keys that a test posts by itself come as it stamps them.
    """
    if request.node.get_closest_marker(REAL_TIME):
        _in_real_time(monkeypatch)
    else:
        _in_time_that_jumps(monkeypatch)


def _in_time_that_jumps(monkeypatch: pytest.MonkeyPatch) -> None:
    press = Pilot.press

    async def wait(seconds: float = 0.0, _longest: float = 1.0) -> None:
        # The clock stands still until nothing is left to do.
        await asyncio.sleep(seconds or _AT_ONCE)

    async def press_one_by_one(self: Pilot[Any], *keys: str) -> None:
        for key in keys:
            await press(self, key)
            await asyncio.sleep(_BETWEEN_KEYS)

    async def pause(self: Pilot[Any], delay: float | None = None) -> None:
        await asyncio.sleep(max(delay or 0.0, HOLD + _AT_ONCE))
        self.app.screen._on_timer_update()

    # Nor while a disk writes: however long this one takes, it is not the slow disk that a person is told of.
    monkeypatch.setattr(write_desk, "PATIENCE_SECONDS", _LONGEST_LOOK)
    monkeypatch.setattr("textual.app.wait_for_idle", wait)
    monkeypatch.setattr(Pilot, "_wait_for_screen", lambda self: asyncio.sleep(_AT_ONCE))
    monkeypatch.setattr(Pilot, "press", press_one_by_one)
    monkeypatch.setattr(Pilot, "pause", pause)


async def _all_read(pilot: Pilot[Any]) -> None:
    """Wait until nothing on screen has a message left to read, however long a busy machine takes for it."""
    app, end, quiet = pilot.app, monotonic() + _LONGEST_LOOK, 0
    while quiet < _QUIET_LOOKS and app.is_running and monotonic() < end:
        await asyncio.sleep(0)
        pumps = [app, *(pump for screen in app.screen_stack for pump in (screen, *screen.walk_children()))]
        quiet = 0 if any(pump.message_queue_size for pump in pumps) else quiet + 1


def _in_real_time(monkeypatch: pytest.MonkeyPatch) -> None:
    gone_by, made, now = [0.0], events.Key.__init__, KeyDesk.now
    press, pause = Pilot.press, Pilot.pause

    def make(self: events.Key, key: str, character: str | None) -> None:
        made(self, key, character)
        self.time += gone_by[0]

    async def press_one_by_one(self: Pilot[Any], *keys: str) -> None:
        for key in keys:
            gone_by[0] += _BETWEEN_KEYS / 2
            await press(self, key)
            await _all_read(self)
            await decide(self, _BETWEEN_KEYS / 2)
            await _all_read(self)

    async def decide(self: Pilot[Any], seconds: float) -> None:
        desk = getattr(self.app, "keys", None)
        if isinstance(desk, KeyDesk) and desk.deadline is not None:
            gone_by[0] += seconds
            done = asyncio.Event()
            self.app.call_later(desk.look)
            self.app.call_later(done.set)
            # A program that has left by now looks at nothing any more.
            with suppress(TimeoutError):
                await asyncio.wait_for(done.wait(), _LONGEST_LOOK)
            # What the key did may open a dialog, or be told to a screen behind it.
            for _round in range(3):
                await pause(self)

    async def pause_and_decide(self: Pilot[Any], delay: float | None = None) -> None:
        await pause(self, delay)
        await decide(self, HOLD)

    monkeypatch.setattr(events.Key, "__init__", make)
    monkeypatch.setattr(KeyDesk, "now", lambda self: now(self) + gone_by[0])
    monkeypatch.setattr(Pilot, "press", press_one_by_one)
    monkeypatch.setattr(Pilot, "pause", pause_and_decide)
