"""The cursor of a line blinks behind a key, and then stands: a program that nobody uses paints nothing."""

from textual.app import App, ComposeResult

from tui.widgets.lines.line_input import LineInput


class OneLine(App[None]):
    def compose(self) -> ComposeResult:
        yield LineInput()


async def test_the_cursor_stands_ten_seconds_after_the_last_key_and_blinks_again_behind_the_next() -> None:
    app = OneLine()
    async with app.run_test() as pilot:
        line = app.query_one(LineInput)
        timer = line._blink_timer
        assert timer is not None
        for key in ("a", "backspace"):
            await pilot.press(key)
            assert timer._active.is_set() and line._cursor_visible
            seen = set()
            for _half_second in range(19):
                line._toggle_cursor()
                seen.add(line._cursor_visible)
            assert seen == {True, False} and timer._active.is_set()
            line._toggle_cursor()
            assert line._cursor_visible and not timer._active.is_set()
