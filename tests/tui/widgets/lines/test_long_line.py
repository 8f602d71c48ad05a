"""A line of any length is seen whole, and is edited row by row."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.app import App, ComposeResult

from tui.widgets.lines.line_input import LineInput
from tui.widgets.lines.long_line import LongLine, rows_of

WORDS = "Kính mời quý vị đại biểu và bà con đứng dậy làm lễ chào cờ"


@given(st.text(alphabet="aớ 漢", max_size=60), st.integers(2, 12))
def test_rows_hold_all_of_a_text_and_none_is_too_wide(text: str, width: int) -> None:
    starts = rows_of(text, width)
    rows = [text[start:end] for start, end in pairwise([*starts, len(text)])]
    assert "".join(rows) == text
    assert all(cell_len(row.rstrip()) <= width for row in rows)
    if all(cell_len(word) <= width for word in text.split()):
        assert [word for row in rows for word in row.split()] == text.split(), "no word is cut"


class _Box(App[None]):
    CSS = "LongLine { width: 21; height: auto; max-height: 3; border: none; padding: 0; }"

    def compose(self) -> ComposeResult:
        yield LongLine(WORDS)


def _shown(app: App[None]) -> str:
    line = app.screen.query_one(LongLine)
    return "\n".join(line.render_line(y).text.rstrip() for y in range(line.size.height))


async def test_it_opens_at_its_end_and_the_arrows_go_from_row_to_row() -> None:
    async with _Box().run_test(size=(40, 10)) as pilot:
        line = pilot.app.screen.query_one(LongLine)
        await pilot.pause()
        assert line.size.height == 3
        assert _shown(pilot.app).endswith("chào cờ")
        await pilot.press(*["up"] * 9)
        await pilot.pause()
        assert "Kính mời quý vị" in _shown(pilot.app), "it scrolls with the cursor"
        await pilot.press("X")
        assert "X" in line.value[:16], "the first row is Kính mời quý vị"
        await pilot.press("down", "Y")
        assert line.value[17:].startswith("đại bi") and "Y" in line.value[17:37]


@pytest.mark.parametrize(
    ("value", "typed"),
    [
        ("5", "7"),
        ("07:30", "7"),
        ("28/11", "7"),
        ("", "7"),
        ("Chào cờ", "Chào cờ7"),
        ("0912345678901", "09123456789017"),
    ],
)
async def test_numbers_hours_and_days_are_typed_over_and_words_go_on(value: str, typed: str) -> None:
    class Form(App[None]):
        def compose(self) -> ComposeResult:
            yield LineInput(value, selects="figures")

    async with Form().run_test() as pilot:
        line = pilot.app.screen.query_one(LineInput)
        line.focus()
        await pilot.press("7")
        assert line.value == typed
