"""A second press within the lock says why nothing happens, and what stood there comes back."""

import pytest

from data.clock import SetClock
from data.commands.door.door import admit
from data.commands.stage import stage
from data.language import _
from data.session.session import Session
from tests.tui.stage.hall import acting, seen
from tui.widgets.lines.answer_strip import TOO_SOON, AnswerStrip


@pytest.mark.quick_once()
@pytest.mark.parametrize("key", ["space", "p", "b", "x", "ctrl+z"])
async def test_a_second_press_within_the_lock_says_why(session: Session, clock: SetClock, key: str) -> None:
    stage.go(session, session.state.event.program[0].id)
    async with acting(session, "stage") as pilot:
        for _press in range(3 if key == "ctrl+z" else 2):
            await pilot.press(key)
            await pilot.pause()
        assert _(TOO_SOON) in " ".join(seen(pilot).split())


async def test_what_was_offered_stands_beside_it_and_stays(session: Session, clock: SetClock) -> None:
    for item in session.state.event.program[:2]:
        stage.go(session, item.id)
    async with acting(session, "stage") as pilot:
        await pilot.press("b", "b")
        await pilot.pause()
        told = " ".join(seen(pilot).split())
        assert "B again: yes" in told and _(TOO_SOON) in told
        strip = pilot.app.screen.query_one(AnswerStrip)
        strip._stop_hint()
        await pilot.pause()
        told = " ".join(seen(pilot).split())
        assert "B again: yes" in told and _(TOO_SOON) not in told


async def test_after_x_the_line_says_what_the_next_x_would_do(session: Session, clock: SetClock) -> None:
    first = session.state.event.program[0]
    stage.go(session, first.id)
    async with acting(session, "stage") as pilot:
        await pilot.press("x")
        await pilot.pause()
        told = " ".join(seen(pilot).split())
        assert f"✔ {first.checks[0]}" in told
        assert _("X next: “{check}”").format(check=first.checks[1]) in told


async def test_another_letter_right_behind_one_is_no_held_key(session: Session, clock: SetClock) -> None:
    first = session.state.event.program[0]
    delegate = next(guest.number for guest in session.state.guests.values() if not guest.is_household)
    admit(session, delegate, "name")
    stage.go(session, first.id)
    async with acting(session, "stage") as pilot:
        await pilot.press("i", "x")
        await pilot.pause()
        assert delegate in session.state.words.introduced
        assert session.state.words.ticks == {(first.id, first.checks[0])}
