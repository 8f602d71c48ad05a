"""What is shown anew every second lays the screen out only when it needs other room."""

from typing import Any

import pytest
from textual.app import App, ComposeResult
from textual.widgets import Static

from tui.safe_text import plain
from tui.widgets.static_cached import StaticCached


class TwoTexts(App[None]):
    CSS = "StaticCached { width: 10; height: auto; }"

    def compose(self) -> ComposeResult:
        yield StaticCached()
        yield Static("below", id="below")


async def test_a_time_that_goes_on_moves_nothing_and_a_longer_text_moves_what_stands_below(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = TwoTexts()
    async with app.run_test() as pilot:
        shown, below = app.query_one(StaticCached), app.query_one("#below")
        shown.show(plain("09:00:01"))
        await pilot.pause()
        laid_out: list[object] = []
        reflow = app.screen._compositor.reflow

        def noted(*given: Any) -> Any:
            laid_out.append(given)
            return reflow(*given)

        monkeypatch.setattr(app.screen._compositor, "reflow", noted)
        shown.show(plain("09:00:02"))
        await pilot.pause()
        assert not laid_out and "09:00:02" in str(shown.render())
        shown.show(plain("a text of several rows"))
        await pilot.pause()
        assert laid_out and below.region.y == 3
        shown.show(plain("short"))
        await pilot.pause()
        assert below.region.y == 1
