"""Keys pressed by mistake, or held down, on the stage: none ends the ceremony, none loses a time."""

from datetime import timedelta
from string import ascii_letters, digits

import pytest

from data.clock import SetClock
from data.commands.stage import stage
from data.commands.stage.clock_watch import ClockWatch
from data.model.entries.stage import Paused, Went, WentBack
from data.session.session import Session
from tests.tui.stage.hall import acting, seen
from tui.frame.keys.repeat import RepeatGuard
from tui.stage.screen import StageScreen

KEYS = (
    *ascii_letters,
    *digits,
    *(f"f{number}" for number in range(1, 13)),
    *("enter", "space", "escape", "backspace", "delete", "tab", "home", "end", "pageup", "pagedown"),
    *("up", "down", "left", "right", "plus", "minus", "equals_sign", "comma", "full_stop", "slash", "ctrl+j"),
    *("ư", "ơ", "đ", "ă", "â", "ê", "ô"),
)


def went(session: Session) -> int:
    return sum(isinstance(entry.what, Went) for entry in session.state.entries)


def times(session: Session) -> dict[str, tuple[object, timedelta]]:
    agenda_progress, now = session.state.agenda_progress, session.now()
    return {id: (run.started, agenda_progress.elapsed(id, now)) for id, run in agenda_progress.runs.items()}


@pytest.mark.quick_once()
@pytest.mark.parametrize(
    ("begun", "asks"),
    [(2, False), (8, False), (2, True)],
    ids=["in the middle", "in the last item", "while a question is open"],
)
async def test_no_single_key_ends_the_ceremony_or_loses_a_time(
    session: Session, clock: SetClock, begun: int, asks: bool
) -> None:
    for _item in range(begun):
        stage.go(session)
        clock.pass_time(90)
    if asks:
        watch = ClockWatch(session)
        clock.pass_time(600)
        assert watch.look() is not None
    async with acting(session, "stage") as pilot:
        for key in KEYS:
            before = times(session)
            await pilot.press(key)
            after = times(session)
            assert session.state.agenda_progress.closed is None, key
            assert {id: after.get(id) for id in before} == before, key
            for _dialog in range(3):
                if isinstance(pilot.app.screen, StageScreen):
                    break
                await pilot.press("escape", "f3")
            assert isinstance(pilot.app.screen, StageScreen), key
            if session.state.agenda_progress.state(session.state.agenda_progress.current) == "paused":
                stage.pause_or_resume(session)
            clock.pass_time(12)


@pytest.mark.parametrize("delay", [0.25, 0.5, 0.99])
@pytest.mark.parametrize("repeat", [0.03, 0.05, 0.5])
def test_a_key_held_for_ten_seconds_is_one_press(delay: float, repeat: float) -> None:
    guard, now = RepeatGuard(), 100.0
    pressed = [guard.is_fresh(now)]
    now += delay
    while now < 110.0:
        pressed.append(guard.is_fresh(now))
        now += repeat
    assert pressed.count(True) == 1 and pressed[0]
    assert guard.is_fresh(now + 1.0)


def test_a_press_that_waited_while_the_disk_was_slow_is_still_the_same_one() -> None:
    guard = RepeatGuard()
    assert guard.is_fresh(100.0)
    guard.acted(103.0)
    assert not guard.is_fresh(103.01)


async def test_go_held_for_ten_seconds_moves_one_item_and_says_that_it_is_locked(
    session: Session, clock: SetClock
) -> None:
    async with acting(session, "stage") as pilot:
        await pilot.press("space")
        assert "Space ■ pressed just now: wait a moment" in seen(pilot)
        clock.pass_time(0.5)
        for _repeat in range(19):
            await pilot.press(*["space"] * 3)
            clock.pass_time(0.5)
        assert went(session) == 1
        clock.pass_time(1)
        pilot.app.state_changed()  # type: ignore[attr-defined]
        await pilot.pause()
        assert "Space ▶ Begin item 2 · Thông qua Quyết định" in seen(pilot)
        await pilot.press("space")
        assert went(session) == 2


async def test_go_held_at_the_last_item_asks_and_does_not_close(session: Session, clock: SetClock) -> None:
    for _item in range(8):
        stage.go(session)
    async with acting(session, "stage") as pilot:
        for _repeat in range(30):
            await pilot.press("space")
            clock.pass_time(0.4)
        assert session.state.agenda_progress.closed is None


@pytest.mark.parametrize(("key", "kind", "most"), [("p", Paused, 1), ("b", WentBack, 0)])
async def test_a_letter_that_is_held_acts_once_at_most(
    session: Session, clock: SetClock, key: str, kind: type, most: int
) -> None:
    stage.go(session)
    stage.go(session)
    async with acting(session, "stage") as pilot:
        for _repeat in range(12):
            await pilot.press(key)
            clock.pass_time(0.5)
        assert sum(isinstance(entry.what, kind) for entry in session.state.entries) == most


async def test_undo_held_takes_back_one_step(session: Session, clock: SetClock) -> None:
    for _item in range(3):
        stage.go(session)
    async with acting(session, "stage") as pilot:
        for _repeat in range(12):
            await pilot.press("ctrl+z")
            clock.pass_time(0.5)
        assert list(session.state.agenda_progress.runs) == [
            item.id for item in session.state.event.program[:2]
        ]


async def test_capital_letters_are_the_same_keys(session: Session) -> None:
    stage.go(session)
    async with acting(session, "stage") as pilot:
        await pilot.press("P")
        assert session.state.agenda_progress.state("gioi-thieu") == "paused"
