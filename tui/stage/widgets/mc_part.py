"""The MC's part of the stage: notes, the words, what to see to, what comes next, who was missed."""

from collections.abc import Callable, Sequence
from functools import partial

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from data.queries.stage.checks import Check
from data.queries.stage.spoken.introduction import introduction_item
from data.state.stage.agenda_progress import Row
from data.state.state import State
from tui.safe_text import lines, plain
from tui.stage.widgets.mc_line import MCLine
from tui.stage.widgets.stage_notes import for_the_mc, heading, next_up, not_introduced, to_see_to
from tui.widgets.static_cached import StaticCached

_ROOM_FOR_NEXT = 9
_ROOM_FOR_HEADING = 7
"""With fewer rows than these the words come before what is only good to know."""


class MCPart(Vertical):
    """All that has to do with words. ``words_only`` leaves the words the whole of its room."""

    DEFAULT_CSS = """
    MCPart { height: 1fr; }
    MCPart > #mc-note { height: auto; max-height: 3; background: $warning 40%; }
    MCPart > #mc-heading { height: 1; padding: 0 1; }
    MCPart > #stage-notes { height: auto; max-height: 4; padding: 0 1; }
    MCPart > #stage-late { height: auto; max-height: 3; padding: 0 1; }
    .-words MCLine { padding: 1 4; }
    .-words MCPart > #stage-notes { padding: 0 1; }
    """

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.words_only = False
        self._draw: Callable[[], None] | None = None

    def compose(self) -> ComposeResult:
        yield StaticCached(id="mc-note")
        yield StaticCached(id="mc-heading")
        yield MCLine(id="mc")
        yield StaticCached(id="stage-notes")
        yield StaticCached(id="stage-late")

    def show(self, state: State, rows: Sequence[Row], following: str, marked: Check | None) -> None:
        """Show the running item's words, before the ceremony the first one's; after it, how it went.

        ``following`` is the id of the item that comes next, ``marked`` the check that X would
        tick.
        """
        # Drawn anew when only the room changes: a question about the clock takes some of it.
        self._draw = partial(self._show, state, rows, following, marked)
        self._draw()

    def on_resize(self) -> None:
        if self._draw is not None:
            self._draw()

    def _show(self, state: State, rows: Sequence[Row], following: str, marked: Check | None) -> None:
        closed = state.agenda_progress.closed is not None
        item = state.event.item(state.agenda_progress.current) or (
            None if closed else state.event.item(following)
        )
        room = self.size.height or _ROOM_FOR_NEXT
        words, width = self.query_one(MCLine), max(1, self.size.width - 2)
        row = next((row for row in rows if row.item.id == following), None)
        is_known = bool(state.agenda_progress.current) and room >= _ROOM_FOR_NEXT
        note, late = for_the_mc(state), not_introduced(state)
        notes = [
            to_see_to(state, marked, width),
            next_up(row, state, self.size.width) if is_known else plain(""),
        ]
        needed = words.rows_of(item, state) if item is not None and not self.words_only else 0
        left = room - _rows([note, *notes, late], width) - (1 if room >= _ROOM_FOR_HEADING else 0)
        if needed > left:
            # What comes next stands in the agenda and on the line of GO too.
            notes, late = (
                [to_see_to(state, marked, width, is_tight=True)],
                not_introduced(state, is_tight=True),
            )
            left = room - _rows([note, *notes, late], width) - (1 if room >= _ROOM_FOR_HEADING else 0)
        introduces = item is not None and item.id == introduction_item(state.event)
        above = heading(state, width, introduces=introduces, is_cut=needed > left)
        self._show_if_any("#mc-note", note)
        self._show_if_any("#mc-heading", above if room >= _ROOM_FOR_HEADING else plain(""))
        self._show_if_any("#stage-notes", lines([note for note in notes if note.plain]))
        self._show_if_any("#stage-late", late)
        if item is None:
            words.show_summary(state)
        else:
            words.show_item(item, state, spaced=self.words_only)

    def _show_if_any(self, id: str, content: Content) -> None:
        line = self.query_one(id, StaticCached)
        line.display = bool(content.plain)
        line.show(content)

    def scroll_words(self, rows: int) -> None:
        """Scroll the words by ``rows``."""
        self.query_one(MCLine).scroll_relative(y=rows, animate=False)


def _rows(contents: Sequence[Content], width: int) -> int:
    """How many rows of the screen they take."""
    return sum(len(content.wrap(width)) for content in contents if content.plain)
