"""What the MC says now, filled in; what is not known yet stands out as a gap."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from data.language import _
from data.model.plan import AgendaItem
from data.plans.placeholders import GAP, Piece
from data.queries.stage.spoken.introduction import Turn, next_to_introduce, turns
from data.queries.stage.spoken.live_facts import live_facts
from data.queries.stage.spoken.script import Paragraph, blank_labels, spoken
from data.state.state import State
from tui.large_text.drawn_text import DrawnText, drawn
from tui.safe_text import joined, lines, plain
from tui.stage.widgets.summary import summary
from tui.widgets.static_cached import StaticCached

_GAP = "bold reverse $warning"
_INDENT = 4
_ROWS_ABOVE = 2
"""How much of what was just read stays above the name that comes next."""


class MCLine(VerticalScroll, can_focus=False):
    """The line of one item, in a part of the screen that scrolls."""

    DEFAULT_CSS = """
    MCLine { height: 1fr; padding: 0 2; scrollbar-size-vertical: 1; }
    MCLine > StaticCached { height: auto; }
    MCLine > DrawnText { display: none; }
    """

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._place: tuple[str, int] = ("", 0)

    def compose(self) -> ComposeResult:
        yield DrawnText(id="mc-large")
        yield StaticCached()

    def show_item(self, item: AgendaItem, state: State, *, spaced: bool = False) -> None:
        """Show what is said in ``item``; ``spaced`` with blank lines between, or large where it fits.

        Another item begins at its top; the name that is to be read next is kept in view.
        """
        below = _still_blank(item, state)
        if spaced and self._show_large(spoken(item, state), below):
            return
        self.query_one(DrawnText).display = False
        rows, mark, row_of_mark = self._rows(item, state, spaced)
        self._draw([*rows, *below], spaced)
        self._follow(item.id, mark, row_of_mark)

    def rows_of(self, item: AgendaItem, state: State) -> int:
        """How many rows of the screen the words of ``item`` take, with what is still blank in them."""
        rows, _mark, _row = self._rows(item, state, spaced=False)
        return self._height([*rows, *_still_blank(item, state)], spaced=False)

    def _rows(self, item: AgendaItem, state: State, spaced: bool) -> tuple[list[Content], int, int]:
        """The paragraphs and names; whom to read next (0: nobody) and the row they stand in."""
        rows: list[Content] = []
        following = next_to_introduce(state)
        mark = following.number if following else 0
        row_of_mark = 0
        for paragraph in spoken(item, state):
            rows.append(joined(*map(_piece, paragraph.pieces)))
            if not paragraph.introduces:
                rows += [_name(name, self._width) for name in paragraph.names]
            else:
                for turn in turns(state):
                    if turn.guest.number == mark:
                        row_of_mark = self._height(rows, spaced)
                    rows.append(_turn(turn, self._width, is_next=turn.guest.number == mark))
        return rows, mark, row_of_mark

    def _show_large(self, paragraphs: Sequence[Paragraph], below: Sequence[Content]) -> bool:
        """Show the words in large letters; whether they fit. Names never do: they are a long list."""
        if any(paragraph.names for paragraph in paragraphs):
            return False
        text = "\n".join("".join(map(_line_to_fill, paragraph.pieces)) for paragraph in paragraphs)
        room = self.scrollable_content_region
        block = drawn(text, self._width, room.height - self._height(below, spaced=False))
        if block is None:
            return False
        large = self.query_one(DrawnText)
        large.styles.height = len(block.rows)
        large.display = True
        large.show(text)
        self._draw(below, spaced=False)
        self.scroll_home(animate=False)
        return True

    def show_summary(self, state: State) -> None:
        """Show how the ceremony went, once it is closed."""
        self.query_one(DrawnText).display = False
        self._draw(summary(state), spaced=False)
        self._follow("", 0, 0)

    def _draw(self, rows: Sequence[Content], spaced: bool) -> None:
        self.query_one(StaticCached).show(_stacked(rows, spaced))

    def _height(self, rows: Sequence[Content], spaced: bool) -> int:
        """How many rows of the screen ``rows`` take."""
        return len(_stacked(rows, spaced).wrap(self._width)) + (1 if spaced else 0)

    @property
    def _width(self) -> int:
        return max(_INDENT + 1, self.scrollable_content_region.width)

    def _follow(self, item: str, mark: int, row: int) -> None:
        """Keep the eye's place: scroll only when another item or another name is next."""
        before, self._place = self._place, (item, mark)
        if before[0] != item:
            self.scroll_home(animate=False)
        elif before != self._place and row > _ROWS_ABOVE:
            self.call_after_refresh(self.scroll_to, y=row - _ROWS_ABOVE, animate=False)


def _stacked(rows: Sequence[Content], spaced: bool) -> Content:
    return Content("\n\n" if spaced else "\n").join(rows)


def _name(name: str, width: int) -> Content:
    """A name that is read out and not ticked."""
    first, *others = plain(name, "bold").wrap(width - _INDENT)
    return lines([joined(plain("  • ", "bold"), first), *(joined(" " * _INDENT, line) for line in others)])


def _turn(turn: Turn, width: int, *, is_next: bool) -> Content:
    """One name on each line, so that the eye finds its place again after looking up."""
    sign, style, mark_style = "▸" if is_next else "•", "bold", "bold $accent"
    if turn.is_read:
        sign, style, mark_style = "✔", "dim", "dim"
    elif turn.is_missed:
        sign, style, mark_style = "⚑", "bold $warning", "bold $warning"
    first, *others = plain(turn.line, style).wrap(width - _INDENT)
    hanging = [joined(" " * _INDENT, line) for line in others]
    return lines([joined(plain(f"  {sign} ", mark_style), first), *hanging])


def _piece(piece: Piece) -> Content:
    if piece.is_gap:
        return plain(f" {piece.text} ", _GAP)
    return plain(piece.text, "bold" if piece.field else "")


def _line_to_fill(piece: Piece) -> str:
    """A piece in large letters, which have one colour only: a gap is a line to be filled, as on paper."""
    return piece.text.replace(GAP, "____") if piece.is_gap else piece.text


def _still_blank(item: AgendaItem, state: State) -> list[Content]:
    missing = blank_labels(item.line, live_facts(state), state.event)
    if not missing:
        return []
    text = _("Still blank (F10): {labels}").format(labels="; ".join(missing))
    return [plain(""), plain("⚠ " + text, "$warning")]
