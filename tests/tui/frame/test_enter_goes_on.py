"""Enter that goes on to another field: letters that a hasty hand typed behind it reach that field."""

import asyncio

import pytest
from textual import events

from data.session.session import Session
from tests.tui.stage.hall import acting
from tui.gifts.gift_list import NEW, GiftList
from tui.widgets.lines.line_input import LineInput


@pytest.mark.parametrize("burst", [["enter", *"Tranh"], ["up", "enter", *"Tranh", "enter", *"bo"]])
async def test_letters_behind_enter_reach_the_field_that_it_goes_to(
    session: Session, burst: list[str]
) -> None:
    async with acting(session, "gifts") as pilot:
        if burst[0] == "enter":
            await pilot.press("up")
        now = pilot.app.key_time()  # type: ignore[attr-defined]
        for place, key in enumerate(burst):
            event = events.Key(key, key if len(key) == 1 else None)
            event.time = now + 0.2 * place
            pilot.app.post_message(event)
        for _round in range(20):
            await pilot.pause()
            await asyncio.sleep(0.01)
        assert pilot.app.screen.query_one(GiftList).value == NEW
        assert pilot.app.screen.query_one("#gift-name", LineInput).value == "Tranh"
        if burst[0] == "up":
            assert pilot.app.screen.query_one("#gift-unit", LineInput).value == "bo"
