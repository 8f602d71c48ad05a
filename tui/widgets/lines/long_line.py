"""A line of any length, seen as a whole: it goes on below itself, word by word."""

import re
from bisect import bisect_right

from rich.cells import cell_len
from rich.text import Text
from textual import events
from textual.geometry import Offset, Region, Size
from textual.strip import Strip
from textual.widgets.input import Selection

from tui.widgets.lines.line_input import LineInput

_WORD = re.compile(r"\S+\s*|\s+")


def rows_of(text: str, width: int) -> list[int]:
    """Where each row of ``text`` begins, in rows of ``width`` cells.

    Blanks at the end of a row hang over it; a word longer than a row goes on in the next.
    """
    starts, used = [0], 0
    for word in _WORD.finditer(text):
        letters = word[0].rstrip()
        if used and used + cell_len(letters) > width:
            starts.append(word.start())
            used = 0
        for place, letter in enumerate(letters, start=word.start()):
            cells = cell_len(letter)
            if used + cells > width:
                starts.append(place)
                used = 0
            used += cells
        used += len(word[0]) - len(letters)
    return starts


class LongLine(LineInput):
    """One line to whoever reads what was typed; several pasted lines become one.

    Up and down go from row to row; past the first and the last they are left to the dialog.
    """

    @property
    def _rows(self) -> list[int]:
        # One cell is left for the cursor behind the last letter.
        return rows_of(self.value, max(1, self.scrollable_content_region.width - 1))

    def _place(self, index: int) -> Offset:
        """Column and row of a letter, in cells."""
        rows = self._rows
        row = bisect_right(rows, index) - 1
        return Offset(cell_len(self.value[rows[row] : index]), row)

    def _index(self, place: Offset) -> int:
        """The letter at a column and a row, or the nearest one in the row."""
        rows = self._rows
        row = max(0, min(place.y, len(rows) - 1))
        end = rows[row + 1] - 1 if row + 1 < len(rows) else len(self.value)
        index = rows[row]
        while index < end and cell_len(self.value[rows[row] : index + 1]) <= place.x:
            index += 1
        return index

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(rows_of(self.value, max(1, width - 1)))

    def _watch_value(self, value: str) -> None:
        super()._watch_value(value)
        self._lay_out()

    def on_resize(self) -> None:
        self._lay_out()

    def _lay_out(self) -> None:
        count = len(self._rows)
        if self.virtual_size.height != count:
            self.refresh(layout=True)
        self.virtual_size = Size(self.size.width, count)
        self.call_after_refresh(self._follow_cursor)

    def _watch_selection(self, selection: Selection) -> None:
        self.app.clear_selection()
        self.app.cursor_position = self.cursor_screen_offset
        self._follow_cursor()

    def _follow_cursor(self) -> None:
        row = self._place(self.cursor_position).y
        self.scroll_to_region(Region(0, row, 1, 1), force=True, animate=False)

    @property
    def cursor_screen_offset(self) -> Offset:
        region = self.content_region
        return region.offset + self._place(self.cursor_position) - self.scroll_offset

    def render_line(self, y: int) -> Strip:
        if not self.value:
            return super().render_line(y)
        row = y + int(self.scroll_offset.y)
        rows = [*self._rows, len(self.value) + 1]
        width = self.scrollable_content_region.width
        if row >= len(rows) - 1:
            return Strip.blank(width, self.rich_style)
        shown = Text(f"{self.value} ", end="", no_wrap=True, overflow="ignore")
        if self.has_focus:
            if not self.selection.is_empty:
                start, end = sorted(self.selection)
                shown.stylize(self.get_component_rich_style("input--selection"), start, end)
            if self._cursor_visible:
                cursor = self.get_component_rich_style("input--cursor")
                shown.stylize(cursor, self.cursor_position, self.cursor_position + 1)
        part = shown[rows[row] : rows[row + 1]]
        part.end = ""
        strip = Strip(self.app.console.render(part, self.app.console_options.update_width(width + 1)))
        return strip.adjust_cell_length(width).apply_style(self.rich_style)

    async def _on_key(self, event: events.Key) -> None:
        step = {"up": -1, "down": 1}.get(event.key)
        place = self._place(self.cursor_position)
        if step is not None and 0 <= place.y + step < len(self._rows):
            event.stop()
            event.prevent_default()
            self.cursor_position = self._index(place + Offset(0, step))
        else:
            await super()._on_key(event)

    async def _on_mouse_down(self, event: events.MouseDown) -> None:
        self._pause_blink(visible=True)
        at = event.get_content_offset_capture(self) + Offset(0, int(self.scroll_offset.y))
        self.selection = Selection.cursor(self._index(at))

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self.insert_text_at_cursor(" ".join(event.text.split()))
